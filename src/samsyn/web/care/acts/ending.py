"""A case ends without completion: back to the health centre, to a specialist, or given up."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.pathway.case_states import ENDINGS
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.holding import hold_case, step
from samsyn.web.care.acts.registering import register
from samsyn.web.care.acts.trail import note
from samsyn.web.care.models import Case, Ending


def end_case(*, by: Actor, case_id: UUID, version: int, kind: str, day: date, reason: str) -> Ending:
    """End it. A series that has begun stays open in the records: it is not completed, and nobody is paid for it."""
    case = hold_case("case.end", by=by, case_id=case_id, version=version)
    check_ending(case, kind=kind, day=day)
    before, case.closed_on = case.state, day
    step(case, "case.end", "closed_on")
    ending = register(Ending, by=by, case=case, kind=kind, day=day, reason=reason)
    note(
        "case.end", by=by, on=case, kind=(None, kind), day=(None, day), reason=(None, reason),
        state=(before, case.state),
    )  # fmt: skip
    return ending


def check_ending(case: Case, *, kind: str, day: date, **_said: Any) -> None:
    """Refuse what cannot be."""
    if kind not in ENDINGS:
        raise Refusal(_("Välj hur ärendet avslutas."), field="kind")
    if day > today():
        raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field="day")
    first = max(filter(None, (case.opened_on, case.last_visit_on)))
    if day < first:
        raise Refusal(_("Ärendet har en händelse %(day)s. Det avslutas tidigast då.") % {"day": first}, field="day")
    if kind == "deceased" and case.patient.deceased_on is None:
        raise Refusal(_("Skriv först dödsdagen på patientens sida, under ”Märk som avliden”."), field="kind")
