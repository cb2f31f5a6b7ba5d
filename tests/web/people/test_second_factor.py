"""A password alone opens nothing outside the demonstration; apps, passkeys and recovery codes."""

import json
from typing import Any
from uuid import UUID

import pytest
from allauth.mfa.models import Authenticator
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from samsyn.web.audit.models import AuditEvent
from samsyn.web.people.models import User
from samsyn.web.people.rights import ACTIONS
from tests.web.conftest import SamsynClient
from tests.web.people.conftest import PASSWORD, add_app, code_of, log_in, recovery_codes_of

OPEN = {
    url
    for action in ("page.public", "login.make", "login.confirm", "second-factor.own")
    for url in ACTIONS[action].urls
}
CONVERTERS = {"uuid": str(UUID(int=7)), "int": "7", "str": "x", "slug": "x"}


def addresses(patterns: list[Any] | None = None, before: str = "/", space: str = "") -> list[tuple[str, str]]:
    """Every address of the application, with something in each place of its path."""
    found = []
    for each in get_resolver().url_patterns if patterns is None else patterns:
        path = before + "".join(_part(piece) for piece in _pieces(each))
        if isinstance(each, URLResolver):
            found += addresses(each.url_patterns, path, f"{space}{each.namespace}:" if each.namespace else space)
        else:
            found.append((f"{space}{each.name}", path))
    return found


def _pieces(each: URLPattern | URLResolver) -> list[str]:
    return str(each.pattern).replace("<", "\0<").replace(">", ">\0").split("\0")


def _part(piece: str) -> str:
    return CONVERTERS[piece[1:-1].partition(":")[0]] if piece.startswith("<") else piece


@pytest.fixture
def half(strict: Any, person: User) -> SamsynClient:
    """Logged in by a password alone."""
    client = SamsynClient()
    log_in(client, "karin")
    return client


@pytest.mark.parametrize(("name", "path"), [each for each in addresses() if each[0] not in OPEN])
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_page_leads_to_adding_a_second_factor(half: SamsynClient, name: str, path: str, method: str) -> None:
    response = getattr(half, method)(path)
    assert (response.status_code, response["Location"]) == (302, reverse("mfa_index"))


def test_nearly_every_page_is_among_those() -> None:
    names = {name for name, path in addresses()}
    assert names >= OPEN
    assert len(names - OPEN) > 10


def test_htmx_is_led_there_too(half: SamsynClient) -> None:
    response = half.get("/", headers={"HX-Request": "true"})
    assert response["HX-Redirect"] == reverse("mfa_index")


def test_without_the_redirect_nothing_would_open_either(half: SamsynClient, settings: Any) -> None:
    settings.MIDDLEWARE = [each for each in settings.MIDDLEWARE if "FirstThings" not in each]
    client = SamsynClient()
    log_in(client, "karin")
    assert client.get("/").status_code == 403
    assert client.get("/personer/anvandare").status_code == 403


def test_in_the_demonstration_a_password_is_enough(person: User, settings: Any) -> None:
    assert settings.DEMO
    client = SamsynClient()
    log_in(client, "karin")
    assert client.get("/").status_code == 200


def confirmed(client: SamsynClient) -> SamsynClient:
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def test_adding_an_app_opens_everything_and_gives_recovery_codes_once(half: SamsynClient, person: User) -> None:
    page = confirmed(half).get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    response = half.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert response["Location"] == reverse("mfa_view_recovery_codes")
    assert half.get("/").status_code == 200
    codes = half.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert all(code in codes for code in recovery_codes_of(person))
    again = half.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert not any(code in again for code in recovery_codes_of(person))
    kinds = [each.changes["kind"] for each in AuditEvent.objects.filter(action="second-factor.add")]
    assert sorted(kinds) == [[None, "app"], [None, "codes"]]


def test_the_secret_is_not_readable_in_the_database(person: User) -> None:
    secret = add_app(person)
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept
    assert not any(code in kept for code in recovery_codes_of(person))


def test_adding_asks_for_the_password_once_more(half: SamsynClient) -> None:
    response = half.get(reverse("mfa_activate_totp"))
    assert response.status_code == 302
    assert reverse("account_reauthenticate") in response["Location"]


def second_step(person: User) -> SamsynClient:
    client = SamsynClient()
    assert log_in(client, person.username)["Location"] == reverse("mfa_authenticate")
    return client


def test_who_has_an_app_is_asked_for_a_code_and_is_nobody_until_then(strict: Any, person: User) -> None:
    secret = add_app(person)
    client = second_step(person)
    assert client.get("/").status_code == 302
    assert client.get("/")["Location"].startswith("/konto/login")
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 422
    assert client.post(reverse("mfa_authenticate"), {"code": code_of(secret)}).status_code == 302
    assert client.get("/").status_code == 200


def test_a_code_is_used_once(strict: Any, person: User) -> None:
    secret = add_app(person)
    code = code_of(secret)
    assert second_step(person).post(reverse("mfa_authenticate"), {"code": code}).status_code == 302
    assert second_step(person).post(reverse("mfa_authenticate"), {"code": code}).status_code == 422


def test_a_recovery_code_opens_once(strict: Any, person: User) -> None:
    add_app(person)
    code = recovery_codes_of(person)[0]
    assert second_step(person).post(reverse("mfa_authenticate"), {"code": code}).status_code == 302
    assert second_step(person).post(reverse("mfa_authenticate"), {"code": code}).status_code == 422


def test_removing_the_last_second_factor_closes_everything_again(strict: Any, person: User) -> None:
    secret = add_app(person)
    client = second_step(person)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    confirmed(client).post(reverse("mfa_deactivate_totp"))
    assert client.get("/")["Location"] == reverse("mfa_index")
    assert not Authenticator.objects.filter(user=person).exists()
    kinds = [each.changes["kind"] for each in AuditEvent.objects.filter(action="second-factor.remove")]
    assert sorted(kinds) == [["app", None], ["codes", None]]


def test_recovery_codes_alone_are_no_second_factor(strict: Any, person: User) -> None:
    add_app(person)
    Authenticator.objects.filter(type="totp").delete()
    client = SamsynClient()
    log_in(client, "karin")
    assert client.get("/")["Location"] == reverse("mfa_index")


def test_a_temporary_password_is_changed_before_anything_else(strict: Any, person: User) -> None:
    User.objects.filter(pk=person.pk).update(password_is_temporary=True)
    client = SamsynClient()
    log_in(client, "karin")
    assert client.get("/")["Location"] == reverse("account_change_password")
    assert client.get(reverse("mfa_index"))["Location"] == reverse("account_change_password")
    sent = {"oldpassword": PASSWORD, "password1": PASSWORD, "password2": PASSWORD}
    assert client.post(reverse("account_change_password"), sent).status_code == 422
    sent["password1"] = sent["password2"] = "åtta gröna flaggor i vind"
    assert client.post(reverse("account_change_password"), sent).status_code == 302
    assert client.get("/")["Location"] == reverse("mfa_index")


_EMPTY = {"clientDataJSON": "AA", "authenticatorData": "AA", "signature": "AA", "userHandle": "AA"}


@pytest.mark.parametrize(
    "credential",
    [
        "", "x", "[]", "1", "null", '"x"', "{}", '{"response": 3}', '{"response": {}}',
        json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": _EMPTY}),
    ],
)  # fmt: skip
def test_a_forged_passkey_opens_nothing(person: User, credential: str) -> None:
    client = SamsynClient()
    client.get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"})
    response = client.post(reverse("mfa_login_webauthn"), {"credential": credential})
    assert (response.status_code, response["Location"]) == (302, reverse("account_login"))
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("name", ["mfa_edit_webauthn", "mfa_remove_webauthn"])
def test_someone_elses_passkey_is_not_there(strict: Any, person: User, name: str) -> None:
    secret = add_app(person)
    other = User.objects.create(username="annan", name="Annan")
    key = Authenticator.objects.create(user=other, type="webauthn", data={"name": "Hans", "credential": {}})
    client = second_step(person)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    confirmed(client)
    assert client.get(reverse(name, args=[key.pk])).status_code == 404
    assert client.post(reverse(name, args=[key.pk]), {"name": "Min"}).status_code == 404
    key.refresh_from_db()
    assert key.data["name"] == "Hans"
