"""A visit during treatment. The first one begins the series; no visit ends it."""

from collections.abc import Sequence
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
from samsyn.web.care.models import Case, Visit
from samsyn.web.care.proposing import codes_of_any_level


def register_visit(*, by: Actor, case_id: UUID, day: date, procedures: Sequence[str], **said: Any) -> Visit:
    """One more visit. What it lacks is said where it is shown; only the impossible is refused."""
    case = hold_case("case.visit", by=by, case_id=case_id)
    return add_visit("case.visit", case, by=by, day=day, procedures=procedures, **said)


def add_visit(action: str, case: Case, *, by: Actor, day: date, procedures: Sequence[str], **said: Any) -> Visit:
    """The visit on a case that is held, with its step and its event."""
    check_visit(case, day=day, procedures=procedures)
    visit = register(Visit, by=by, case=case, day=day, procedures=list(procedures), **said)
    before = case.state
    step(case, "case.visit")
    note(action, by=by, on=case, day=(None, day), kind=(None, said["kind"]), state=(before, case.state))
    return visit


def check_visit(case: Case, *, day: date, procedures: Sequence[str], **_said: Any) -> None:
    """Refuse what cannot be: a visit not yet made, or one that would begin or close a series by side effect."""
    if day > today():
        raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field="day")
    if case.closed_on and day > case.closed_on:
        raise Refusal(
            _("Ärendet avslutades %(day)s. Skriv en dag till och med då.") % {"day": case.closed_on}, field="day"
        )
    closing = codes_of_any_level(Role.COMPLETION) & set(procedures)
    if closing:
        raise Refusal(
            _("%(code)s är en kod för avslut. Den registreras bara med ”Avsluta behandlingen”.")
            % {"code": ", ".join(sorted(closing))},
            field="procedures",
        )
