"""The copy of the record to the patient's health centre, with the patient's consent."""

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
from samsyn.web.care.models import Case, CopySent


def send_copy(
    *, by: Actor, case_id: UUID, version: int, consent: bool, to_whom: str = "", sent_on: date | None = None
) -> CopySent:
    """That it was sent, or that the patient did not agree."""
    case = hold_case("case.send-copy", by=by, case_id=case_id, version=version)
    check_copy(case, consent=consent, to_whom=to_whom, sent_on=sent_on)
    copy = register(CopySent, by=by, case=case, consent=consent, to_whom=to_whom, sent_on=sent_on)
    step(case, "case.send-copy")
    note("case.send-copy", by=by, on=case, consent=(None, consent), sent_on=(None, sent_on))
    return copy


def check_copy(case: Case, *, consent: bool, to_whom: str, sent_on: date | None, **_said: Any) -> None:
    """Refuse what goes against the patient's will, and days that cannot be."""
    if not consent and (to_whom or sent_on):
        raise Refusal(_("Utan patientens medgivande skickas ingen kopia."), field="consent")
    if sent_on and sent_on > today():
        raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field="sent_on")
    if sent_on and case.closed_on and sent_on < case.closed_on:
        raise Refusal(
            _("Behandlingen avslutades %(day)s. Kopian skickas efter det.") % {"day": case.closed_on}, field="sent_on"
        )
