"""Guidelines as dated, cited data: loading them, and finding the one in force on a day."""

from samsyn.guidelines.errors import BadGuideline, BadSet
from samsyn.guidelines.loader import load_guideline, parse_guideline
from samsyn.guidelines.model import Amount, Condition, Ground, Guideline, Role
from samsyn.guidelines.register import GuidelineRegister, drafts_in, load_register, packaged_guidelines

__all__ = [
    "Amount",
    "BadGuideline",
    "BadSet",
    "Condition",
    "Ground",
    "Guideline",
    "GuidelineRegister",
    "Role",
    "drafts_in",
    "load_guideline",
    "load_register",
    "packaged_guidelines",
    "parse_guideline",
]
