"""The auditor's page of the access log."""

import uuid
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.clock import now
from samsyn.web.audit.models import AccessEntry
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.models import Patient
from tests.web.conftest import SignIn
from tests.web.oversight.conftest import ASA, KALLE, RegisterAt, at, named, read

LOG, FIND = "/insyn/atkomstlogg", "/insyn/atkomstlogg/sok-patient"
ActorOf = Callable[[Role, Unit], Actor]


def _body(response: Any) -> str:
    return response.content.decode()


def _controls() -> Any:
    return AccessEntry.objects.filter(purpose="control")


def test_a_row_says_when_who_where_what_why(
    sign_in: SignIn, auditor: Any, asa: Patient, actor_of: ActorOf, unit: Unit
) -> None:
    by = named(actor_of(Role.CLINICIAN, unit), "Bo Behandlare")
    read(by, asa.pk, at(1, 21, 30), reason="Akut fråga från patienten")
    body = _body(sign_in(auditor).get(LOG, {"first_day": "2026-08-01"}))
    for words in ("2026-09-01 23:30:00", "Bo Behandlare", "behandlare, Rehab Åby", "Åsa Öberg, 19800102-2386"):
        assert words in body
    for words in ("vård: Akut fråga från patienten", "visades"):
        assert words in body


def test_reading_the_log_is_logged_for_each_patient_shown_once(
    sign_in: SignIn, auditor: Any, asa: Patient, register: RegisterAt, actor_of: ActorOf, unit: Unit
) -> None:
    by, kalle = actor_of(Role.CLINICIAN, unit), register(unit, KALLE, "Kalle", "Ek")
    for _ in range(3):
        read(by, asa.pk, now())
    read(by, kalle.pk, now())
    sign_in(auditor).get(LOG)
    shown = _controls()
    assert {(row.patient_id, row.action, row.user_name) for row in shown} == {
        (asa.pk, "access-log.see", "Lo Granskare"),
        (kalle.pk, "access-log.see", "Lo Granskare"),
    }
    assert shown.count() == 2


def test_only_the_own_provider_is_seen(
    sign_in: SignIn, auditor: Any, register: RegisterAt, actor_of: ActorOf, other_unit: Unit, second_unit: Unit
) -> None:
    foreign = register(other_unit, ASA, "Fredrik", "Främmande")
    read(named(actor_of(Role.CLINICIAN, other_unit), "Ulla Utomstående"), foreign.pk, now())
    own = register(second_unit, KALLE, "Kalle", "Ek")
    read(named(actor_of(Role.CLINICIAN, second_unit), "Stina Syster"), own.pk, now())
    client = sign_in(auditor)
    body = _body(client.get(LOG))
    assert "Stina Syster" in body
    assert "Kalle Ek" in body, "a patient of another unit of the provider"
    assert "Ulla" not in body
    assert "Främmande" not in body
    assert "Främmande" not in _body(client.get(LOG, {"patient": str(foreign.pk)}))
    assert client.get(f"/insyn/utdrag/{foreign.pk}").status_code == 404
    assert client.get(f"/insyn/utdrag/{uuid.uuid4()}").status_code == 404


@pytest.mark.parametrize("typed", ["19800102-2386", "800102-2386", "198001022386", " 19800102 2386 "])
def test_a_patient_is_found_by_the_number_in_any_form_and_the_number_stands_in_no_address(
    typed: str, sign_in: SignIn, auditor: Any, asa: Patient, actor_of: ActorOf, unit: Unit, register: RegisterAt
) -> None:
    by = actor_of(Role.CLINICIAN, unit)
    read(by, asa.pk, at(1))
    read(by, register(unit, KALLE, "Kalle", "Ek").pk, now())
    response = sign_in(auditor).post(FIND, {"number": typed}, follow=True)
    assert response.status_code == 200
    addresses = " ".join(unquote(address) for address, _status in response.redirect_chain)
    assert str(asa.pk) in addresses
    assert "2386" not in addresses
    body = _body(response)
    assert "Loggen för <strong>Åsa Öberg, 19800102-2386</strong>" in body
    assert "2026-09-01" in body, "also rows from before the usual period"
    assert "Kalle" not in body


def test_records_at_all_units_of_the_provider_are_one_person(
    sign_in: SignIn, auditor: Any, asa: Patient, register: RegisterAt, actor_of: ActorOf, unit: Unit,
    second_unit: Unit, other_unit: Unit,
) -> None:  # fmt: skip
    there, foreign = register(second_unit, ASA, "Åsa", "Öberg"), register(other_unit, ASA, "Åsa", "Öberg")
    read(named(actor_of(Role.CLINICIAN, unit), "Person Ett"), asa.pk, now())
    read(named(actor_of(Role.CLINICIAN, second_unit), "Person Två"), there.pk, now())
    read(named(actor_of(Role.CLINICIAN, other_unit), "Person Tre"), foreign.pk, now())
    body = _body(sign_in(auditor).post(FIND, {"number": ASA}, follow=True))
    assert "Person Ett" in body
    assert "Person Två" in body
    assert "Person Tre" not in body


def test_linked_records_are_one_person(
    sign_in: SignIn, auditor: Any, asa: Patient, register: RegisterAt, actor_of: ActorOf, unit: Unit
) -> None:
    old = register(unit, KALLE, "Åsa", "Öberg", same_as_id=asa.pk)
    read(named(actor_of(Role.CLINICIAN, unit), "Person Ett"), old.pk, now())
    assert "Person Ett" in _body(sign_in(auditor).get(LOG, {"patient": str(asa.pk)}))
    assert "Person Ett" in _body(sign_in(auditor).get(LOG, {"patient": str(old.pk)}))


@pytest.mark.parametrize("typed", ["19121212-1212", "banan", ""])
def test_a_number_that_nobody_has_says_so(typed: str, sign_in: SignIn, auditor: Any, asa: Patient) -> None:
    response = sign_in(auditor).post(FIND, {"number": typed})
    assert response.status_code == 422
    words = "Ingen patient hos vårdgivaren har det numret." if typed else "Skriv patientens nummer."
    assert words in _body(response)


def test_filters(sign_in: SignIn, auditor: Any, asa: Patient, assignment_of: Any, unit: Unit) -> None:
    bo = assignment_of(Role.CLINICIAN, unit, "Bo Ärlig").actor
    eva = assignment_of(Role.COORDINATOR, unit, "Eva Orlén").actor
    read(bo, asa.pk, at(1))
    read(bo, None, at(2), result="refused", action="team.edit", purpose="none")
    read(eva, asa.pk, at(3), action="patient.search")
    client = sign_in(auditor)

    def users(**asked: str) -> list[str]:
        page = client.get(LOG, {"first_day": "2026-08-01", **asked}).context
        return [line["row"].user_name for line in page["lines"]]

    assert users() == ["Eva Orlén", "Bo Ärlig", "Bo Ärlig"]
    assert users(user="ÄRLIG bo") == ["Bo Ärlig", "Bo Ärlig"]
    assert users(user="arlig") == []
    assert users(result="refused") == ["Bo Ärlig"]
    assert users(first_day="2026-09-02", last_day="2026-09-02") == ["Bo Ärlig"]
    assert users(last_day="1/9 2026") == ["Bo Ärlig"]
    assert users(action="patient.search") in (["Eva Orlén"], [])
    assert "Lo Granskare" in users(controls="on")
    assert "Inget stämmer med filtren" in _body(client.get(LOG, {"user": "Nemo"}))
    assert client.get(LOG, {"first_day": "2026-09-02", "last_day": "2026-09-01"}).status_code == 422


def test_leafing_shows_each_row_once_in_both_directions(
    sign_in: SignIn, auditor: Any, actor_of: ActorOf, unit: Unit
) -> None:
    by, same_moment = actor_of(Role.CLINICIAN, unit), now()
    for _ in range(120):
        read(by, uuid.uuid4(), same_moment)
    client, address, seen, pages = sign_in(auditor), "?controls=", [], []
    while address:
        page = client.get(LOG + address).context
        pages.append([line["row"].pk for line in page["lines"]])
        seen += pages[-1]
        last, address = page, page["page"].next
    assert len(seen) == len(set(seen)) == 120
    back = client.get(LOG + last["page"].previous).context
    assert [line["row"].pk for line in back["lines"]] == pages[1]


def test_a_protected_identity_is_no_name_beside_a_unit(
    sign_in: SignIn, auditor: Any, asa: Patient, actor_of: ActorOf, unit: Unit
) -> None:
    Patient.across_units.filter(pk=asa.pk).update(protection="skyddad_folkbokforing")
    read(actor_of(Role.CLINICIAN, unit), asa.pk, now())
    body = _body(sign_in(auditor).get(LOG))
    assert "skyddade personuppgifter" in body
    assert "Öberg" not in body
    assert "2386" not in body


@pytest.mark.parametrize("place", ["x", "2026-01-01", "0" * 32, "_"])
def test_a_mistyped_place_shows_the_newest(place: str, sign_in: SignIn, auditor: Any, asa: Patient) -> None:
    assert sign_in(auditor).get(LOG, {"efter": place}).status_code == 200


@pytest.mark.parametrize("role", [each for each in Role if each != Role.AUDITOR])
def test_no_other_role_reads_the_log_and_the_try_is_logged(
    role: Role, sign_in: SignIn, unit: Unit, asa: Patient
) -> None:
    assert sign_in(role, unit).get(LOG).status_code == 403
    assert sign_in(role, unit).get(f"/insyn/utdrag/{asa.pk}").status_code == 403
    assert AccessEntry.objects.filter(result="refused").count() == 2
