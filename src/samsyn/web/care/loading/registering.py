"""From a way to the rows of a case, as a team would have registered them."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from samsyn.web.care import models
from samsyn.web.care.loading.ways import Row, Way
from samsyn.web.care.models import Case, Registered

_STOCKHOLM = ZoneInfo("Europe/Stockholm")
_LONG: timedelta = timedelta(days=90)
_GOALS = (
    ("Gå en halvtimme utan att vila", "antal minuter", "10 minuter", "30 minuter", "physiotherapist"),
    ("Klara en hel arbetsdag två dagar i veckan", "antal dagar", "0 dagar", "2 dagar", "occupational_therapist"),
    ("Sova minst sex timmar per natt", "sömndagbok", "4 timmar", "6 timmar", "psychologist"),
)


def case_of(way: Way, *, is_last: bool, patient: UUID, team: Any, today: date, random: Random) -> Case:
    """The case without its number. Only a patient's last may still be open."""
    stands_still = way.end is None and today - way.last > _LONG
    state = "paused" if stands_still else "treatment"
    if way.end or not is_last:
        state = "completed" if way.end else "ended"
    return Case(
        id=_uuid(random), unit_id=team.unit_id, region_id=team.region_id, patient_id=patient, team=team,
        programme=team.programme, level=way.level, state=state, opened_on=way.opened,
        closed_on=None if state in ("paused", "treatment") else way.end or way.last,
    )  # fmt: skip


def rows_of(case: Case, way: Way, today: date, random: Random) -> Iterator[Registered]:
    """All that is registered on the case."""
    made = _Maker(case, random)
    yield from _before(made, way)
    for contact in way.visits:
        kind = models.VisitKind.GROUP if random.random() < 0.2 else models.VisitKind.INDIVIDUAL
        yield made.row(models.Visit, contact["date"], kind=kind, **_said(contact))
    for contact in way.work_contacts:
        yield made.row(models.WorkContact, contact["date"], code=contact["code"])
    yield from _plan(made, way, today, random)
    yield from _end(made, way)


def _before(made: "_Maker", way: Way) -> Iterator[Registered]:
    judged = way.evidence.get("investigated")
    suitable = models.Suitability.NOT_YET if judged is False else models.Suitability.SUITABLE
    for contact in way.assessments:
        told = {key: value for key, value in _said(contact).items() if key != "procedures"}
        yield made.row(
            models.Assessment, contact["date"], **told, pain_onset=way.evidence.get("pain_onset"), investigated=judged,
            screening=models.Screening.NOTHING, suitability=suitable,
        )  # fmt: skip
    yield made.row(
        models.LevelDecision, way.start, level=way.level, grounds="Teamets samlade bedömning.", professions=[]
    )
    for entry in way.registry:
        day = entry["date"]
        yield made.row(
            models.RegistryEntry, day, has_day=False, informed_on=day, module=entry["module"], registered_on=day
        )


def _plan(made: "_Maker", way: Way, today: date, random: Random) -> Iterator[Registered]:
    signed = way.evidence.get("plan")
    if signed is None:
        return
    yield made.row(models.Plan, way.start, signed_with_patient_on=way.start if signed else None)
    text, measure, baseline, target, profession = random.choice(_GOALS)
    due = way.start + timedelta(days=random.randint(30, 70))
    goal = made.row(
        models.Goal, way.start, has_day=False, text=text, measure=measure, baseline=baseline, target=target,
        profession=profession, due_on=due,
    )  # fmt: skip
    yield goal
    seen = min(due, way.end or today)
    if way.end or (due <= today and random.random() < 0.7):
        result = random.choice(models.GoalResult.values[:3])
        yield made.row(models.GoalFollowUp, seen, goal_thing=goal.thing, result=result)


def _end(made: "_Maker", way: Way) -> Iterator[Registered]:
    physician = way.evidence.get("physician_at_conference")
    if way.end and physician is not None:
        there = ["physician", "physiotherapist"] if physician else ["physiotherapist"]
        yield made.row(models.Conference, way.end, professions=there, closing=True, patient_present=True)
    for contact in way.completions:
        yield made.row(models.Completion, contact["date"], **_said(contact))
    if made.case.state == "ended":
        yield made.row(models.Ending, way.last, kind="given-up", reason="Patienten kom inte tillbaka.")
    if made.case.state == "paused":
        first = way.last + timedelta(days=1)
        yield made.row(models.Pause, first, day_name="first_day", reason="Patienten har inte kunnat komma.")


def _said(contact: Row) -> Row:
    professions = [contact["profession"]] if contact["profession"] else []
    told = {name: contact[name] for name in ("diagnoses", "procedures", "minutes")}
    return told | {"professions": professions}


class _Maker:
    """Makes first versions on the case, registered the same afternoon."""

    def __init__(self, case: Case, random: Random) -> None:
        self.case, self.random = case, random

    def row(
        self, model: type[Registered], day: date, *, has_day: bool = True, day_name: str = "day", **said: Any
    ) -> Registered:
        own = _uuid(self.random)
        dated = {day_name: day} if has_day else {}
        return model(
            id=own, thing=own, case=self.case, unit_id=self.case.unit_id, region_id=self.case.region_id,
            registered_at=datetime.combine(day, time(16), _STOCKHOLM), registered_by_name="Inläst", **dated, **said,
        )  # fmt: skip


def _uuid(random: Random) -> UUID:
    return UUID(int=random.getrandbits(128), version=4)
