"""A team conference, and how far each goal had come when the team looked at it."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.holding import hold_case, step
from samsyn.web.care.acts.registering import register
from samsyn.web.care.acts.trail import note
from samsyn.web.care.models import Case, Conference, Goal, GoalFollowUp


def confer(
    *, by: Actor, case_id: UUID, day: date, results: Sequence[tuple[Goal, str, str]] = (), **said: Any
) -> Conference:
    """The conference, and a follow-up of each goal that was judged at it."""
    case = hold_case("case.confer", by=by, case_id=case_id)
    check_conference(case, day=day)
    conference = register(Conference, by=by, case=case, day=day, **said)
    for goal, result, words in results:
        register(GoalFollowUp, by=by, case=case, goal_thing=goal.thing, day=day, result=result, words=words)
    step(case, "case.confer")
    note("case.confer", by=by, on=case, day=(None, day), closing=(None, said["closing"]), goals=(None, len(results)))
    return conference


def check_conference(_case: Case, *, day: date, **_said: Any) -> None:
    """Refuse a day that has not been."""
    if day > today():
        raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field="day")
