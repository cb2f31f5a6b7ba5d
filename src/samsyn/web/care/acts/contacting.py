"""Contacts with employer, employment service and others about the patient's work."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.guidelines import Role
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.holding import hold_case, step
from samsyn.web.care.acts.registering import register
from samsyn.web.care.acts.trail import note
from samsyn.web.care.models import Case, WorkContact
from samsyn.web.care.rules import codes_with


def contact_work(*, by: Actor, case_id: UUID, **said: Any) -> WorkContact:
    """A contact, with the guideline's code for it."""
    case = hold_case("case.contact-work", by=by, case_id=case_id)
    check_contact(case, **said)
    contact = register(WorkContact, by=by, case=case, **said)
    step(case, "case.contact-work")
    note("case.contact-work", by=by, on=case, day=(None, contact.day), code=(None, contact.code or None))
    return contact


def check_contact(case: Case, *, day: date, code: str = "", **_said: Any) -> None:
    """Refuse a day that has not been, and a code that the guideline of that day does not have; one without has none."""
    if day > today():
        raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field="day")
    known = {each.code.text for each in codes_with(Role.COORDINATION, case, day)}
    if code not in (known or {""}):
        raise Refusal(_("Riktlinjen som gäller den dagen har inte den koden."), field="code")
