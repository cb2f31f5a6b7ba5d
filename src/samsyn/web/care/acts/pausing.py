"""The treatment is broken off for a time, and goes on: the same series all the while."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.pathway.case_states import PAUSED
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.holding import hold_case, step
from samsyn.web.care.acts.registering import correct, register
from samsyn.web.care.acts.trail import note
from samsyn.web.care.models import Case, Pause


def pause(*, by: Actor, case_id: UUID, version: int, first_day: date, reason: str) -> Pause:
    """From that day on nobody comes. Visits after it must be taken care of first."""
    case = hold_case("case.pause", by=by, case_id=case_id, version=version)
    check_pause(case, first_day=first_day)
    if case.last_visit_on and first_day <= case.last_visit_on:
        raise Refusal(
            _("Det senaste besöket var %(day)s. Uppehållet börjar efter det.") % {"day": case.last_visit_on},
            field="first_day",
        )
    made = register(Pause, by=by, case=case, first_day=first_day, reason=reason)
    step(case, "case.pause")
    note("case.pause", by=by, on=case, first_day=(None, first_day), reason=(None, reason))
    return made


def resume(*, by: Actor, case_id: UUID, version: int, last_day: date) -> None:
    """The pause gets its last day; the next visit belongs to the same series."""
    case = hold_case("case.resume", by=by, case_id=case_id, version=version)
    for lasting in Pause.current(Pause.at(by).filter(case=case, last_day__isnull=True)):
        check_pause(case, first_day=lasting.first_day, last_day=last_day)
        correct(lasting, by=by, case=case, why=_("Behandlingen är återupptagen."), last_day=last_day)
    step(case, "case.resume")
    note("case.resume", by=by, on=case, last_day=(None, last_day))


def check_pause(_case: Case, *, first_day: date, last_day: date | None = None, **_said: Any) -> None:
    """Refuse days that have not been, and a last day before the first."""
    if first_day > today():
        raise Refusal(_("Dagen har inte varit än. Gör uppehållet när det börjar."), field="first_day")
    if last_day and last_day > today():
        raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field="last_day")
    if last_day and last_day < first_day:
        raise Refusal(_("Uppehållet började %(day)s.") % {"day": first_day}, field="last_day")


def check_pause_again(case: Case, *, last_day: date | None, **said: Any) -> None:
    """The same of a pause that is written again; only while the case stands still may it have no last day."""
    check_pause(case, last_day=last_day, **said)
    if last_day is None and case.state != PAUSED:
        raise Refusal(_("Behandlingen är återupptagen. Skriv uppehållets sista dag."), field="last_day")
