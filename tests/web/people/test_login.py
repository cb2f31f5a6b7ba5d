"""Logging in and out by the form: who gets in, what is told to those who do not, what is written down."""

import re
import uuid
from typing import Any

import pytest
from django.contrib.auth import hashers
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from samsyn.web.audit.actor import Role
from samsyn.web.audit.models import AuditEvent
from samsyn.web.organisations.models import Unit
from samsyn.web.people.models import User
from tests.web.conftest import AssignmentOf, SamsynClient
from tests.web.people.conftest import LOGIN, PASSWORD, log_in


def events(action: str) -> list[AuditEvent]:
    return list(AuditEvent.objects.filter(action=action).order_by("at"))


def test_the_right_password_opens_the_start_page(person: User) -> None:
    client = SamsynClient()
    response = log_in(client, "karin")
    assert (response.status_code, response["Location"]) == (302, "/")
    assert client.get("/").status_code == 200


def test_a_name_is_read_without_case_and_spaces(person: User) -> None:
    assert log_in(SamsynClient(), " Karin ").status_code == 302


def test_a_log_in_and_a_log_out_stand_in_the_trail_with_who_and_where(person: User) -> None:
    client = SamsynClient()
    log_in(client, "karin")
    client.post(reverse("account_logout"))
    (came,), (went,) = events("login.make"), events("login.end")
    assert came.object_id == went.object_id == str(person.pk)
    assert came.user_id == went.user_id == person.pk
    assert came.provider_id == went.provider_id == person.assignments.get().unit.provider_id


def test_a_failed_log_in_stands_in_the_trail_without_what_was_written(person: User) -> None:
    log_in(SamsynClient(), "karin", "fel lösenord här")
    log_in(SamsynClient(), "mitt hemliga lösenord", "x")
    known, unknown = events("login.fail")
    assert known.object_id == str(person.pk)
    assert unknown.object_id == str(uuid.UUID(int=0))
    assert "hemliga" not in str([vars(each) for each in events("login.fail")])


def shape(response: Any) -> tuple[int, str]:
    """A page without what is new in each: keys, tokens, and the name that was written."""
    text = response.content.decode()
    return response.status_code, re.sub(
        r'(value|X-CSRFToken)[="]+[^">]*|"X-CSRFToken": "\w+"|<code>\w+</code>', "", text
    )


def test_a_wrong_password_an_unknown_name_and_a_closed_account_get_the_same_answer(
    person: User, assignment_of: AssignmentOf, unit: Unit
) -> None:
    closed = assignment_of(Role.CLINICIAN, unit).user
    closed.username, closed.is_active = "stina", False
    closed.set_password(PASSWORD)
    closed.save()
    wrong = shape(log_in(SamsynClient(), "karin", "inte rätt alls"))
    assert shape(log_in(SamsynClient(), "nisse", "inte rätt alls")) == wrong
    assert shape(log_in(SamsynClient(), "stina", PASSWORD)) == wrong
    assert wrong[0] == 422


def work(monkeypatch: pytest.MonkeyPatch, username: str) -> tuple[int, int]:
    """How many hashes and how many queries an attempt costs."""
    hashes: list[str] = []
    encode = hashers.MD5PasswordHasher.encode
    monkeypatch.setattr(
        hashers.MD5PasswordHasher, "encode", lambda *args, **named: hashes.append("x") or encode(*args, **named)
    )
    with CaptureQueriesContext(connection) as queries:
        log_in(SamsynClient(), username, "inte rätt alls")
    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", encode)
    # Which chain of the trail a request writes to, and whether it is the first there, is chance.
    return len(hashes), sum("chainhead" not in each["sql"] for each in queries)


def test_an_attempt_costs_the_same_whether_the_name_exists(person: User, monkeypatch: pytest.MonkeyPatch) -> None:
    work(monkeypatch, "varm")  # what is fetched only once
    assert work(monkeypatch, "karin") == work(monkeypatch, "finnsinte")
    assert work(monkeypatch, "karin")[0] == 1


def test_a_stranger_is_led_nowhere_else_after_log_in(person: User) -> None:
    assert log_in(SamsynClient(), "karin", next="https://example.org/")["Location"] == "/"
    assert log_in(SamsynClient(), "karin", next="/personer/mitt-konto")["Location"] == "/personer/mitt-konto"


def test_who_has_no_assignment_is_told_whom_to_ask(db: None) -> None:
    user = User(username="ny", name="Ny Person")
    user.set_password(PASSWORD)
    user.save()
    client = SamsynClient()
    assert log_in(client, "ny")["Location"] == "/personer/mitt-konto"
    page = client.get("/personer/mitt-konto")
    assert page.status_code == 200
    assert "Du har inget uppdrag just nu" in page.content.decode()
    assert client.get("/").status_code == 403


@pytest.mark.parametrize(
    "name",
    [
        "account_signup", "account_email", "account_reset_password", "account_set_password", "socialaccount_signup",
        "socialaccount_connections", "account_confirm_email", "mfa_download_recovery_codes", "account_inactive",
    ],
)  # fmt: skip
def test_what_is_not_wanted_of_allauth_does_not_exist(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["signup/", "email/", "password/reset/", "3rdparty/", "2fa/", "password/set/"])
def test_nor_do_its_addresses(path: str) -> None:
    assert SamsynClient().get(f"/konto/{path}").status_code == 404
    assert SamsynClient().post(f"/konto/{path}").status_code == 404


def test_posting_more_fields_changes_nothing(person: User) -> None:
    client = SamsynClient()
    log_in(client, "karin", is_staff="1", role="administrator", name="Någon Annan", remember="on", is_superuser="1")
    person.refresh_from_db()
    assert (person.name, person.is_staff, person.is_superuser) == ("Karin Ek", False, False)
    assert person.assignments.get().role == Role.COORDINATOR
    assert client.session.get_expire_at_browser_close()


@pytest.mark.django_db
def test_the_form_needs_its_token() -> None:
    client = SamsynClient(enforce_csrf_checks=True)
    assert client.post(LOGIN, {"login": "karin", "password": PASSWORD}).status_code == 403
