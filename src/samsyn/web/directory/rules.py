"""The guidelines in force, for the web: loaded once, asked by programme, level and day."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings

from samsyn.guidelines import Condition, Guideline, GuidelineRegister, load_register
from samsyn.guidelines.checks import Composition, TeamNorm, Volume


def register() -> GuidelineRegister:
    """The packaged guidelines and the operator's own."""
    return _load(settings.GUIDELINES)


@cache
def _load(folder: str) -> GuidelineRegister:
    return load_register(Path(folder) if folder else None)


def guideline_on(programme: str, level: str, day: date) -> Guideline | None:
    """The guideline of the programme that answers for the level on the day; None where none does."""
    return next((g for g in _of([programme]) if level in g.levels and day in g.period), None)


def guideline_called(guideline_id: str) -> Guideline | None:
    """The guideline with that id; None where the operator has taken it away since."""
    return next((g for g in register().guidelines if g.id == guideline_id), None)


def guideline_for_year(programme: str, level: str, year: int, today: date) -> Guideline | None:
    """What a team is announced under: the guideline of its first possible day in the year; None where there is none."""
    return guideline_on(programme, level, max(today, date(year, 1, 1))) if year >= today.year else None


def places_of_work(programmes: Sequence[str], today: date) -> list[tuple[str, str]]:
    """Programme and level of all that a team can be announced for, from today on."""
    found = {(g.programme, level) for g in _of(programmes) if g.period.last >= today for level in g.levels}
    return sorted(found or {(g.programme, level) for g in _of(programmes) for level in g.levels})


def levels_of(programmes: Sequence[str]) -> list[str]:
    """Every level that the programmes have had."""
    return sorted({level for g in _of(programmes) for level in g.levels})


def patients_asked(programme: str, level: str, day: date) -> int | None:
    """How many patients a year the guideline in force asks of a team; None where it or the condition is missing."""
    condition = volume_condition(programme, level, day)
    return condition.check.patients if condition else None


def volume_condition(programme: str, level: str, day: date) -> Condition | None:
    """The condition on how many patients a team treats in a year; None where the guideline in force has none."""
    guideline = guideline_on(programme, level, day)
    conditions = guideline.team_conditions if guideline else ()
    return next((each for each in conditions if isinstance(each.check, Volume)), None)


def competences(programme: str) -> tuple[str, ...]:
    """The competences that some guideline of the programme counts."""
    found = {name for g in _of([programme]) for norm in _norms(g) for name in _named(norm)}
    return tuple(sorted(found))


def modules(programme: str) -> tuple[str, ...]:
    """The registry modules that some guideline of the programme asks for."""
    return tuple(sorted({module for g in _of([programme]) if g.nrs for module in g.nrs.modules.values()}))


def _norms(guideline: Guideline) -> list[TeamNorm]:
    checks = [c.check for c in guideline.team_conditions if isinstance(c.check, Composition)]
    return [norm for check in checks for norm in check.by_level.values()]


def _named(norm: TeamNorm) -> set[str]:
    return {norm.one_with, *(name for place in norm.places for name in (place.needs, place.also_with))} - {""}


def guidelines_of(programme: str) -> list[Guideline]:
    """Every guideline that the programme has had, earliest first."""
    return _of([programme])


def _of(programmes: Sequence[str]) -> list[Guideline]:
    return [g for g in register().guidelines if g.programme in programmes]
