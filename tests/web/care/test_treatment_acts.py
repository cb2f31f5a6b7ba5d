"""The acts of the treatment: what they write, what they refuse, and that they do so all or nothing."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from samsyn.guidelines import GuidelineRegister
from samsyn.series import build_series
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AuditEvent
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.completing import complete, denied_by, findings_now, fingerprint
from samsyn.web.care.acts.conferring import confer
from samsyn.web.care.acts.copying import send_copy
from samsyn.web.care.acts.correcting import correct_registration
from samsyn.web.care.acts.grouping import Present, register_group
from samsyn.web.care.acts.hours import note_hours
from samsyn.web.care.acts.pausing import pause, resume
from samsyn.web.care.acts.registering import correct, withdraw
from samsyn.web.care.acts.visiting import register_visit
from samsyn.web.care.hours import hours_so_far, professions_so_far
from samsyn.web.care.kinds import KINDS_BY_MODEL
from samsyn.web.care.models import (
    Case,
    Completion,
    Conference,
    GoalFollowUp,
    GroupSession,
    Pause,
    Visit,
    VisitKind,
)
from samsyn.web.care.records import records_of
from samsyn.web.care.treatment import treatment_of
from samsyn.web.directory.rules import register as guidelines
from samsyn.web.organisations.models import Unit
from tests.web.care.treating import ASA, KENT, MAN, TODAY, case_in, goal_on, team_at, visit_on

SAID = {"kind": VisitKind.INDIVIDUAL, "professions": ["physician"], "minutes": 60, "diagnoses": ["M545"], "words": ""}


@pytest.fixture
def by(actor_of: Callable[[Role, Unit], Actor], unit: Unit) -> Actor:
    return actor_of(Role.CLINICIAN, unit)


@pytest.fixture
def elsewhere(actor_of: Callable[[Role, Unit], Actor], other_unit: Unit) -> Actor:
    return actor_of(Role.CLINICIAN, other_unit)


def fresh(case: Case) -> Case:
    return Case.across_units.get(pk=case.pk)


def visit(by: Actor, case: Case, day: date = date(2019, 5, 2), **told: Any) -> Visit:
    return register_visit(by=by, case_id=case.pk, day=day, **{"procedures": ["UV110"], **SAID, **told})


@pytest.mark.parametrize("state", ["decided", "planned"])
def test_the_first_visit_begins_the_treatment(by: Actor, state: str) -> None:
    case = case_in(by, state)
    visit(by, case)
    case = fresh(case)
    assert (case.state, case.started_on, case.last_visit_on) == ("treatment", date(2019, 5, 2), date(2019, 5, 2))
    assert AuditEvent.objects.filter(action="case.visit", object_id=str(case.pk), region_id=None).count() == 1


def test_a_visit_without_diagnosis_is_counted_until_it_has_one(by: Actor) -> None:
    case = case_in(by)
    lacking = visit(by, case, diagnoses=[])
    assert fresh(case).undiagnosed == 1
    correct(lacking, by=by, case=fresh(case), why="Kompletterat", diagnoses=["M545"])
    assert fresh(case).undiagnosed == 0
    assert Visit.across_units.filter(thing=lacking.thing).count() == 2


def test_a_withdrawn_visit_no_longer_says_when_the_treatment_was(by: Actor) -> None:
    case = case_in(by)
    mistaken = visit(by, case, date(2019, 9, 1))
    withdraw(mistaken, by=by, case=fresh(case), why="Fel patient")
    assert fresh(case).last_visit_on == date(2019, 3, 1)
    assert len(treatment_of(fresh(case), by=by).visits) == 1


@pytest.mark.parametrize("state", ["assessment", "assessed", "paused", "completed", "ended"])
def test_no_visit_in_other_states(by: Actor, state: str) -> None:
    case = case_in(by, state)
    before = Visit.across_units.count()
    with pytest.raises(Refusal):
        visit(by, case)
    assert Visit.across_units.count() == before


def test_a_visit_in_the_future_is_refused_and_so_is_a_code_that_would_close(by: Actor) -> None:
    case = case_in(by)
    with pytest.raises(Refusal, match="inte varit än"):
        visit(by, case, date(2019, 11, 1))
    with pytest.raises(Refusal, match="Avsluta behandlingen"):
        visit(by, case, procedures=["UV110", "UV114"])
    assert Visit.across_units.count() == 1


def test_what_a_visit_lacks_is_said(by: Actor) -> None:
    case = case_in(by)
    case.patient.deceased_on = date(2019, 6, 1)
    case.patient.save()
    visit(by, case, date(2019, 6, 2), minutes=None, diagnoses=[], professions=[], procedures=["UV115"])
    said = " ".join(treatment_of(fresh(case), by=by).visits[0].lacks)
    for words in ("Diagnos", "Minuter", "Deltagare", "pågående behandling", "UV115 hör till en annan", "dödsdag"):
        assert words in said
    assert treatment_of(fresh(case), by=by).visits[1].lacks == []


def test_a_day_outside_the_teams_approval_is_said(by: Actor) -> None:
    team_at(by, approved=False)
    case = case_in(by)
    assert ["inget team som är godkänt" in each for each in treatment_of(case, by=by).visits[0].lacks] == [True]


def group(by: Actor, *cases: Case, **told: Any) -> GroupSession:
    said = {"title": "Skolan", "minutes": 120, "professions": ["physiotherapist"], "procedures": ["UV110"], "words": ""}
    present = [Present(case.pk, ("M545",)) for case in cases]
    return register_group(by=by, day=date(2019, 5, 2), present=present, **said | told)


def test_a_group_is_registered_once_for_all(by: Actor) -> None:
    cases = [case_in(by, number=ASA), case_in(by, "planned", number=KENT)]
    session = group(by, *cases)
    assert session.visits.count() == 2
    assert {(each.case_id, each.minutes, each.kind) for each in session.visits.all()} == {
        (case.pk, 120, "group") for case in cases
    }
    assert {fresh(case).state for case in cases} == {"treatment"}
    assert AuditEvent.objects.filter(action="case.group-visit").count() == 2


def test_a_group_is_written_for_all_or_for_none(by: Actor, elsewhere: Actor) -> None:
    mine, paused, foreign = case_in(by), case_in(by, "paused", number=KENT), case_in(elsewhere, number=MAN)
    before = Visit.across_units.count()
    for wrong in (paused, foreign):
        with pytest.raises(Refusal), transaction.atomic():
            group(by, mine, wrong)
    assert (Visit.across_units.count(), GroupSession.across_units.count()) == (before, 0)


def test_a_group_of_nobody_is_refused(by: Actor) -> None:
    with pytest.raises(Refusal):
        group(by)


def test_a_conference_looks_at_the_goals(by: Actor) -> None:
    case = case_in(by)
    goal = goal_on(by, case)
    assert fresh(case).follow_up_due == goal.due_on
    said = {"professions": ["physician"], "patient_present": True, "closing": False, "decided": ""}
    confer(by=by, case_id=case.pk, day=date(2019, 6, 1), results=[(goal, "reached", "Bra")], **said)
    assert GoalFollowUp.across_units.get().result == "reached"
    assert Conference.across_units.get().case_id == case.pk
    assert fresh(case).follow_up_due is None


@pytest.mark.parametrize(("professions", "flagged"), [(["psychologist"], True), (["psychologist", "physician"], False)])
def test_a_closing_conference_without_physician_is_flagged(by: Actor, professions: list[str], flagged: bool) -> None:
    case = case_in(by)
    said = {"professions": professions, "patient_present": True, "closing": True, "decided": ""}
    confer(by=by, case_id=case.pk, day=date(2019, 6, 1), **said)
    assert treatment_of(fresh(case), by=by).closing_without_physician is flagged


def test_hours_are_summed_by_kind_and_held_against_the_norm(by: Actor) -> None:
    case = case_in(by)
    for hours, kind in ((20, VisitKind.GROUP), (10, VisitKind.HOME), (5, VisitKind.VIDEO)):
        visit(by, case, minutes=hours * 60, kind=kind)
    visit(by, case, minutes=600, procedures=["GC001"])
    visit(by, case, minutes=None)
    hours = treatment_of(fresh(case), by=by).hours
    assert (hours.minutes, hours.least, hours.most, hours.standing) == (36 * 60, 32, 48, "within")
    assert [minutes for _kind, minutes in hours.by_kind] == [1200, 600, 300, 60]
    assert (hours.uncounted, hours.without_minutes) == (1, 1)


@pytest.mark.parametrize(
    ("minutes", "standing"), [(0, "below"), (1919, "below"), (1920, "within"), (2880, "within"), (2881, "above")]
)
def test_the_bounds_of_the_norm_are_in(minutes: int, standing: str) -> None:
    case = Case(programme="vgr-mmr", level="MMR1")
    visits = [Visit(kind="individual", minutes=minutes, procedures=["UV110"], professions=[])]
    assert hours_so_far(case, visits, None, TODAY).standing == standing


@pytest.mark.parametrize(
    ("seen", "counted", "still"),
    [
        (["physician"], 1, {"physiotherapist", "occupational_therapist", "social_worker", "psychologist"}),
        (
            ["psychologist", "psychotherapist"],
            1,
            {"physician", "physiotherapist", "occupational_therapist", "social_worker"},
        ),
        (["physician", "psychotherapist", "nurse"], 2, {"physiotherapist", "occupational_therapist", "social_worker"}),
    ],
)  # fmt: skip
def test_professions_are_counted_as_the_guideline_does(seen: list[str], counted: int, still: set[str]) -> None:
    case = Case(programme="vgr-mmr", level="MMR1")
    visits = [Visit(kind="individual", procedures=["UV110"], professions=seen)]
    found = professions_so_far(case, visits, None, TODAY)
    assert (found.counted, found.least, set(found.still)) == (counted, 3, still)


def test_the_pages_hours_and_professions_are_the_cores(by: Actor) -> None:
    case = case_in(by)
    visit(by, case, minutes=90, professions=["psychologist", "physician"])
    visit(by, case, minutes=45, professions=["nurse"], procedures=["ZV506"])
    series = build_series(records_of(by=by).contacts, guidelines(), TODAY).series
    mine = treatment_of(fresh(case), by=by)
    assert series["minutes"].to_list() == [mine.hours.minutes]
    assert set(series["professions"].to_list()[0]) == set(mine.professions.seen)


def test_a_reason_for_deviating_is_kept(by: Actor) -> None:
    case = case_in(by)
    note_hours(by=by, case_id=case.pk, words="Orkar inte mer")
    assert [each.words for each in treatment_of(fresh(case), by=by).hours_notes] == ["Orkar inte mer"]


def test_a_pause_keeps_one_series_in_the_cores_judging(by: Actor) -> None:
    case = case_in(by)
    pause(by=by, case_id=case.pk, version=case.version, first_day=date(2019, 3, 2), reason="Operation")
    case = fresh(case)
    assert (case.state, case.paused_on) == ("paused", date(2019, 3, 2))
    resume(by=by, case_id=case.pk, version=case.version, last_day=date(2019, 9, 30))
    case = fresh(case)
    assert (case.state, case.paused_on) == ("treatment", None)
    visit(by, case, date(2019, 10, 1))
    register: GuidelineRegister = guidelines()
    assert build_series(records_of(by=by).contacts, register, TODAY).series.height == 1
    assert [(each.place, each.last_day) for each in Pause.across_units.order_by("place")] == [
        (1, None), (2, date(2019, 9, 30))
    ]  # fmt: skip


@pytest.mark.parametrize("day", [date(2019, 11, 1), date(2019, 3, 1), date(2019, 2, 1)])
def test_a_pause_does_not_begin_in_the_future_or_before_a_visit(by: Actor, day: date) -> None:
    case = case_in(by)
    with pytest.raises(Refusal):
        pause(by=by, case_id=case.pk, version=case.version, first_day=day, reason="Operation")


@pytest.mark.parametrize("day", [date(2019, 11, 1), date(2019, 3, 1)])
def test_a_pause_does_not_end_in_the_future_or_before_it_began(by: Actor, day: date) -> None:
    case = case_in(by)
    pause(by=by, case_id=case.pk, version=case.version, first_day=date(2019, 3, 2), reason="Operation")
    with pytest.raises(Refusal):
        resume(by=by, case_id=case.pk, version=fresh(case).version, last_day=day)


def close(by: Actor, case: Case, **told: Any) -> Completion:
    case = fresh(case)
    said = {"professions": ["physician"], "minutes": 60, "diagnoses": ["M545"], "procedures": ["UV114"], "words": ""}
    seen = {"version": case.version, "seen": fingerprint(findings_now(case, by=by)), "day": TODAY}
    return complete(by=by, case_id=case.pk, **{**said, **seen, **told})


def test_what_binds_and_is_not_met_must_be_said_but_forbids_nothing(by: Actor) -> None:
    case = case_in(by)
    assert denied_by(findings_now(case, by=by))
    with pytest.raises(Refusal, match="ersättning nekas"):
        close(by, case)
    done = close(by, case, acknowledged=True)
    case = fresh(case)
    assert (case.state, case.closed_on) == ("completed", TODAY)
    kept = {each["condition"]: each["outcome"] for each in done.findings}
    assert kept["nrs-registered"] == "not_met"
    assert len(kept) > 10


def test_what_one_has_seen_is_what_one_decides_on(by: Actor) -> None:
    case = case_in(by)
    seen = fingerprint(findings_now(case, by=by))
    visit(by, case, diagnoses=[])
    with pytest.raises(Refusal, match="har ändrats"):
        close(by, case, seen=seen, acknowledged=True)
    assert not Completion.across_units.exists()


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"day": date(2019, 11, 1)}, "inte varit än"), ({"day": date(2019, 2, 28)}, "senaste besöket var"),
        ({"procedures": ["UV110"]}, "UV114"), ({"procedures": ["UV114", "UV116"]}, "annan nivå"),
        ({"version": 1}, "ändrat i ärendet"),
    ],
)  # fmt: skip
def test_the_impossible_is_refused_in_words(by: Actor, told: dict[str, Any], words: str) -> None:
    case = case_in(by)
    visit(by, case, date(2019, 5, 1))
    with pytest.raises(Refusal, match=words):
        close(by, case, acknowledged=True, **told)


def test_without_an_ongoing_visit_there_is_nothing_to_complete(by: Actor) -> None:
    case = case_in(by, "planned")
    visit(by, case, procedures=["GC001"])
    with pytest.raises(Refusal, match="ingen behandling att avsluta"):
        close(by, case, acknowledged=True)


@pytest.mark.parametrize("state", ["planned", "paused", "completed", "ended"])
def test_only_a_treatment_that_goes_on_is_completed(by: Actor, state: str) -> None:
    with pytest.raises(Refusal):
        close(by, case_in(by, state), acknowledged=True)


def test_another_unit_completes_nothing(by: Actor, elsewhere: Actor) -> None:
    case = case_in(by)
    with pytest.raises(Refusal, match="finns inte på din enhet"):
        complete(
            by=elsewhere, case_id=case.pk, version=case.version, seen="", day=TODAY, procedures=["UV114"],
            acknowledged=True, professions=[], minutes=None, diagnoses=["M545"], words="",
        )  # fmt: skip


def test_a_corrected_completion_opens_nothing(by: Actor) -> None:
    case = case_in(by)
    done = close(by, case, acknowledged=True)
    correct(done, by=by, case=fresh(case), why="Fel minuter", minutes=90)
    assert fresh(case).state == "completed"
    assert [each.minutes for each in Completion.current(case.completions.all())] == [90]
    assert Completion.current(case.completions.all()).get().findings == done.findings


def test_a_copy_needs_consent_and_a_day_after_the_end(by: Actor) -> None:
    case = case_in(by, "completed")
    for wrong in (
        {"consent": False, "to_whom": "VC", "sent_on": date(2019, 10, 2)},
        {"consent": True, "to_whom": "VC", "sent_on": date(2019, 9, 30)},
        {"consent": True, "to_whom": "VC", "sent_on": date(2019, 11, 1)},
    ):
        with pytest.raises(Refusal):
            send_copy(by=by, case_id=case.pk, version=case.version, **wrong)
    send_copy(by=by, case_id=case.pk, version=case.version, consent=True, to_whom="VC", sent_on=date(2019, 10, 2))
    assert [each.to_whom for each in treatment_of(fresh(case), by=by).copies] == ["VC"]


def test_no_copy_before_the_end(by: Actor) -> None:
    case = case_in(by)
    with pytest.raises(Refusal):
        send_copy(by=by, case_id=case.pk, version=case.version, consent=True, to_whom="VC", sent_on=TODAY)


def test_visits_in_order_of_registration_still_give_one_row_each(by: Actor) -> None:
    case = case_in(by)
    for _ in range(3):
        visit_on(by, case, date(2019, 6, 1))
    assert len(treatment_of(case, by=by).visits) == 4


def test_no_visit_is_moved_to_a_day_after_the_end(by: Actor) -> None:
    case = case_in(by)
    moved = visit(by, case)
    close(by, case, acknowledged=True, day=date(2019, 10, 1))
    said = {"kind": KINDS_BY_MODEL[Visit], "thing": moved.thing, "version": 1, "why": "Fel dag"}
    with pytest.raises(Refusal, match="avslutades 2019-10-01"):
        correct_registration(by=by, case_id=case.pk, **said, said={"day": date(2019, 10, 2)})
    correct_registration(by=by, case_id=case.pk, **said, said={"day": date(2019, 10, 1)})
