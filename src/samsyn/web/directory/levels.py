"""What a level means, as the guideline in force says it: hours, professions, where in health care, for whom."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from samsyn.guidelines import Guideline, checks
from samsyn.web.directory.rules import register
from samsyn.web.directory.words import word

Check = TypeVar("Check")


@dataclass(frozen=True)
class LevelMeaning:
    """A level in figures and the reader's words; None or empty where the guideline says nothing."""

    level: str
    title: dict[str, str]
    reference: str
    hours: tuple[int, int] | None
    at_least: int
    professions: tuple[str, ...]
    care_level: str
    ages: tuple[int, int] | None
    pain_months: int | None


def levels_on(day: date) -> list[str]:
    """The levels that some guideline knows on the day, in order."""
    return sorted({level for guideline in _in_force(day) for level in guideline.levels})


def meanings_on(day: date) -> list[LevelMeaning]:
    """Every level of every guideline in force."""
    return [_meaning(guideline, level) for guideline in _in_force(day) for level in guideline.levels]


def meaning(programme: str, level: str, day: date) -> LevelMeaning | None:
    """What the guideline of the programme says of the level on the day; None where none is in force."""
    found = (each for each in _in_force(day) if each.programme == programme and level in each.levels)
    guideline = next(found, None)
    return _meaning(guideline, level) if guideline else None


def check_of(guideline: Guideline, kind: type[Check]) -> Check | None:
    """The parameters of the guideline's condition of that kind, on series or team; None where it has none."""
    conditions = (*guideline.conditions, *guideline.team_conditions)
    return next((each.check for each in conditions if isinstance(each.check, kind)), None)


def _in_force(day: date) -> list[Guideline]:
    return [guideline for guideline in register().guidelines if day in guideline.period]


def _meaning(guideline: Guideline, level: str) -> LevelMeaning:
    hours, care = check_of(guideline, checks.Hours), check_of(guideline, checks.CareLevel)
    age, pain = check_of(guideline, checks.Age), check_of(guideline, checks.PainDuration)
    team = check_of(guideline, checks.Composition)
    norm = team.by_level.get(level) if team else None
    where = care.by_level.get(level) if care else None
    return LevelMeaning(
        level=level,
        title=guideline.title,
        reference=guideline.reference,
        hours=hours.by_level.get(level) if hours else None,
        at_least=norm.at_least if norm else 0,
        professions=tuple(word(place.name) for place in norm.places) if norm else (),
        care_level=word(where) if where else "",
        ages=(age.youngest, age.oldest) if age else None,
        pain_months=pain.months if pain else None,
    )
