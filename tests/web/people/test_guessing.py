"""Ten wrong tries for a name or from an address, then a rest: the same for names that do not exist."""

from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.urls import reverse
from django.utils import timezone

from samsyn.web.people.models import User
from tests.web.conftest import SamsynClient
from tests.web.people.conftest import PASSWORD, add_app, code_of, log_in


def tries(number: int, username: str = "karin", address: str = "10.0.0.{}") -> list[int]:
    """Wrong passwords, each from an address of its own unless said otherwise."""
    return [
        SamsynClient(REMOTE_ADDR=address.format(each)).post(
            reverse("account_login"), {"login": username, "password": "inte rätt alls"}
        ).status_code
        for each in range(number)
    ]  # fmt: skip


@pytest.mark.parametrize("username", ["karin", "finnsinte"])
def test_ten_tries_for_a_name_from_anywhere(person: User, username: str) -> None:
    assert tries(9, username) == [422] * 9
    assert tries(3, username, "10.0.1.{}") == [429] * 3


def test_the_right_password_does_not_help_during_the_rest(person: User) -> None:
    tries(10)
    response = log_in(SamsynClient(), "karin")
    assert response.status_code == 429
    assert response["Retry-After"] == "900"
    assert "Vänta 15 minuter" in response.content.decode()


def test_other_spellings_of_the_name_give_no_more_tries(person: User) -> None:
    tries(5)
    tries(5, " KARIN ", "10.0.1.{}")
    assert log_in(SamsynClient(), "karin").status_code == 429


def test_ten_tries_from_an_address_for_any_names(person: User) -> None:
    for each in range(10):
        log_in(SamsynClient(), f"namn{each}", "inte rätt alls")
    assert log_in(SamsynClient(), "karin").status_code == 429
    assert log_in(SamsynClient(REMOTE_ADDR="10.9.9.9"), "karin").status_code == 302


def test_a_log_in_of_ones_own_does_not_give_an_address_more_tries(person: User) -> None:
    for each in range(9):
        log_in(SamsynClient(), f"namn{each}", "inte rätt alls")
    assert log_in(SamsynClient(), "karin").status_code == 302
    assert log_in(SamsynClient(), "namn10", "inte rätt alls").status_code == 429


def test_who_logs_in_begins_anew(person: User) -> None:
    tries(9)
    assert log_in(SamsynClient(), "karin").status_code == 302
    assert tries(9) == [422] * 9


def test_the_rest_ends_after_a_quarter_of_an_hour(person: User) -> None:
    tries(10)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))
    assert log_in(SamsynClient(), "karin").status_code == 302


def test_a_header_of_ones_own_making_is_no_other_address(person: User) -> None:
    for each in range(10):
        SamsynClient(headers={"X-Forwarded-For": f"10.0.0.{each}"}).post(
            reverse("account_login"), {"login": f"namn{each}", "password": "inte rätt alls"}
        )
    assert log_in(SamsynClient(), "karin").status_code == 429


def test_codes_are_counted_together_with_passwords(strict: Any, person: User) -> None:
    secret = add_app(person)
    tries(6)
    client = SamsynClient()
    log_in(client, "karin")
    address = reverse("mfa_authenticate")
    assert [client.post(address, {"code": f"00000{each}"}).status_code for each in range(4)] == [422, 422, 422, 429]
    assert client.post(address, {"code": code_of(secret)}).status_code == 429
    assert client.get("/").status_code == 302
    assert log_in(SamsynClient(REMOTE_ADDR="10.9.9.9"), "karin").status_code == 429


def test_the_password_asked_for_once_more_is_counted_too(person: User) -> None:
    client = SamsynClient()
    log_in(client, "karin")
    for _ in range(9):
        client.post(reverse("account_reauthenticate"), {"password": "inte rätt alls"})
    assert client.post(reverse("account_reauthenticate"), {"password": "inte rätt alls"}).status_code == 429
    assert log_in(SamsynClient(REMOTE_ADDR="10.9.9.9"), "karin").status_code == 429


def test_no_password_and_no_code_is_kept_of_a_try(strict: Any, person: User) -> None:
    add_app(person)
    client = SamsynClient()
    log_in(client, "karin", "mycket hemligt lösenord")
    log_in(client, "karin", PASSWORD)
    client.post(reverse("mfa_authenticate"), {"code": "913572"})
    kept = str(list(AccessAttempt.objects.values()))
    assert AccessAttempt.objects.exists()
    assert "hemligt" not in kept
    assert "913572" not in kept
    assert PASSWORD not in kept
