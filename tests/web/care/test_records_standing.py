"""The columns of a case that work lists sort by stand twice: here they are made anew from the versions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import polars as pl
import pytest
from django.core.management import call_command

from samsyn.adjudication import judge
from samsyn.findings import Outcome
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.care import standing
from samsyn.web.care.acts.registering import correct, register, withdraw
from samsyn.web.care.models import (
    Assessment,
    Case,
    Conference,
    Goal,
    GoalFollowUp,
    Pause,
    Plan,
    Registered,
    RegistryEntry,
    Suitability,
    Visit,
    VisitKind,
    WorkContact,
)
from samsyn.web.care.records import records_of
from samsyn.web.directory.rules import register as guidelines
from samsyn.web.organisations.models import Unit
from tests.web.care.treating import KENT, TODAY, case_in, team_at
from tests.web.conftest import see_everything

pytestmark = pytest.mark.django_db
_DAY = timedelta(days=1)


@pytest.fixture
def by(actor_of: Callable[[Role, Unit], Actor], unit: Unit) -> Actor:
    return actor_of(Role.CLINICIAN, unit)


def newest(case: Case, model: type[Registered]) -> list[Any]:
    """What counts, told by the places of the versions."""
    last: dict[Any, Any] = {}
    for row in sorted(model.across_units.filter(case=case), key=lambda each: each.place):
        last[row.thing] = row
    return [row for row in last.values() if not row.withdrawn]


def made_anew(case: Case, by: Actor) -> dict[str, Any]:
    """Each column from what is registered; the judgement by the core, of the tables with a completion added."""
    visits = newest(case, Visit)
    codes = {"UV110"} if case.level == "MMR1" else {"UV115"}
    ongoing = [each.day for each in visits if codes & set(each.procedures)]
    pauses = [each.first_day for each in newest(case, Pause) if each.last_day is None]
    looked = {each.goal_thing for each in newest(case, GoalFollowUp)}
    waiting = [each.due_on for each in newest(case, Goal) if each.thing not in looked]
    findings = as_if_completed(case, by, began=bool(ongoing))
    return {
        "started_on": min(ongoing, default=None),
        "last_visit_on": max((each.day for each in visits), default=None),
        "paused_on": min(pauses, default=None),
        "follow_up_due": min(waiting, default=None),
        "undiagnosed": sum(not each.diagnoses for each in visits),
        "not_met": findings.filter(pl.col("outcome") == Outcome.NOT_MET).height,
        "unknown": findings.filter(pl.col("outcome") == Outcome.UNKNOWN).height,
        "judged_on": TODAY,
    }


def as_if_completed(case: Case, by: Actor, *, began: bool) -> pl.DataFrame:
    records = records_of(by=by)
    rows = [
        (each.day, each.diagnoses) for model in (Visit, Assessment) for each in newest(case, model) if each.diagnoses
    ]
    diagnoses = max(rows, key=lambda row: row[0])[1] if rows else []
    closing = "UV114" if began else "UV110 UV114"
    added = pl.DataFrame(
        {
            "contact_id": ["zz"], "patient_id": [str(case.patient_id)], "unit": [records.teams["unit"][0]],
            "date": [TODAY], "diagnoses": [diagnoses], "procedures": [closing.split()], "profession": [None],
            "minutes": [None],
        },
        schema=records.contacts.schema,
    )  # fmt: skip
    evidence = records.evidence
    assert evidence is not None
    if not began:  # evidence has no series to hang on yet: what the assessment and the rest say is of today's
        evidence = _moved_to_today(case, evidence)
    told = replace(records, contacts=pl.concat([records.contacts, added]), evidence=evidence)
    if str(case.patient_id) not in set(records.patients["patient_id"]):
        born = pl.DataFrame(
            [(str(case.patient_id), case.patient.birth_date)], schema=records.patients.schema, orient="row"
        )
        told = replace(told, patients=pl.concat([records.patients, born]))
    judged = judge(told, guidelines(), TODAY)
    own = judged.series.filter((pl.col("patient_id") == str(case.patient_id)) & (pl.col("end") == TODAY))
    binding = (pl.col("series_id") == own["series_id"][0]) & (pl.col("force") == "must")
    told_before_visits = ["ongoing-coded", "diagnosis-every-visit", "completion-unit"]
    return judged.findings.filter(binding & (pl.lit(began) | ~pl.col("condition").is_in(told_before_visits)))


def _moved_to_today(case: Case, evidence: pl.DataFrame) -> pl.DataFrame:
    said: dict[str, Any] = {"patient_id": str(case.patient_id), "level": "MMR1", "start": TODAY}
    for each in sorted(newest(case, Assessment), key=lambda row: (row.day, row.registered_at)):
        said["pain_onset"] = each.pain_onset or said.get("pain_onset")
        said["investigated"] = each.investigated if each.suitability == "suitable" else False
    for each in newest(case, Plan):
        said["plan"] = each.signed_with_patient_on is not None and bool(newest(case, Goal))
    for each in [one for one in newest(case, Conference) if one.closing]:
        said["physician_at_conference"] = "physician" in each.professions
    return pl.concat([evidence, pl.DataFrame([said], schema=evidence.schema)])


def something(random: Random, case: Case, by: Actor) -> None:
    """One more registration, or a correction or withdrawal of an earlier one."""
    day = date(2019, 3, 1) + timedelta(days=random.randrange(200))
    everything = [row for model in (Visit, Goal, Pause, WorkContact) for row in newest(case, model)]
    if everything and random.random() < 0.3:
        row = random.choice(everything)
        if random.random() < 0.4:
            withdraw(row, by=by, case=case, why="Fel.")
        elif isinstance(row, Visit):
            correct(
                row, by=by, case=case, why="Fel.", day=row.day + _DAY, diagnoses=random.choice([[], ["R529", "M791"]])
            )
        elif isinstance(row, Pause) and row.last_day is None:
            correct(row, by=by, case=case, why="Åter.", last_day=row.first_day + _DAY)
        return
    goals = newest(case, Goal)
    choices: list[Callable[[], Any]] = [
        lambda: register(
            Visit, by=by, case=case, day=day, kind=VisitKind.INDIVIDUAL, minutes=random.choice([None, 60]),
            professions=random.choice([[], ["physician", "nurse"]]), diagnoses=random.choice([[], ["M545"], ["F321"]]),
            procedures=random.choice([["UV110"], ["UV110", "GC001"], []]),
        ),
        lambda: register(Goal, by=by, case=case, text="x", measure="y", profession="physician", due_on=day),
        lambda: register(Pause, by=by, case=case, first_day=day, reason="x"),
        lambda: register(WorkContact, by=by, case=case, day=day, code="ZV506"),
        lambda: register(Plan, by=by, case=case, day=day, signed_with_patient_on=random.choice([None, day])),
        lambda: register(RegistryEntry, by=by, case=case, informed_on=day, registered_on=day, module="primary"),
        lambda: register(
            Conference, by=by, case=case, day=day, closing=True, professions=random.choice([["physician"], ["nurse"]])
        ),
        lambda: register(
            Assessment, by=by, case=case, day=day, suitability=random.choice(Suitability.values), professions=[],
            investigated=random.choice([None, True, False]), diagnoses=["M545"], pain_onset=random.choice([None, day]),
        ),
    ]  # fmt: skip
    if goals:
        thing = random.choice(goals).thing
        choices.append(lambda: register(GoalFollowUp, by=by, case=case, goal_thing=thing, day=day, result="partly"))
    random.choice(choices)()


@pytest.mark.parametrize("seed", range(4))
def test_the_columns_are_what_the_registrations_say_whatever_happens(by: Actor, seed: int) -> None:
    random = Random(seed)
    case = case_in(by, random.choice(["decided", "treatment"]))
    case_in(by, number=KENT)  # another patient, who changes nothing
    for _step in range(20):
        something(random, case, by)
        kept = Case.across_units.get(pk=case.pk)
        expected = made_anew(case, by)
        assert {name: getattr(kept, name) for name in expected} == expected


def test_many_at_once_stand_as_each_alone(by: Actor) -> None:
    cases = [case_in(by), case_in(by, "decided", number=KENT)]
    random = Random(7)
    for case in cases * 6:
        something(random, case, by)
    alone = {case.pk: {name: getattr(case, name) for name in standing.COLUMNS} for case in cases}
    Case.across_units.update(not_met=99, unknown=99, undiagnosed=99, judged_on=None)
    rows = list(Case.at(by).select_related("team"))
    standing.refresh_all(rows, by=by)
    kept = Case.across_units.all()
    assert {case.pk: {name: getattr(case, name) for name in standing.COLUMNS} for case in kept} == alone


def test_a_team_that_loses_its_approval_shows_at_the_next_judging(by: Actor) -> None:
    case = case_in(by)
    before = case.not_met
    team_at(by).accreditations.update(last_day=date(2019, 9, 1))
    standing.refresh(case, by=by)
    assert case.not_met == before + 2  # accredited, and no series' team that has joined the registry


def test_each_night_every_open_case_is_judged_anew(by: Actor, capsys: pytest.CaptureFixture[str]) -> None:
    case = case_in(by)
    case_in(by, "ended", number=KENT)
    before = case.not_met
    team_at(by).accreditations.update(last_day=date(2019, 9, 1))
    call_command("judge_cases")
    see_everything()
    assert Case.across_units.get(pk=case.pk).not_met == before + 2
    assert capsys.readouterr().out == "1 open cases judged.\n"
