"""Which guideline a case is held against, also before its level is decided and after the programme has closed."""

from datetime import date

from samsyn.guidelines import Guideline, Role
from samsyn.guidelines.model import GuidelineCode
from samsyn.web.care.models import Case
from samsyn.web.directory.rules import register


def guideline_of(case: Case, day: date) -> Guideline | None:
    """The programme's guideline that day; after its last, as before a new one, the latest that has begun."""
    return guideline_of_programme(case.programme, day)


def guideline_of_programme(programme: str, day: date) -> Guideline | None:
    """The same, before there is a case."""
    begun = [each for each in register().guidelines if each.programme == programme and each.period.first <= day]
    return begun[-1] if begun else None


def codes_with(role: Role, case: Case, day: date, level: str = "") -> list[GuidelineCode]:
    """The guideline's codes with the role: those of the level and those of every level."""
    guideline = guideline_of(case, day)
    return [each for each in guideline.codes if each.role is role and each.level in ("", level)] if guideline else []
