"""Cases and what is registered on them."""

from samsyn.web.care.models.beginning import (
    Assessment,
    Goal,
    GoalFollowUp,
    GoalResult,
    LevelDecision,
    Plan,
    RegistryEntry,
    Screening,
    Suitability,
    WorkContact,
)
from samsyn.web.care.models.case import OVER, Case
from samsyn.web.care.models.registered import Registered
from samsyn.web.care.models.treating import (
    Completion,
    Conference,
    CopySent,
    Ending,
    GroupSession,
    HoursNote,
    Pause,
    Visit,
    VisitKind,
)

__all__ = [
    "OVER",
    "Assessment",
    "Case",
    "Completion",
    "Conference",
    "CopySent",
    "Ending",
    "Goal",
    "GoalFollowUp",
    "GoalResult",
    "GroupSession",
    "HoursNote",
    "LevelDecision",
    "Pause",
    "Plan",
    "Registered",
    "RegistryEntry",
    "Screening",
    "Suitability",
    "Visit",
    "VisitKind",
    "WorkContact",
]
