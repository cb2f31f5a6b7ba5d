"""Every patient shown stands in the access log, once; what cannot be logged is not shown (reliability P1, P2)."""

from collections import Counter
from datetime import date

import pytest
from django.db import connection

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AccessEntry
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.loading import load_patients
from samsyn.web.patients.models import Patient
from tests.web.patients.conftest import ASA, KENT, LIST, SEARCH, Client, PatientClient, page_of, registered

ABOUT_ONE = ["patient", "correct", "give-number", "protect", "mark-deceased", "mark-test", "find-other", "unlink"]


def _logged() -> Counter[object]:
    return Counter(AccessEntry.objects.values_list("patient_id", flat=True))


@pytest.mark.parametrize("name", ABOUT_ONE)
def test_a_page_about_a_patient_leaves_one_row(
    clinician: PatientClient, actor: Actor, patient: Patient, name: str
) -> None:
    registered(actor, KENT, "Kent", "Ärlebrand")
    assert clinician.get(page_of(patient, name)).status_code == 200
    row = AccessEntry.objects.get()
    assert (row.patient_id, row.unit_id, row.purpose, row.result) == (patient.pk, patient.unit_id, "care", "allowed")
    assert row.action.startswith("patient.")


def test_a_list_of_twenty_five_leaves_twenty_five_rows(clinician: PatientClient, unit: Unit) -> None:
    load_patients([unit], 60, seed=1, today=date(2019, 10, 31))
    first = clinician.get(LIST)
    shown = {patient.pk for patient in first.context["page"].rows}
    assert len(shown) == 25
    assert _logged() == Counter(dict.fromkeys(shown, 1))
    second = clinician.get(f"{LIST}{first.context['page'].next}")
    assert len(_logged()) == 50
    assert not shown & {patient.pk for patient in second.context["page"].rows}


def test_every_hit_of_a_live_search_is_logged(clinician: PatientClient, actor: Actor, patient: Patient) -> None:
    registered(actor, KENT, "Kent", "Ärlebrand")
    answer = clinician.post(SEARCH, {"text": "öbe"}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "Öberg" in answer.content.decode()
    assert "<html" not in answer.content.decode()
    assert _logged() == Counter({patient.pk: 1})


def test_looking_at_two_records_before_linking_them_leaves_two_rows(
    clinician: PatientClient, actor: Actor, patient: Patient
) -> None:
    other = registered(actor, KENT, "Kent", "Ärlebrand")
    clinician.get(page_of(patient, "link", other_id=other.pk))
    assert _logged() == Counter({patient.pk: 1, other.pk: 1})


def test_a_write_that_shows_the_form_again_is_a_read(clinician: PatientClient, patient: Patient) -> None:
    assert clinician.send(page_of(patient, "correct"), version=1, family_name="").status_code == 422
    assert _logged() == Counter({patient.pk: 1})


def test_a_test_person_is_logged_as_any(clinician: PatientClient, patient: Patient) -> None:
    Patient.across_units.filter(pk=patient.pk).update(is_test=True)
    clinician.get(page_of(patient))
    assert _logged() == Counter({patient.pk: 1})


def test_the_notice_comes_before_the_first_patient(enter: Client, unit: Unit, patient: Patient) -> None:
    client = enter(Role.CLINICIAN, unit, told=False)
    for address in (LIST, page_of(patient), "/patienter/ny"):
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer["Location"] == f"/patienter/logg?next={address.replace('/', '%2F')}"
    notice = client.get(answer["Location"]).content.decode()
    assert "skrivs i åtkomstloggen" in notice
    assert not AccessEntry.objects.exists()
    assert client.post("/patienter/logg", {"next": page_of(patient)})["Location"] == page_of(patient)
    assert "Öberg" in client.get(page_of(patient)).content.decode()


def test_the_notice_leads_to_no_other_site(clinician: PatientClient) -> None:
    assert clinician.post("/patienter/logg", {"next": "https://example.org/x"})["Location"] == LIST


@pytest.mark.parametrize("address", ["list", "patient", "correct", "search"])
def test_nothing_is_shown_when_the_log_refuses(clinician: PatientClient, patient: Patient, address: str) -> None:
    _refuse_inserts()
    if address == "search":
        answer = clinician.post(SEARCH, {"text": "Öberg"}, headers={"HX-Request": "true"})
    else:
        answer = clinician.get(LIST if address == "list" else page_of(patient, address))
    assert answer.status_code == 503
    body = answer.content.decode()
    assert not [word for word in ("Öberg", "Åsa", ASA, "19800102-2386", str(patient.pk)) if word in body]


def test_nothing_is_written_when_the_log_refuses(clinician: PatientClient, patient: Patient) -> None:
    _refuse_inserts()
    answer = clinician.send(page_of(patient, "correct"), given_name="Ny", family_name="Nyare", version=1)
    assert answer.status_code == 503
    assert Patient.across_units.get(pk=patient.pk).family_name == "Öberg"


def _refuse_inserts() -> None:
    """The log table takes no more rows."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "CREATE TRIGGER full_log BEFORE INSERT ON audit_accessentry BEGIN SELECT RAISE(ABORT, 'full'); END"
            )
        else:
            cursor.execute(
                "CREATE FUNCTION full_log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$"
            )
            cursor.execute(
                "CREATE TRIGGER full_log BEFORE INSERT ON audit_accessentry FOR EACH ROW EXECUTE FUNCTION full_log()"
            )
