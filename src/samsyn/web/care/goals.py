"""Which goals wait for a follow-up."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from samsyn.web.care.models import Case, Goal, GoalFollowUp


def waiting_goals(case: Case) -> list[Goal]:
    """The case's goals that nobody has looked at since their day was set, the earliest day first.

    A goal that gets another day waits again; one whose words are corrected does not.
    """
    versions = list(case.goals.order_by("place"))
    looked = _last_look(GoalFollowUp.current(case.goalfollowups.all()))
    day_set = _when_the_day_was_set(versions)
    replaced = {each.replaces_id for each in versions}
    current = [each for each in versions if each.pk not in replaced and not each.withdrawn]
    waiting = [each for each in current if each.thing not in looked or looked[each.thing] < day_set[each.thing]]
    return sorted(waiting, key=lambda each: each.due_on)


def _when_the_day_was_set(versions: Iterable[Goal]) -> dict[UUID, datetime]:
    """By goal, when the day that now stands was first written; the versions come in their order."""
    day, since = {}, {}
    for version in versions:
        if day.get(version.thing) != version.due_on:
            day[version.thing], since[version.thing] = version.due_on, version.registered_at
    return since


def _last_look(follow_ups: Iterable[GoalFollowUp]) -> dict[UUID, datetime]:
    last: dict[UUID, datetime] = {}
    for each in follow_ups:
        last[each.goal_thing] = max(each.registered_at, last.get(each.goal_thing, each.registered_at))
    return last
