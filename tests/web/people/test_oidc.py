"""Log-in by an identity provider over real HTTP: the whole code flow, and everything that must not be believed."""

import http.client
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.urls import reverse

from samsyn.web.audit.actor import Role
from samsyn.web.audit.clock import now
from samsyn.web.audit.models import AuditEvent
from samsyn.web.organisations.models import Unit
from samsyn.web.people.login_settings import providers
from samsyn.web.people.models import Assignment, CommissionRole, User
from tests.web.conftest import SamsynClient
from tests.web.people.conftest import PASSWORD, add_app, log_in
from tests.web.people.identity_provider import CLIENT, PERSON, SECRET, IdentityProvider, serving

pytestmark = [pytest.mark.enable_socket, pytest.mark.django_db]


@pytest.fixture
def idp(settings: Any, unit: Unit) -> Iterator[IdentityProvider]:
    with serving(IdentityProvider()) as provider:
        settings.SOCIALACCOUNT_PROVIDERS = providers(provider.issuer, name="Prov", client_id=CLIENT, secret=SECRET)
        yield provider


def way_there(client: SamsynClient, **query: str) -> str:
    response = client.get(reverse("oidc_login"), query)
    assert response.status_code == 302, response.content.decode()
    return str(response["Location"])


def at_provider(address: str) -> str:
    """What a browser does: follow the address to the provider, which sends it back."""
    url = urlsplit(address)
    connection = http.client.HTTPConnection(url.hostname or "", url.port)
    connection.request("GET", f"{url.path}?{url.query}")
    back = connection.getresponse().headers["Location"]
    connection.close()
    return str(back)


def come_by(client: SamsynClient, **query: str) -> Any:
    back = urlsplit(at_provider(way_there(client, **query)))
    assert back.path == reverse("oidc_callback")
    return client.get(f"{back.path}?{back.query}")


def is_in(client: SamsynClient) -> bool:
    return client.get("/").status_code == 200


def test_the_whole_way(idp: IdentityProvider, unit: Unit, strict: Any) -> None:
    client = SamsynClient()
    assert "Prov" in client.get(reverse("account_login")).content.decode()
    response = come_by(client)
    assert (response.status_code, response["Location"]) == (302, "/")
    page = client.get("/").content.decode()
    assert "Siv Hammar, behandlare" in page
    assert "Rehab Åby" in page
    user = User.objects.get(hsa_id=PERSON["employeeHsaId"])
    assert not user.has_usable_password()
    assert [each.from_commission for each in user.assignments.all()] == [True]
    acts = {each.action: each.unit_id for each in AuditEvent.objects.all()}
    assert acts == {"user.add": None, "assignment.give": unit.id, "login.make": unit.id}
    assert idp.asked.count("/keys") == 1


def test_state_nonce_and_challenge_are_new_each_time(idp: IdentityProvider) -> None:
    client = SamsynClient()
    first, second = (parse_qs(urlsplit(way_there(client)).query) for _ in range(2))
    for name in ("state", "nonce", "code_challenge"):
        assert first[name] != second[name]
        assert len(first[name][0]) >= 16


def test_nothing_from_the_address_is_passed_on(idp: IdentityProvider) -> None:
    asked = parse_qs(
        urlsplit(way_there(SamsynClient(), scope="admin", auth_params="prompt=none", process="connect")).query
    )
    assert "prompt" not in asked
    assert sorted(asked["scope"][0].split()) == ["commission", "openid", "profile"]


def test_it_is_the_same_person_the_next_time(idp: IdentityProvider) -> None:
    for _ in range(2):
        client = SamsynClient()
        come_by(client)
        assert is_in(client)
    assert User.objects.count() == Assignment.objects.count() == 1


def test_it_is_the_person_who_was_here_already(idp: IdentityProvider, person: User) -> None:
    User.objects.filter(pk=person.pk).update(hsa_id=PERSON["employeeHsaId"])
    client = SamsynClient()
    come_by(client)
    assert client.session["_auth_user_id"] == str(person.pk)
    assert User.objects.count() == 1


def test_the_commission_alone_counts_while_it_lasts(idp: IdentityProvider, person: User, other_unit: Unit) -> None:
    User.objects.filter(pk=person.pk).update(hsa_id=PERSON["employeeHsaId"])
    local = person.assignments.get()
    client = SamsynClient()
    come_by(client)
    assert "behandlare" in client.get("/").content.decode()
    assert "koordinator" not in client.get("/").content.decode()
    assert client.post(reverse("people:assignment"), {"assignment": str(local.id)}).status_code == 404
    idp.claims["commissionHsaId"] = "se5565595450-2001"
    come_by(client)
    page = client.get("/").content.decode()
    assert "Smärtenheten Öst" in page
    assert "Rehab Åby" not in page


def test_a_local_log_in_does_not_get_what_a_commission_gave(idp: IdentityProvider, person: User) -> None:
    User.objects.filter(pk=person.pk).update(hsa_id=PERSON["employeeHsaId"])
    come_by(SamsynClient())
    client = SamsynClient()
    log_in(client, "karin", PASSWORD)
    page = client.get("/").content.decode()
    assert "koordinator" in page
    assert "behandlare" not in page


def test_a_local_log_in_after_it_in_the_same_browser_is_a_local_one(
    idp: IdentityProvider, person: User, strict: Any
) -> None:
    User.objects.filter(pk=person.pk).update(hsa_id=PERSON["employeeHsaId"])
    client = SamsynClient()
    come_by(client)
    assert is_in(client)
    client.post(reverse("account_logout"))
    log_in(client, "karin", PASSWORD)
    assert client.get("/")["Location"] == reverse("mfa_index")


def test_who_has_a_second_factor_here_is_not_asked_for_it(idp: IdentityProvider, person: User, strict: Any) -> None:
    User.objects.filter(pk=person.pk).update(hsa_id=PERSON["employeeHsaId"])
    add_app(person)
    client = SamsynClient()
    assert come_by(client)["Location"] == "/"
    assert is_in(client)


def test_an_administrator_may_end_it_and_it_is_obeyed_at_once(idp: IdentityProvider) -> None:
    client = SamsynClient()
    come_by(client)
    Assignment.objects.update(ended_at=now())
    assert client.get("/").status_code == 403


def test_one_comes_back_to_the_page_one_wanted_here_and_nowhere_else(idp: IdentityProvider) -> None:
    assert come_by(SamsynClient(), next="/personer/mitt-konto")["Location"] == "/personer/mitt-konto"
    assert come_by(SamsynClient(), next="https://example.org/")["Location"] == "/"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"employeeHsaId": None}, "inget giltigt HSA-id"),
        ({"employeeHsaId": "197001011234"}, "inget giltigt HSA-id"),
        ({"employeeHsaId": ["SE2321000131-P7"]}, "inget giltigt HSA-id"),
        ({"commissionHsaId": None}, "inget medarbetaruppdrag"),
        ({"commissionHsaId": "SE5560360793-9999"}, "SE5560360793-9999 i ditt medarbetaruppdrag finns inte"),
        ({"commissionPurpose": None}, "ger ingen roll"),
        ({"commissionPurpose": "Tolkning"}, "ger ingen roll"),
        ({"commissionPurpose": ""}, "ger ingen roll"),
        ({"name": None}, "inget namn"),
    ],
)
def test_a_commission_that_gives_nothing_is_refused_in_plain_words(
    idp: IdentityProvider, change: dict[str, Any], words: str
) -> None:
    idp.claims = {key: value for key, value in (PERSON | change).items() if value is not None}
    client = SamsynClient()
    response = come_by(client)
    assert response.status_code == 403
    assert words in response.content.decode()
    assert not is_in(client)
    assert not User.objects.exists()
    assert Unit.objects.count() == 1


def test_a_closed_account_is_refused(idp: IdentityProvider, person: User) -> None:
    User.objects.filter(pk=person.pk).update(hsa_id=PERSON["employeeHsaId"], is_active=False)
    client = SamsynClient()
    assert "stängt" in come_by(client).content.decode()
    assert not is_in(client)


def other_key(idp: IdentityProvider, token: str) -> str:
    claims = jwt.decode(token, options={"verify_signature": False})
    return jwt.encode(claims, rsa.generate_private_key(65537, 2048), algorithm="RS256", headers={"kid": "one"})


def changed(idp: IdentityProvider, token: str) -> str:
    head, _, seal = token.split(".")
    claims = jwt.decode(token, options={"verify_signature": False}) | {"employeeHsaId": "SE2321000131-P000000000008"}
    return ".".join([head, jwt.encode(claims, "x" * 32).split(".")[1], seal])


def unsigned(idp: IdentityProvider, token: str) -> str:
    return jwt.encode(
        jwt.decode(token, options={"verify_signature": False}), None, algorithm="none", headers={"kid": "one"}
    )


def signed_with_the_public_key(idp: IdentityProvider, token: str) -> str:
    claims = jwt.decode(token, options={"verify_signature": False})
    return jwt.encode(claims, SECRET * 3, algorithm="HS256", headers={"kid": "one"})


@pytest.mark.parametrize(
    "lie",
    [
        other_key, changed, unsigned, signed_with_the_public_key,
        lambda _idp, _token: "", lambda _idp, _token: "a.b.c", lambda _idp, token: token[:-6],
        lambda idp, token: idp.signed(jwt.decode(token, options={"verify_signature": False}), kid="two"),
    ],
    ids=["other key", "changed", "unsigned", "shared secret", "none", "rubbish", "cut", "unknown key"],
)  # fmt: skip
def test_a_token_without_a_seal_that_holds_is_not_believed(idp: IdentityProvider, lie: Any) -> None:
    idp.alter_token = lambda token: lie(idp, token)
    client = SamsynClient()
    response = come_by(client)
    assert response.status_code == 403
    assert "kunde inte styrkas" in response.content.decode()
    assert not is_in(client)
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"exp": 1_500_000_000}, {"exp": None}, {"iat": None}, {"iat": 4_000_000_000}, {"aud": "someone-else"},
        {"aud": None}, {"aud": ["samsyn", "other"], "azp": "other"}, {"iss": "http://127.0.0.1:1"}, {"iss": None},
        {"nonce": "another"}, {"nonce": None}, {"sub": None}, {"nbf": 4_000_000_000},
    ],
    ids=str,
)  # fmt: skip
def test_a_token_for_another_time_place_or_log_in_is_not_believed(
    idp: IdentityProvider, change: dict[str, Any]
) -> None:
    idp.alter_claims = lambda claims: {key: value for key, value in (claims | change).items() if value is not None}
    client = SamsynClient()
    assert come_by(client).status_code == 403
    assert not is_in(client)


def test_a_code_of_someone_elses_log_in_is_not_taken(idp: IdentityProvider) -> None:
    """An attacker's answer in the victim's browser: the state is not of that session."""
    back = urlsplit(at_provider(way_there(SamsynClient())))
    victim = SamsynClient()
    response = victim.get(f"{back.path}?{back.query}")
    assert response.status_code == 403
    assert "annat fönster" in response.content.decode()
    assert not is_in(victim)


def test_an_answer_is_taken_once(idp: IdentityProvider) -> None:
    client = SamsynClient()
    back = urlsplit(at_provider(way_there(client)))
    address = f"{back.path}?{back.query}"
    assert client.get(address).status_code == 302
    client.post(reverse("account_logout"))
    assert client.get(address).status_code == 403
    assert not is_in(client)


@pytest.mark.parametrize(
    ("query", "words"),
    [({"error": "access_denied"}, "avbröts"), ({"error": "server_error"}, "svarar inte"), ({}, "svarar inte")],
)
def test_a_log_in_that_was_stopped_there_is_told(idp: IdentityProvider, query: dict[str, str], words: str) -> None:
    client = SamsynClient()
    state = parse_qs(urlsplit(way_there(client)).query)["state"][0]
    response = client.get(reverse("oidc_callback"), {"state": state} | query)
    assert response.status_code == 403
    assert words in response.content.decode()


def test_a_provider_that_says_it_is_another_is_not_believed(idp: IdentityProvider) -> None:
    idp.alter_discovery = lambda found: found | {"issuer": "https://example.org"}
    assert SamsynClient().get(reverse("oidc_login")).status_code == 403


def test_a_provider_that_does_not_answer_is_told(idp: IdentityProvider, settings: Any) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = providers("http://127.0.0.1:9", name="Prov", client_id=CLIENT, secret=SECRET)
    response = SamsynClient().get(reverse("oidc_login"))
    assert response.status_code == 403
    assert "svarar inte" in response.content.decode()


def test_what_the_token_leaves_out_may_be_asked_for(idp: IdentityProvider) -> None:
    idp.claims = {"sub": "person-1", "name": "Siv Hammar"}
    idp.userinfo = PERSON | {"name": "Någon Annan"}
    client = SamsynClient()
    come_by(client)
    assert "Siv Hammar, behandlare" in client.get("/").content.decode()


def test_but_only_of_the_same_person(idp: IdentityProvider) -> None:
    idp.claims = {"sub": "person-1"}
    idp.userinfo = PERSON | {"sub": "person-2"}
    client = SamsynClient()
    assert come_by(client).status_code == 403
    assert not is_in(client)


def test_without_a_provider_there_is_no_such_page(unit: Unit) -> None:
    assert SamsynClient().get(reverse("oidc_login")).status_code == 404
    assert SamsynClient().get(reverse("oidc_callback")).status_code == 404


@pytest.mark.parametrize(
    ("at_office", "purpose", "name", "role"),
    [
        (False, "vård och behandling", "Smärtteamet", Role.CLINICIAN),
        (False, "Vård och behandling", "KOORDINATOR smärta", Role.COORDINATOR),
        (False, "Vård och behandling", "Remittenter", Role.REFERRER),
        (False, "Administration", "Ekonomi", Role.ECONOMIST),
        (False, "Administration", "Granskning", None),
        (True, "Administration", "Granskning", Role.REGION_REVIEWER),
        (True, "Administration", "", Role.REGION_OFFICER),
        (True, "Vård och behandling", "", None),
        (False, "Tolk", "", None),
    ],
)
def test_the_standard_table(
    unit: Unit, office: Unit, at_office: bool, purpose: str, name: str, role: Role | None
) -> None:
    from samsyn.web.people.oidc.mapping import role_of

    assert role_of(office if at_office else unit, purpose=purpose, commission=name) == role


def test_the_regions_own_lines_go_first(idp: IdentityProvider, unit: Unit) -> None:
    CommissionRole.objects.create(region=unit.region, purpose="Vård och behandling", role="referrer")
    client = SamsynClient()
    come_by(client)
    assert "Siv Hammar, remittent" in client.get("/").content.decode()
    CommissionRole.objects.create(region=unit.region, purpose="Vård och behandling", name_contains="smärt", role="")
    assert "ger ingen roll" in come_by(SamsynClient()).content.decode()


def test_no_line_makes_an_administrator(idp: IdentityProvider, unit: Unit) -> None:
    CommissionRole.objects.create(region=unit.region, purpose="Vård och behandling", role="administrator")
    assert come_by(SamsynClient()).status_code == 403
