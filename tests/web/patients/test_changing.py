"""Correcting, numbers, marks and links: one effect, two tabs, and an undo that leaves every row as it was."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from samsyn.kernel import PersonIdentity
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.models import AuditEvent
from samsyn.web.patients.acts.linking import link_patients, unlink_patient
from samsyn.web.patients.acts.numbering import give_number
from samsyn.web.patients.history import EVENT_NAMES
from samsyn.web.patients.models import NameWord, Patient, PatientIdentity
from samsyn.web.people.rights import ACTIONS
from tests.web.patients.conftest import (
    ASA,
    KENT,
    MAN,
    SAMORDNING,
    STOCKHOLM,
    UNKNOWN_AGE,
    PatientClient,
    fresh,
    page_of,
    registered,
)  # fmt: skip

TODAY = date(2019, 10, 31)
REASON = "samma person enligt besked"


def _dump() -> list[tuple[Any, ...]]:
    """All rows of the tables of patients, as the database holds them."""
    rows: list[tuple[Any, ...]] = []
    with connection.cursor() as cursor:
        for model in (Patient, PatientIdentity, NameWord):
            cursor.execute(f"SELECT * FROM {model._meta.db_table} ORDER BY id")
            rows += cursor.fetchall()
    return rows


def test_a_correction_is_found_shown_and_in_the_history(clinician: PatientClient, patient: Patient) -> None:
    sent = clinician.send(page_of(patient, "correct"), version=1, given_name="Åsa", family_name="Ärlebrand")
    assert sent["Location"] == page_of(patient)
    assert (fresh(patient).family_name, fresh(patient).version) == ("Ärlebrand", 2)
    assert AuditEvent.objects.get(action="patient.correct").changes == {"family_name": ["Öberg", "Ärlebrand"]}
    page = clinician.get(page_of(patient)).content.decode()
    assert page.index("Uppgifter rättade") < page.index("Registrerad</p>")
    assert str(patient.pk) in clinician.search("ärlebrand")
    assert str(patient.pk) not in clinician.search("öberg")


def test_two_tabs_give_one_change_and_words_to_the_other(clinician: PatientClient, patient: Patient) -> None:
    address = page_of(patient, "correct")
    assert clinician.send(address, version=1, given_name="Åsa", family_name="Ärlebrand").status_code == 302
    late = clinician.send(address, version=1, given_name="Åsa", family_name="Tolvan")
    assert late.status_code == 409
    assert "Någon har ändrat uppgifterna" in late.content.decode()
    assert fresh(patient).family_name == "Ärlebrand"


FORMS: list[tuple[str, dict[str, str], str]] = [
    ("correct", {"given_name": "Åsa", "family_name": "Ny"}, "patient.correct"),
    ("give-number", {"number": KENT, "valid_from": "2019-10-01", "replaces": "1"}, "patient.give-number"),
    ("protect", {"protection": "sekretessmarkering", "reason": REASON}, "patient.protect"),
    ("mark-deceased", {"day": "2019-10-01"}, "patient.mark-deceased"),
    ("mark-test", {"is_test": "1", "reason": REASON}, "patient.mark-test"),
]


@pytest.mark.parametrize(("name", "fields", "action"), FORMS)
def test_a_form_sent_twice_has_one_effect(
    clinician: PatientClient, patient: Patient, name: str, fields: dict[str, str], action: str
) -> None:
    fields = {**fields, "version": "1", "act_key": str(uuid.uuid4())}
    first = clinician.send(page_of(patient, name), **fields)
    after = _dump()
    if name == "protect":  # the second click of a form that is open already
        clinician.send(page_of(patient, "open-protected"), reason=REASON)
    second = clinician.send(page_of(patient, name), **fields)
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"] == page_of(patient)
    assert _dump() == after
    assert AuditEvent.objects.filter(action=action).count() == 1


@pytest.mark.parametrize(("name", "fields", "action"), FORMS)
def test_a_form_made_from_an_older_version_is_refused(
    clinician: PatientClient, patient: Patient, name: str, fields: dict[str, str], action: str
) -> None:
    Patient.across_units.filter(pk=patient.pk).update(version=2)
    before = _dump()
    late = clinician.send(page_of(patient, name), **fields, version="1")
    assert late.status_code == 409
    assert "Någon har ändrat uppgifterna" in late.content.decode()
    assert _dump() == before
    assert not AuditEvent.objects.filter(action=action).exists()


@pytest.mark.parametrize(("name", "fields", "action"), FORMS)
def test_without_its_key_a_form_does_nothing(
    clinician: PatientClient, patient: Patient, name: str, fields: dict[str, str], action: str
) -> None:
    before = _dump()
    assert clinician.post(page_of(patient, name), {**fields, "version": "1"}).status_code == 409
    assert _dump() == before


def test_what_the_number_tells_cannot_be_rewritten(clinician: PatientClient, patient: Patient) -> None:
    planted = {"birth_date": "1999-01-01", "sex": "male", "deceased_on": "2019-01-01", "is_test": "1", "same_as": ""}
    clinician.send(page_of(patient, "correct"), version=1, given_name="Åsa", family_name="Ny", **planted)
    now = fresh(patient)
    assert (now.birth_date, now.sex, now.deceased_on, now.is_test) == (date(1980, 1, 2), "female", None, False)


def test_an_unknown_birth_date_can_be_told(clinician: PatientClient, actor: Actor) -> None:
    unknown = registered(actor, UNKNOWN_AGE)
    assert unknown.age() is None
    clinician.send(
        page_of(unknown, "correct"), version=1, given_name="Åsa", family_name="Öberg", birth_date="1970-06-01"
    )
    assert fresh(unknown).age(TODAY) == 49


def test_a_samordningsnummer_becomes_a_personnummer(clinician: PatientClient, actor: Actor) -> None:
    mine = registered(actor, UNKNOWN_AGE)
    PatientIdentity.across_units.update(valid_from=date(2018, 1, 1))
    fields = {"number": "19800102-2386", "valid_from": "2019-03-01", "replaces": "1"}
    assert clinician.send(page_of(mine, "give-number"), version=1, **fields).status_code == 302
    old, new = (PatientIdentity.across_units.get(value=value) for value in (UNKNOWN_AGE, ASA))
    assert (old.is_main, old.valid_to) == (False, date(2019, 2, 28))
    assert (new.is_main, new.valid_from, new.valid_to) == (True, date(2019, 3, 1), None)
    assert (fresh(mine).birth_date, fresh(mine).sex) == (date(1980, 1, 2), "female")
    page = clinician.get(page_of(mine)).content.decode()
    assert "19150072-2390" in page
    assert "39 år" in page


def test_a_number_of_someone_born_after_the_day_of_death_is_refused(clinician: PatientClient, actor: Actor) -> None:
    mine = registered(actor, UNKNOWN_AGE)
    PatientIdentity.across_units.update(valid_from=date(2018, 1, 1))
    Patient.across_units.filter(pk=mine.pk).update(deceased_on=date(1979, 5, 1))
    before = _dump()
    fields = {"number": "19800102-2386", "valid_from": "2019-03-01", "replaces": "1"}
    answer = clinician.send(page_of(mine, "give-number"), version=1, **fields)
    assert answer.status_code == 409
    assert "Födelsedagen är efter dödsdagen." in answer.content.decode()
    assert _dump() == before


def test_a_number_beside_the_main_one(clinician: PatientClient, patient: Patient) -> None:
    fields = {"number": STOCKHOLM, "valid_from": "2019-10-31", "replaces": "0"}
    assert clinician.send(page_of(patient, "give-number"), version=1, **fields).status_code == 302
    assert fresh(patient).main_identity.value == ASA
    assert PatientIdentity.across_units.filter(patient=patient, valid_to=None).count() == 2


def test_another_records_number_is_refused_with_the_way_there(
    clinician: PatientClient, actor: Actor, patient: Patient
) -> None:
    other = registered(actor, KENT, "Kent", "Ärlebrand")
    fields = {"number": KENT, "valid_from": "2019-10-31", "replaces": "1"}
    before = _dump()
    answer = clinician.send(page_of(patient, "give-number"), version=1, **fields)
    assert answer.status_code == 409
    assert page_of(other) in answer.content.decode()
    assert _dump() == before


def test_a_number_that_was_never_the_persons_is_taken_away(clinician: PatientClient, actor: Actor) -> None:
    mine = registered(actor, KENT)
    give_number(by=actor, patient_id=mine.pk, version=1, identity=PersonIdentity(ASA), valid_from=TODAY, replaces=True)
    wrong, main = (PatientIdentity.across_units.get(value=value) for value in (KENT, ASA))
    fields = {"version": 2, "reason": "numret var en annan persons"}
    assert clinician.send(page_of(mine, "withdraw-number", identity_id=main.pk), **fields).status_code == 409
    key = str(uuid.uuid4())
    for _ in range(2):
        sent = clinician.send(page_of(mine, "withdraw-number", identity_id=wrong.pk), **fields, act_key=key)
        assert sent.status_code == 302
    assert list(PatientIdentity.across_units.values_list("value", flat=True)) == [ASA]
    assert AuditEvent.objects.get(action="patient.withdraw-number").changes["number"] == ["19910616-2390", None]
    assert registered(actor, KENT, "Kent", "Ärlebrand").pk != mine.pk


def test_the_database_holds_one_main_number_and_one_holder_of_each(actor: Actor, patient: Patient) -> None:
    own = {"unit_id": patient.unit_id, "region_id": patient.region_id, "kind": "personnummer", "valid_from": TODAY}
    other = registered(actor, KENT)
    for wrong in (
        {"patient": patient, "value": MAN, "is_main": True},
        {"patient": patient, "value": KENT, "is_main": False},
        {"patient": other, "value": MAN, "is_main": False, "valid_to": date(2018, 1, 1)},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            PatientIdentity.across_units.create(**own, **wrong)


@pytest.mark.parametrize(
    ("day", "status", "words"),
    [
        ("2019-11-01", 409, "inte varit än"),
        ("1979-12-31", 409, "före födelsedagen"),
        ("", 409, "Skriv varför"),
        ("2019-02-30", 422, "finns inte i kalendern"),
        ("2019-10-31", 302, ""),
    ],
)
def test_a_day_of_death(clinician: PatientClient, patient: Patient, day: str, status: int, words: str) -> None:
    answer = clinician.send(page_of(patient, "mark-deceased"), version=1, day=day)
    assert answer.status_code == status
    assert words in answer.content.decode()
    assert fresh(patient).deceased_on == (TODAY if status == 302 else None)


def test_the_deceased_age_no_more_and_can_be_registered_on(clinician: PatientClient, patient: Patient) -> None:
    clinician.send(page_of(patient, "mark-deceased"), version=1, day="2010-01-01")
    page = clinician.get(page_of(patient)).content.decode()
    assert "Avliden 2010-01-01" in page
    assert "29 år" in page
    assert clinician.send(page_of(patient, "correct"), version=2, given_name="Åsa", family_name="Ny").status_code == 302
    assert clinician.send(page_of(patient, "mark-deceased"), version=3, day="", reason="fel person").status_code == 302
    assert fresh(patient).deceased_on is None


def test_linking_and_undoing_leaves_every_row_as_it_was(
    clinician: PatientClient, actor: Actor, patient: Patient
) -> None:
    other = registered(actor, SAMORDNING, "Åsa", "Ärlebrand")
    before = _dump()
    found = clinician.send(page_of(patient, "find-other"), number="640784-2399")
    assert found["Location"] == page_of(patient, "link", other_id=other.pk)
    key = str(uuid.uuid4())
    for _ in range(2):
        assert clinician.send(found["Location"], reason=REASON, act_key=key).status_code == 302
    linked = _dump()
    assert linked != before
    assert AuditEvent.objects.filter(action="patient.link").count() == 2
    for text in ("ärlebrand", SAMORDNING, ASA):
        assert page_of(patient) in clinician.search(text)
        assert page_of(other) not in clinician.search(text)
    assert page_of(other) in clinician.get(page_of(patient)).content.decode()
    assert "används inte längre" in clinician.get(page_of(other)).content.decode()
    for _ in range(2):
        assert clinician.send(page_of(other, "unlink"), reason="två personer").status_code in (302, 409)
    assert _dump() == before
    assert AuditEvent.objects.filter(action="patient.unlink").count() == 2


@pytest.mark.parametrize("name", [name for name, *_ in FORMS])
def test_a_linked_record_is_only_read(clinician: PatientClient, actor: Actor, patient: Patient, name: str) -> None:
    other = registered(actor, KENT, "Kent", "Ärlebrand")
    link_patients(by=actor, kept_id=patient.pk, other_id=other.pk, reason=REASON)
    before, fields = _dump(), {field[0]: field[1] for field in FORMS}[name]
    fields = {**fields, "number": MAN} if "number" in fields else fields
    answer = clinician.send(page_of(other, name), version=1, **fields)
    assert answer.status_code == 409
    assert "kopplad till en annan post" in answer.content.decode()
    assert _dump() == before


def test_links_make_no_chains_and_no_unlike_pairs(clinician: PatientClient, actor: Actor, patient: Patient) -> None:
    second, third = registered(actor, KENT), registered(actor, MAN)
    link_patients(by=actor, kept_id=patient.pk, other_id=second.pk, reason=REASON)
    for kept, other in ((third, patient), (third, second), (second, third), (patient, patient)):
        assert clinician.send(page_of(kept, "link", other_id=other.pk), reason=REASON).status_code == 409
    Patient.across_units.filter(pk=third.pk).update(is_test=True)
    assert clinician.send(page_of(patient, "link", other_id=third.pk), reason=REASON).status_code == 409


def test_marks_follow_the_person_to_linked_records(clinician: PatientClient, actor: Actor, patient: Patient) -> None:
    other = registered(actor, KENT, "Kent", "Ärlebrand")
    link_patients(by=actor, kept_id=patient.pk, other_id=other.pk, reason=REASON)
    clinician.send(page_of(patient, "protect"), version=1, protection="sekretessmarkering", reason=REASON)
    assert fresh(other).protection == "sekretessmarkering"
    assert "Ärlebrand" not in clinician.search("ärlebrand").split('id="patienter"')[1]
    unlink_patient(by=actor, patient_id=other.pk, reason=REASON)
    assert fresh(other).protection == "sekretessmarkering"


def test_the_history_is_by_swedish_day_newest_first(clinician: PatientClient, patient: Patient) -> None:
    for version, name in ((1, "Tolvan"), (2, "Kent")):
        clinician.send(page_of(patient, "correct"), version=version, given_name=name, family_name="Öberg")
    history = clinician.get(page_of(patient)).context["history"]
    assert len(history) == 1
    assert [str(event.title) for event in history[0][1]][-1] == "Registrerad"
    changing = {action for action in ACTIONS if action.startswith("patient.")}
    assert changing - set(EVENT_NAMES) == {"patient.list", "patient.see", "patient.open-protected"}
    assert [str(event.changes[0].after) for event in history[0][1][:2]] == ["Kent", "Tolvan"]
