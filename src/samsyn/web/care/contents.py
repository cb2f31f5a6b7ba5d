"""All that counts on a case now, read with one query for each kind of registration."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from samsyn.web.care.goals import waiting_goals
from samsyn.web.care.models import (
    Assessment,
    Case,
    Completion,
    Conference,
    CopySent,
    Ending,
    Goal,
    GoalFollowUp,
    HoursNote,
    LevelDecision,
    Pause,
    Plan,
    Registered,
    RegistryEntry,
    Visit,
    WorkContact,
)

Row = TypeVar("Row", bound=Registered)


@dataclass(frozen=True)
class GoalSeen:
    """A goal with its follow-ups, and whether it waits for one."""

    goal: Goal
    follow_ups: tuple[GoalFollowUp, ...]
    waits: bool


@dataclass(frozen=True)
class CaseContents:
    """The current version of each registration, in order of day; withdrawn ones are left out."""

    assessments: tuple[Assessment, ...]
    decisions: tuple[LevelDecision, ...]
    plans: tuple[Plan, ...]
    goals: tuple[GoalSeen, ...]
    contacts: tuple[WorkContact, ...]
    registry: tuple[RegistryEntry, ...]
    visits: tuple[Visit, ...]
    conferences: tuple[Conference, ...]
    pauses: tuple[Pause, ...]
    notes: tuple[HoursNote, ...]
    completions: tuple[Completion, ...]
    endings: tuple[Ending, ...]
    copies: tuple[CopySent, ...]

    @property
    def assessment(self) -> Assessment | None:
        """The latest assessment."""
        return _latest(self.assessments)

    @property
    def decision(self) -> LevelDecision | None:
        """The level decision that holds."""
        return _latest(self.decisions)

    @property
    def plan(self) -> Plan | None:
        """The plan that holds."""
        return _latest(self.plans)

    @property
    def registered(self) -> RegistryEntry | None:
        """What holds about the registry."""
        return _latest(self.registry)

    @property
    def ending(self) -> Ending | None:
        """How the case ended, where it did so without completion."""
        return _latest(self.endings)

    @property
    def completion(self) -> Completion | None:
        """The closing act."""
        return _latest(self.completions)


def contents_of(case: Case) -> CaseContents:
    """Read it all."""
    return CaseContents(
        assessments=current(case, Assessment, "day"),
        decisions=current(case, LevelDecision, "day"),
        plans=current(case, Plan, "day"),
        goals=_goals(case),
        contacts=current(case, WorkContact, "day"),
        registry=current(case, RegistryEntry),
        visits=current(case, Visit, "day"),
        conferences=current(case, Conference, "day"),
        pauses=current(case, Pause, "first_day"),
        notes=current(case, HoursNote),
        completions=current(case, Completion, "day"),
        endings=current(case, Ending, "day"),
        copies=current(case, CopySent),
    )


def current(case: Case, model: type[Row], *order: str) -> tuple[Row, ...]:
    """What counts of that kind on the case; of the same day, as it was registered."""
    rows = getattr(case, f"{model._meta.model_name}s").order_by(*order, "registered_at", "id")
    return tuple(model.current(rows))


def _goals(case: Case) -> tuple[GoalSeen, ...]:
    waiting = {each.thing for each in waiting_goals(case)}
    follow_ups = current(case, GoalFollowUp, "day")
    return tuple(
        GoalSeen(goal, tuple(each for each in follow_ups if each.goal_thing == goal.thing), goal.thing in waiting)
        for goal in current(case, Goal, "due_on")
    )


def _latest(rows: Sequence[Row]) -> Row | None:
    return rows[-1] if rows else None
