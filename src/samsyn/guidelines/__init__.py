"""Guidelines as dated, cited data: loading them, and finding the one in force on a day."""

from samsyn.guidelines.errors import BadGuideline, BadSet
from samsyn.guidelines.loader import load_guideline, parse_guideline
from samsyn.guidelines.model import Amount, Condition, Ground, Guideline, Role
from samsyn.guidelines.register import GuidelineRegister, drafts_in, load_register, packaged_guidelines
from samsyn.guidelines.way import SPECIALIST, Clock, ClockStart, LevelCriterion, WindDown

__all__ = [
    "SPECIALIST",
    "Amount",
    "BadGuideline",
    "BadSet",
    "Clock",
    "ClockStart",
    "Condition",
    "Ground",
    "Guideline",
    "GuidelineRegister",
    "LevelCriterion",
    "Role",
    "WindDown",
    "drafts_in",
    "load_guideline",
    "load_register",
    "packaged_guidelines",
    "parse_guideline",
]
