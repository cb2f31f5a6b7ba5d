"""The unit's registrations as the core's tables: what counts, whose it is, and how a visit becomes contacts."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.records import CONTACTS, EVIDENCE, NRS, PATIENTS, ROSTER, TEAMS
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.reading import reading
from samsyn.web.care.acts.registering import correct, register, withdraw
from samsyn.web.care.models import Completion, RegistryEntry, WorkContact
from samsyn.web.care.records import records_of
from samsyn.web.directory.models import TeamMember
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.acts.linking import link_patients
from tests.web.care.treating import KENT, MAN, case_in, case_of, visit_on

pytestmark = pytest.mark.django_db
OF_ALL = ["physician", "psychologist", "physiotherapist"]


@pytest.fixture
def by(actor_of: Callable[[Role, Unit], Actor], unit: Unit) -> Actor:
    return actor_of(Role.CLINICIAN, unit)


@pytest.fixture
def elsewhere(actor_of: Callable[[Role, Unit], Actor], other_unit: Unit) -> Actor:
    return actor_of(Role.CLINICIAN, other_unit)


def test_a_visit_is_a_contact_for_each_profession_and_its_minutes_count_once(by: Actor) -> None:
    visit = visit_on(by, case_in(by), date(2019, 4, 1), professions=OF_ALL, minutes=90)
    own = [row for row in records_of(by=by).contacts.iter_rows(named=True) if row["date"] == date(2019, 4, 1)]
    assert [row["contact_id"] for row in own] == [f"{visit.thing}-{number}" for number in (1, 2, 3)]
    assert [row["profession"] for row in own] == OF_ALL
    assert [row["minutes"] for row in own] == [90, None, None]
    assert all(row["diagnoses"] == ["M545"] and row["procedures"] == ["UV110"] for row in own)


def test_a_completion_code_is_registered_once(by: Actor) -> None:
    said = {"professions": OF_ALL, "minutes": 60, "diagnoses": ["M545"], "procedures": ["UV110", "UV114"]}
    completion = register(Completion, by=by, case=case_in(by), day=date(2019, 6, 1), findings=[], **said)
    table = records_of(by=by).contacts
    own = [
        row["procedures"] for row in table.iter_rows(named=True) if row["contact_id"].startswith(str(completion.thing))
    ]
    assert own == [["UV110", "UV114"], ["UV110"], ["UV110"]]


def test_an_assessment_gets_the_guidelines_code_and_a_work_contact_has_its_own(by: Actor) -> None:
    case = case_in(by)
    register(WorkContact, by=by, case=case, day=date(2019, 4, 2), code="ZV506")
    codes = {row["date"]: row["procedures"] for row in records_of(by=by).contacts.iter_rows(named=True)}
    assert codes[date(2019, 2, 1)] == ["UV118"]
    assert codes[date(2019, 4, 2)] == ["ZV506"]


def test_what_is_corrected_counts_as_corrected_and_what_is_withdrawn_not_at_all(by: Actor) -> None:
    case = case_in(by)
    wrong, mistaken = visit_on(by, case, date(2019, 4, 1)), visit_on(by, case, date(2019, 4, 8))
    correct(wrong, by=by, case=case, why="Fel dag.", day=date(2019, 4, 2))
    withdraw(mistaken, by=by, case=case, why="Fel patient.")
    rows = {row["contact_id"]: row["date"] for row in records_of(by=by).contacts.iter_rows(named=True)}
    assert rows[f"{wrong.thing}-1"] == date(2019, 4, 2)
    assert f"{mistaken.thing}-1" not in rows


def test_linked_records_are_one_patient_and_the_one_in_use_gives_the_birth_date(by: Actor) -> None:
    kept, other = case_in(by), case_in(by, number=KENT)
    link_patients(by=by, kept_id=kept.patient_id, other_id=other.patient_id, reason="Samma person.")
    for asked in (kept, other):
        records = records_of(by=by, patients=[asked.patient_id])
        assert set(records.contacts["patient_id"]) == {str(kept.patient_id)}
        assert records.patients.rows() == [(str(kept.patient_id), date(1980, 1, 2))]
    assert records.contacts.height == 4


def test_only_the_own_unit_is_seen_and_only_those_asked_for(by: Actor, elsewhere: Actor) -> None:
    case, _other, foreign = case_in(by), case_in(by, number=KENT), case_in(elsewhere, number=MAN)
    assert set(records_of(by=by, patients=[case.patient_id]).contacts["patient_id"]) == {str(case.patient_id)}
    assert str(foreign.patient_id) not in set(records_of(by=by).patients["patient_id"])
    assert records_of(by=by, patients=[foreign.patient_id]).contacts.is_empty()


def test_every_table_has_its_columns_and_the_unit_its_code(by: Actor, unit: Unit) -> None:
    case = case_in(by)
    home = {"unit_id": by.unit_id, "region_id": by.region_id}
    TeamMember.across_units.create(
        **home, team=case.team, name="X", profession="physician", competences=["extended"], first_day=date(2019, 1, 1)
    )
    day = date(2019, 3, 1)
    register(RegistryEntry, by=by, case=case, informed_on=day, registered_on=day, module="primary")
    records = records_of(by=by)
    tables = (
        (CONTACTS, records.contacts), (PATIENTS, records.patients), (TEAMS, records.teams), (NRS, records.nrs),
        (EVIDENCE, records.evidence), (ROSTER, records.roster),
    )  # fmt: skip
    for shape, table in tables:
        assert table is not None
        assert dict(table.schema) == shape.columns
        assert table.height >= 1
    assert set(records.contacts["unit"]) | set(records.teams["unit"]) == {unit.hsa_id.upper()}


def test_an_objection_or_an_entry_without_its_day_is_no_registration(by: Actor) -> None:
    case = case_in(by)
    register(RegistryEntry, by=by, case=case, informed_on=date(2019, 3, 1), objected=True)
    register(RegistryEntry, by=by, case=case, informed_on=date(2019, 3, 1), module="primary")
    nrs = records_of(by=by).nrs
    assert nrs is not None
    assert nrs.is_empty()


def test_more_visits_take_no_more_queries_and_each_patient_is_noted_as_read(by: Actor) -> None:
    case = case_in(by)
    other = case_in(by, number=KENT)
    with CaptureQueriesContext(connection) as few:
        records_of(by=by)
    for day in range(1, 29):
        visit_on(by, case, date(2019, 5, day))
    with CaptureQueriesContext(connection) as many, reading() as reads:
        records_of(by=by)
    assert len(few) == len(many) <= 20
    assert set(reads.patients) == {case.patient_id, other.patient_id}


def test_evidence_belongs_to_the_series_that_the_core_makes_of_two_cases(by: Actor) -> None:
    """Given up and taken up again is one series: what the later case says of it comes first."""
    first = case_in(by, "ended")
    visit_on(by, first, date(2019, 3, 4))
    again = case_of(by, first.patient, "treatment")
    evidence = records_of(by=by).evidence
    assert evidence is not None
    assert evidence.select("level", "start").rows() == [("MMR1", date(2019, 3, 1))]
    assert evidence["pain_onset"].to_list() == [date(2018, 1, 1)]
    assert again.pk != first.pk
