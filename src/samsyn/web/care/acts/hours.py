"""Writing down why the hours lie beside the norm."""

from uuid import UUID

from samsyn.web.audit.actor import Actor
from samsyn.web.care.acts.holding import hold_case, step
from samsyn.web.care.acts.registering import register
from samsyn.web.care.acts.trail import note
from samsyn.web.care.models import HoursNote


def note_hours(*, by: Actor, case_id: UUID, words: str) -> HoursNote:
    """One more reason; those before it stand."""
    case = hold_case("case.note-hours", by=by, case_id=case_id)
    reason = register(HoursNote, by=by, case=case, words=words)
    step(case, "case.note-hours")
    note("case.note-hours", by=by, on=case, reason=(None, words))
    return reason
