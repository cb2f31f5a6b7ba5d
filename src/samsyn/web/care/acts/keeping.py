"""Keeping the columns of a case that work lists sort by: each follows from what is registered on it."""

from typing import Any

from samsyn.guidelines import Role
from samsyn.web.care.goals import waiting_goals
from samsyn.web.care.models import Case, Pause, Visit
from samsyn.web.care.proposing import codes_at


def keep_columns(case: Case) -> None:
    """Write those that what is registered now says otherwise of."""
    told = {**_visits(case), **_pause(case), **_follow_up(case)}
    changed = [name for name, value in told.items() if getattr(case, name) != value]
    for name in changed:
        setattr(case, name, told[name])
    if changed:
        case.save(update_fields=changed)


def _visits(case: Case) -> dict[str, Any]:
    """The first visit with the level's ongoing code, and the last visit of all."""
    visits = list(Visit.current(case.visits.all()).values_list("day", "procedures"))
    ongoing = codes_at(case, Role.ONGOING) if visits else frozenset()
    return {
        "started_on": min((day for day, codes in visits if ongoing & set(codes)), default=None),
        "last_visit_on": max((day for day, _codes in visits), default=None),
    }


def _pause(case: Case) -> dict[str, Any]:
    """Since when the treatment stands still, if it does."""
    lasting = Pause.current(case.pauses.filter(last_day=None)).order_by("first_day")
    first = None if case.is_over else lasting.first()
    return {"paused_on": first.first_day if first else None}


def _follow_up(case: Case) -> dict[str, Any]:
    """The earliest day of a goal that waits; none once the case is over."""
    waiting = [] if case.is_over else waiting_goals(case)
    return {"follow_up_due": waiting[0].due_on if waiting else None}
