"""A look at one goal: how far the patient has come, and whether it is looked at again."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.holding import hold_case, step
from samsyn.web.care.acts.registering import correct, register
from samsyn.web.care.acts.trail import note
from samsyn.web.care.models import Goal, GoalFollowUp


def follow_up_goal(
    *, by: Actor, case_id: UUID, goal_thing: UUID, day: date, result: str, words: str, again_on: date | None
) -> GoalFollowUp:
    """Write what was seen; with `again_on` the goal waits for another look by that day."""
    case = hold_case("case.follow-up-goal", by=by, case_id=case_id)
    goal: Goal | None = Goal.current(case.goals.filter(thing=goal_thing)).first()  # type: ignore[assignment]
    if goal is None:
        raise Refusal(_("Målet är borttaget. Ladda om sidan."))
    check_follow_up(day=day)
    if again_on and again_on <= day:
        raise Refusal(_("Nästa uppföljning ligger inte efter den här. Kontrollera datumen."), field="again_on")
    look = register(GoalFollowUp, by=by, case=case, goal_thing=goal_thing, day=day, result=result, words=words)
    if again_on and again_on != goal.due_on:
        correct(goal, by=by, case=case, why=_("Ny dag efter uppföljning."), due_on=again_on)
    step(case, "case.follow-up-goal")
    note("case.follow-up-goal", by=by, on=case, day=(None, day), result=(None, result), again_on=(None, again_on))
    return look


def check_follow_up(*, day: date, **_said: object) -> None:
    """Refuse what has not been."""
    if day > today():
        raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field="day")
