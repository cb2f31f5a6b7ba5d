"""Registering: every kind of number, in any form, at one's own unit alone."""

from datetime import date

import pytest

from samsyn.kernel import IdentityKind
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.models import AccessEntry, AuditEvent
from samsyn.web.patients.models import Patient, PatientIdentity
from tests.kernel.published import PERSONS
from tests.web.patients.conftest import ASA, FOREIGN, PatientClient, page_of, registered

NEW = "/patienter/ny"


@pytest.mark.parametrize(("title", "value", "kind", "birth_date", "sex"), PERSONS)
def test_every_published_number_registers_with_what_it_tells(
    clinician: PatientClient, title: str, value: str, kind: IdentityKind, birth_date: date | None, sex: str | None
) -> None:
    answer = clinician.send(
        NEW, number=f" {value[:8]}-{value[8:]} ", given_name="Åsa", family_name="Öberg", sex="unknown"
    )
    assert answer.status_code == 302
    patient = Patient.across_units.get()
    assert (patient.birth_date, patient.sex, patient.is_test) == (birth_date, sex or "unknown", False)
    number = PatientIdentity.across_units.get()
    assert (number.value, number.kind, number.is_main, number.patient) == (value, kind, True, patient)
    page = clinician.get(answer["Location"]).content.decode()
    assert f"{value[:8]}-{value[8:]}" in page
    assert ("ålder okänd" in page) == (birth_date is None)


@pytest.mark.parametrize(
    "written", ["8001022386", "800102-2386", "19800102 2386", "1980-01-02–2386", "１９８００１０２２３８６"]
)
def test_any_form_of_a_number_is_the_same_number(clinician: PatientClient, written: str) -> None:
    clinician.send(NEW, number=written, family_name="Öberg", sex="unknown")
    assert PatientIdentity.across_units.get().value == ASA


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("19800102-2387", "Kontrollsiffran stämmer inte"),
        ("19800231-2386", "inte med ett datum som finns"),
        ("2321000131", "organisationsnummer"),
        ("", "Skriv patientens nummer"),
        ("20200102-2389", "inte varit än"),
    ],
)
def test_what_is_no_number_is_said_in_words(clinician: PatientClient, written: str, words: str) -> None:
    answer = clinician.send(NEW, number=written, family_name="Öberg", sex="unknown")
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Patient.across_units.exists()


def test_what_the_number_does_not_tell_is_asked(clinician: PatientClient) -> None:
    clinician.send(NEW, number="991981000010", family_name="Öberg", birth_date="1 mars 1970", sex="female")
    patient = Patient.across_units.get()
    assert (patient.birth_date, patient.sex) == (date(1970, 3, 1), "male")


def test_a_birth_date_that_is_not_the_numbers_is_refused(clinician: PatientClient) -> None:
    answer = clinician.send(NEW, number=ASA, family_name="Öberg", birth_date="1980-01-03", sex="unknown")
    assert answer.status_code == 409
    assert "Födelsedagen är en annan än numrets" in answer.content.decode()
    assert not Patient.across_units.exists()


def test_a_number_of_the_unit_is_refused_with_the_way_to_its_record(clinician: PatientClient, patient: Patient) -> None:
    answer = clinician.send(NEW, number=ASA, family_name="Annan", sex="unknown")
    assert answer.status_code == 409
    assert page_of(patient) in answer.content.decode()
    assert Patient.across_units.count() == PatientIdentity.across_units.count() == 1
    assert AccessEntry.objects.filter(patient_id=patient.pk, action="patient.register").count() == 1


def test_a_number_of_another_unit_is_as_unknown_as_any(clinician: PatientClient, foreign: Patient) -> None:
    answers = [
        clinician.send(NEW, number=number, given_name="Kent", family_name="Ärlebrand", sex="unknown")
        for number in (FOREIGN, "200012099891")
    ]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert str(foreign.pk) not in "".join(answer["Location"] for answer in answers)
    assert not AccessEntry.objects.filter(patient_id=foreign.pk).exists()
    assert Patient.across_units.count() == 3


def test_a_form_sent_twice_registers_once(clinician: PatientClient) -> None:
    fields = {
        "number": ASA,
        "family_name": "Öberg",
        "sex": "unknown",
        "act_key": "0b6a3c9e-38f5-4d36-9a0c-4ddf05b2a111",
    }
    first, second = clinician.send(NEW, **fields), clinician.send(NEW, **fields)
    assert first["Location"] == second["Location"]
    assert Patient.across_units.count() == AuditEvent.objects.filter(action="patient.register").count() == 1


def test_fields_that_the_form_has_not_are_not_taken(clinician: PatientClient, foreign: Patient) -> None:
    planted = {"unit": foreign.unit_id, "unit_id": foreign.unit_id, "is_test": "1", "protection": "sekretessmarkering"}
    clinician.send(NEW, number=ASA, family_name="Öberg", sex="unknown", version=9, **planted)
    patient = Patient.across_units.exclude(pk=foreign.pk).get()
    assert patient.unit_id != foreign.unit_id
    assert (patient.is_test, patient.protection, patient.version) == (False, "none", 1)


def test_a_serial_makes_nobody_a_test_person(actor: Actor) -> None:
    assert not registered(actor, "200012099891").is_test


def test_a_region_sees_nothing_of_it_in_the_trail(actor: Actor) -> None:
    registered(actor, ASA)
    assert AuditEvent.objects.get().region_id is None
    assert AuditEvent.objects.get().changes["number"] == [None, "19800102-2386"]


@pytest.mark.parametrize("name", ["Öberg 19800102", "Öber\u200bg", "Ö\x1bberg"])
def test_a_name_has_no_digits_and_nothing_unseen(clinician: PatientClient, name: str) -> None:
    assert clinician.send(NEW, number=ASA, family_name=name, sex="unknown").status_code == 422


@pytest.mark.parametrize("name", ["<script>alert()</script>", "Ю" * 100, "'; DROP TABLE patients_patient; --"])
def test_odd_names_are_kept_and_shown_as_text(clinician: PatientClient, name: str) -> None:
    page = clinician.get(clinician.send(NEW, number=ASA, family_name=name, sex="unknown")["Location"]).content.decode()
    assert "<script>alert" not in page
    assert Patient.across_units.get().family_name == name


def test_a_patient_is_never_deleted(patient: Patient) -> None:
    with pytest.raises(TypeError):
        patient.delete()
    with pytest.raises(TypeError):
        Patient.across_units.filter(pk=patient.pk).delete()
