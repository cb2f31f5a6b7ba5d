"""What another unit's people, the region and other roles learn of a patient: nothing (reliability P6, P7)."""

import re
import uuid
from collections.abc import Callable

import pytest
from django.db import connection
from django.urls import NoReverseMatch, get_resolver, reverse

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AccessEntry, AuditEvent
from samsyn.web.audit.reach import declare
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.models import NameWord, Patient, PatientIdentity
from tests.web.conftest import see_everything
from tests.web.patients.conftest import FOREIGN, LIST, SEARCH, Client, PatientClient, page_of, registered

METHODS = ["get", "post", "head", "put", "patch", "delete", "options"]
ABOUT_ONE = sorted(
    name for name in get_resolver().namespace_dict["patients"][1].reverse_dict if isinstance(name, str) and name not in
    ("list", "search", "notice", "register")
)  # fmt: skip
EVERY = ["list", "search", "notice", "register", *ABOUT_ONE]


def _address(name: str, patient_id: object, more: object) -> str:
    for given in ({}, {"other_id": more}, {"identity_id": more}):
        try:
            return reverse(f"patients:{name}", kwargs={"patient_id": patient_id, **given})
        except NoReverseMatch:
            continue
    raise AssertionError(name)


def _bare(body: bytes) -> str:
    """A page without what differs between any two: keys, tokens, the request's id, the address itself."""
    text = re.sub(
        r'(name="(?:csrfmiddlewaretoken|act_key)" value|hx-headers)=("[^"]*"|\'[^\']*\')', r"\1", body.decode()
    )
    return re.sub(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", "ID", text)


def test_the_list_of_addresses_is_whole() -> None:
    assert len(ABOUT_ONE) == 11


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", ABOUT_ONE)
@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.REFERRER])
def test_another_units_patient_is_as_one_that_does_not_exist(
    enter: Client, unit: Unit, foreign: Patient, patient: Patient, role: Role, name: str, method: str
) -> None:
    client, number = enter(role, unit), PatientIdentity.across_units.get(patient=foreign)
    before = AuditEvent.objects.count()
    more = number.pk if name == "withdraw-number" else patient.pk
    fields = {"act_key": str(uuid.uuid4()), "version": 1, "reason": "prövar", "number": FOREIGN, "family_name": "Ny"}
    data = fields if method == "post" else None
    there = getattr(client, method)(_address(name, foreign.pk, more), data)
    nowhere = getattr(client, method)(_address(name, uuid.uuid4(), more), data)
    no_such_method = name == "patient" and method not in ("get", "head")
    assert there.status_code == nowhere.status_code
    assert there.status_code == 404 or no_such_method
    assert _bare(there.content) == _bare(nowhere.content)
    assert there.headers.keys() == nowhere.headers.keys()
    assert AuditEvent.objects.count() == before
    assert not AccessEntry.objects.filter(patient_id=foreign.pk).exists()


def test_another_units_patient_cannot_be_the_other_of_a_link(
    clinician: PatientClient, patient: Patient, foreign: Patient
) -> None:
    for other in (foreign.pk, uuid.uuid4()):
        assert clinician.get(page_of(patient, "link", other_id=other)).status_code == 404
    found = clinician.send(page_of(patient, "find-other"), number=FOREIGN)
    unknown = clinician.send(page_of(patient, "find-other"), number="200012099891")
    assert found.status_code == unknown.status_code == 409
    assert "Ingen patient hos er" in found.content.decode()


def test_search_and_list_do_not_find_another_units_patient(clinician: PatientClient, foreign: Patient) -> None:
    for text in ("", "Främling", FOREIGN):
        assert str(foreign.pk) not in clinician.search(text)
    assert not clinician.get(f"{LIST}?efter={foreign.pk}").context["page"].rows
    assert not AccessEntry.objects.exists()


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize(
    "role", [Role.REGION_OFFICER, Role.REGION_REVIEWER, Role.ECONOMIST, Role.AUDITOR, Role.ADMINISTRATOR]
)
def test_other_roles_open_none_of_the_pages(
    enter: Client, unit: Unit, office: Unit, patient: Patient, role: Role, name: str
) -> None:
    at = office if role in (Role.REGION_OFFICER, Role.REGION_REVIEWER) else unit
    client = enter(role, at, told=False)
    address = _address(name, patient.pk, patient.pk) if name in ABOUT_ONE else reverse(f"patients:{name}")
    for method in ("get", "post"):
        answer = getattr(client, method)(address)
        assert answer.status_code == 403
        assert "Öberg" not in answer.content.decode()
    assert not AccessEntry.objects.filter(result="allowed").exists()


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.COORDINATOR, Role.REFERRER])
def test_a_regions_office_has_no_patients_whatever_the_role(
    actor_of: Callable[[Role, Unit], Actor], office: Unit, patient: Patient, role: Role
) -> None:
    by = actor_of(role, office)
    assert not Patient.at(by).exists()
    assert not PatientIdentity.at(by).exists()
    assert not NameWord.at(by).exists()


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.COORDINATOR, Role.REFERRER])
def test_the_units_own_read_and_write(enter: Client, unit: Unit, patient: Patient, role: Role) -> None:
    client = enter(role, unit)
    assert "Öberg" in client.get(page_of(patient)).content.decode()
    sent = client.send(page_of(patient, "correct"), given_name="Åsa", family_name="Ny", version=1)
    assert sent.status_code == 302


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has the second wall")
@pytest.mark.parametrize("place", ["unit", "office"])
def test_the_database_shows_no_foreign_row_when_the_filter_is_off(
    monkeypatch: pytest.MonkeyPatch, enter: Client, actor: Actor, patient: Patient, foreign: Patient, unit: Unit,
    office: Unit, actor_of: Callable[[Role, Unit], Actor], place: str,
) -> None:  # fmt: skip
    for model in (Patient, PatientIdentity, NameWord):
        monkeypatch.setattr(model, "at", classmethod(lambda cls, _by: cls.across_units.all()))
    by = actor if place == "unit" else actor_of(Role.REGION_OFFICER, office)
    declare(by)
    expected = {patient.pk} if place == "unit" else set()
    assert set(Patient.at(by).values_list("pk", flat=True)) == expected
    assert set(PatientIdentity.at(by).values_list("patient_id", flat=True)) == expected
    assert set(NameWord.at(by).values_list("patient_id", flat=True)) == expected
    assert Patient.at(by).filter(pk=foreign.pk).update(family_name="Ändrad") == 0
    see_everything()
    client = enter(Role.CLINICIAN, unit)
    assert client.get(page_of(foreign)).status_code == 404
    assert str(foreign.pk) not in client.search("Främling")
    assert client.post(SEARCH, {"text": FOREIGN}).status_code == 302
    assert str(foreign.pk) not in client.get(LIST).content.decode()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has the second wall")
def test_the_database_deletes_no_patient(actor: Actor, patient: Patient) -> None:
    NameWord.across_units.all().delete()
    PatientIdentity.across_units.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM patients_patient")
        assert cursor.rowcount == 0


def test_a_referrer_sees_what_the_own_unit_registered(
    enter: Client, unit: Unit, other_unit: Unit, actor_of: Callable[[Role, Unit], Actor]
) -> None:
    mine = registered(actor_of(Role.REFERRER, unit), FOREIGN, "Kent", "Ärlebrand")
    assert str(mine.pk) in enter(Role.REFERRER, unit).search("ärle")
    assert str(mine.pk) not in enter(Role.REFERRER, other_unit).search("ärle")
