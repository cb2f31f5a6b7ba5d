"""The rehabilitation plan, made with the patient, and its measurable goals."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.guidelines import SPECIALIST
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.holding import hold_case, step
from samsyn.web.care.acts.registering import register
from samsyn.web.care.acts.trail import note
from samsyn.web.care.contents import current
from samsyn.web.care.models import Case, Goal, Plan


def plan(*, by: Actor, case_id: UUID, version: int, later: bool = False, **said: Any) -> Plan:
    """Make the plan: before the treatment, or `later`, where the treatment has begun without one."""
    action = "case.plan-later" if later else "case.plan"
    case = hold_case(action, by=by, case_id=case_id, version=version)
    if case.level == SPECIALIST:
        raise Refusal(_("Beslutet är specialistmottagning. Avsluta ärendet och remittera dit."))
    if later and current(case, Plan):
        raise Refusal(_("Det finns redan en plan. Rätta den i stället."))
    check_plan(**said)
    made = register(Plan, by=by, case=case, **said)
    before = case.state
    step(case, action)
    note(
        action, by=by, on=case, day=(None, made.day), signed=(None, made.signed_with_patient_on),
        state=(before, case.state),
    )  # fmt: skip
    return made


def check_plan(
    *, day: date, signed_with_patient_on: date | None = None, follow_up_on: date | None = None, **_said: Any
) -> None:
    """Refuse what cannot be."""
    if day > today():
        raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field="day")
    if signed_with_patient_on and signed_with_patient_on > today():
        raise Refusal(_("Dagen har inte varit än. Skriv när planen undertecknades."), field="signed_with_patient_on")
    if signed_with_patient_on and signed_with_patient_on < day:
        raise Refusal(
            _("Planen undertecknades innan den gjordes. Kontrollera datumen."), field="signed_with_patient_on"
        )
    if follow_up_on and follow_up_on < day:
        raise Refusal(_("Uppföljningen ligger före planen. Kontrollera datumen."), field="follow_up_on")


def add_goal(*, by: Actor, case_id: UUID, **said: Any) -> Goal:
    """One more goal."""
    case = hold_case("case.add-goal", by=by, case_id=case_id)
    check_goal(case, **said)
    goal = register(Goal, by=by, case=case, **said)
    step(case, "case.add-goal")
    note("case.add-goal", by=by, on=case, goal=(None, goal.text), due_on=(None, goal.due_on))
    return goal


def check_goal(case: Case, *, due_on: date, **_said: Any) -> None:
    """Refuse a follow-up before the plan itself."""
    plans = current(case, Plan, "day")
    if plans and due_on < plans[-1].day:
        raise Refusal(_("Planen gjordes %(day)s. Målet följs upp efter det.") % {"day": plans[-1].day}, field="due_on")
