"""The checks beside a case: what the core says of it today, in words."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.template.loader import render_to_string

from samsyn.adjudication import judge
from samsyn.findings import Outcome
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.care.acts.registering import correct, register
from samsyn.web.care.judging import Checks, checks_of
from samsyn.web.care.models import (
    Assessment,
    Case,
    Completion,
    Conference,
    Ending,
    Goal,
    Plan,
    RegistryEntry,
    Suitability,
    WorkContact,
)
from samsyn.web.care.records import records_of
from samsyn.web.directory.rules import register as guidelines
from samsyn.web.organisations.models import Unit
from tests.web.care.treating import TODAY, case_in, goal_on, visit_on

pytestmark = pytest.mark.django_db
_NOT_BEFORE_VISITS = {
    "ongoing-coded", "diagnosis-every-visit", "completion-unit", "hours", "multiprofessional", "work-contact",
}  # fmt: skip


@pytest.fixture
def by(actor_of: Callable[[Role, Unit], Actor], unit: Unit) -> Actor:
    return actor_of(Role.CLINICIAN, unit)


def outcomes(checks: Checks) -> dict[str, str]:
    return {each.condition: each.outcome for each in checks.findings}


def one(checks: Checks, condition: str) -> Any:
    return next(each for each in checks.findings if each.condition == condition)


def whole(by: Actor, **told: Any) -> Case:
    """A case to which nothing is lacking."""
    case = case_in(by, **told)
    for week in range(1, 15):
        professions = [("physician", "physiotherapist", "psychologist")[week % 3]]
        visit_on(by, case, date(2019, 3, 1) + timedelta(weeks=week), minutes=180, professions=professions)
    register(RegistryEntry, by=by, case=case, informed_on=TODAY, registered_on=TODAY, module="primary")
    register(Plan, by=by, case=case, day=date(2019, 2, 20), signed_with_patient_on=date(2019, 2, 20))
    goal_on(by, case)
    register(Conference, by=by, case=case, day=TODAY, professions=["physician"], closing=True)
    register(WorkContact, by=by, case=case, day=date(2019, 4, 2), code="ZV506")
    return Case.across_units.select_related("team", "patient").get(pk=case.pk)


def test_a_case_that_lacks_nothing_is_paid_as_if_completed_today(by: Actor) -> None:
    checks = checks_of(whole(by), by=by)
    assert (checks.moment, checks.decision, checks.amount_ore) == ("running", "approved", 3_500_000)
    assert checks.remaining == []
    assert [each.condition for each in checks.deviating] == ["price-basis"]
    assert {each.condition for each in checks.settled} == set(outcomes(checks)) - {"price-basis"}
    assert checks.series["end"] == TODAY


def test_each_thing_that_is_missing_is_a_check_with_clause_and_remedy(by: Actor) -> None:
    case = case_in(by)
    visit_on(by, case, date(2019, 4, 1), diagnoses=[])
    checks = checks_of(case, by=by)
    assert (checks.decision, checks.amount_ore) == ("denied", None)
    found = {each.condition for each in checks.remaining}
    assert found == {"diagnosis-every-visit", "nrs-registered"}
    told = one(checks, "diagnosis-every-visit")
    assert told.observed == "Saknas vid 1 besök: 2019-04-01"
    assert told.clause.startswith("HS 2019-00252-1, ")
    assert told.remedy
    assert one(checks, "rehab-plan").observed == "Inget är registrerat. Ni intygar det när ni fakturerar."


def test_before_the_treatment_only_what_can_be_said_is_said_of_a_series_that_begins_today(by: Actor) -> None:
    case = case_in(by, "decided")
    checks = checks_of(case, by=by)
    assert (checks.moment, checks.decision, checks.amount_ore) == ("planned", "", None)
    assert checks.series["start"] == TODAY
    assert not _NOT_BEFORE_VISITS & set(outcomes(checks))
    told = outcomes(checks)
    assert told["age"] == told["assessment-coded"] == told["diagnosis-listed"] == told["team-accredited"] == Outcome.MET
    assert told["treatment-gap"] == Outcome.MET
    assert one(checks, "treatment-gap").required == "Ingen tidigare serie hos er är i vägen."


def test_before_the_assessment_it_says_that_one_is_missing(by: Actor) -> None:
    checks = checks_of(case_in(by, "assessment"), by=by)
    assert "assessment-coded" in {each.condition for each in checks.remaining}
    assert one(checks, "assessment-coded").observed == "Ingen bedömning är registrerad hos er före start."


def test_an_earlier_series_at_the_unit_stands_in_the_way_and_is_named_without_the_patient(by: Actor) -> None:
    first = case_in(by, "completed")
    said = {"professions": [], "diagnoses": ["M545"], "procedures": ["UV114"], "findings": []}
    register(Completion, by=by, case=first, day=date(2019, 10, 1), **said)
    later = Case.across_units.create(
        unit_id=by.unit_id, region_id=by.region_id, patient=first.patient, team=first.team, programme="vgr-mmr",
        year=2019, serial=99, state="decided", level="MMR1", opened_on=date(2019, 10, 20),
    )  # fmt: skip
    told = one(checks_of(later, by=by), "treatment-gap")
    assert told.outcome == Outcome.NOT_MET
    assert told.required == "Tidigast 2020-04-01, efter serien på MMR1 som började 2019-03-01"


def test_a_completed_case_is_judged_as_it_was_completed_and_the_finding_is_the_cores(by: Actor) -> None:
    case = whole(by)
    said = {"professions": ["physician"], "minutes": 60, "diagnoses": ["M545"], "procedures": ["UV114"]}
    register(Completion, by=by, case=case, day=date(2019, 9, 1), findings=[], **said)
    checks = checks_of(case, by=by)
    assert (checks.moment, checks.series["end"]) == ("completed", date(2019, 9, 1))
    judged = judge(records_of(by=by), guidelines(), TODAY)
    core = [(row["condition"], row["outcome"]) for row in judged.findings.iter_rows(named=True)]
    assert [(each.condition, each.outcome) for each in checks.findings] == core
    assert checks.decision == judged.series["decision"][0]


def test_an_ended_case_has_nothing_to_judge_also_while_it_is_being_ended(by: Actor) -> None:
    case = case_in(by)
    case.closed_on = TODAY
    register(Ending, by=by, case=case, day=TODAY, kind="given-up", reason="x")
    checks = checks_of(case, by=by)
    assert (checks.moment, checks.findings, checks.decision) == ("none", [], "")
    assert (case.not_met, case.unknown) == (0, 0)


@pytest.mark.parametrize(
    ("suitability", "investigated", "outcome"),
    [
        (Suitability.SUITABLE, True, Outcome.MET), (Suitability.SUITABLE, None, Outcome.ATTESTED),
        (Suitability.SUITABLE, False, Outcome.NOT_MET), (Suitability.NOT_YET, True, Outcome.NOT_MET),
    ],
)  # fmt: skip
def test_investigated_means_investigated_and_suitable_by_the_latest_assessment(
    by: Actor, suitability: str, investigated: bool | None, outcome: str
) -> None:
    case = case_in(by)
    said = {"suitability": suitability, "investigated": investigated, "diagnoses": ["M545"], "professions": []}
    register(Assessment, by=by, case=case, day=date(2019, 2, 10), **said)
    assert outcomes(checks_of(case, by=by))["investigated"] == outcome


def test_a_plan_counts_when_it_is_signed_and_has_a_goal(by: Actor) -> None:
    case = case_in(by)
    plan = register(Plan, by=by, case=case, day=TODAY)
    assert outcomes(checks_of(case, by=by))["rehab-plan"] == Outcome.NOT_MET
    goal_on(by, case)
    assert outcomes(checks_of(case, by=by))["rehab-plan"] == Outcome.NOT_MET
    correct(plan, by=by, case=case, why="Undertecknad.", signed_with_patient_on=TODAY)
    assert outcomes(checks_of(case, by=by))["rehab-plan"] == Outcome.MET
    assert Goal.current(case.goals.all()).count() == 1


@pytest.mark.parametrize("state", ["assessment", "decided", "treatment"])
def test_the_part_of_the_page_tells_outcome_clause_and_on_whose_registrations_it_rests(by: Actor, state: str) -> None:
    checks = checks_of(case_in(by, state), by=by)
    page = render_to_string("care/parts/checks.html", {"checks": checks})
    for told in checks.findings:
        assert told.title in page
    assert "den här enheten har registrerat" in page
    assert ("Om behandlingen avslutas i dag" in page) is (state == "treatment")


def test_a_series_that_a_wrong_day_split_off_is_told_too(by: Actor) -> None:
    """The completion was moved before the last visit, which then begins a series of its own."""
    case = whole(by)
    said = {"professions": [], "minutes": 60, "diagnoses": ["M545"], "procedures": ["UV114"]}
    completion = register(Completion, by=by, case=case, day=date(2019, 9, 1), findings=[], **said)
    assert checks_of(case, by=by).judged.others == ()
    correct(completion, by=by, case=case, why="Fel dag.", day=date(2019, 6, 5))
    checks = checks_of(case, by=by)
    assert (checks.moment, checks.series["end"]) == ("completed", date(2019, 6, 5))
    assert [(each.series["start"], each.decision) for each in checks.judged.others] == [(date(2019, 6, 7), "open")]
    assert "som började 2019-06-07" in render_to_string("care/parts/checks.html", {"checks": checks})
