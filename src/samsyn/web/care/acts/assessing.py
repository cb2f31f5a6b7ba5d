"""The team's assessment; a new one when more has been investigated."""

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
from samsyn.web.care.models import Assessment


def assess(*, by: Actor, case_id: UUID, version: int, day: date, **said: Any) -> Assessment:
    """What the team found, and whether the programme suits the patient. It leads nowhere by itself."""
    case = hold_case("case.assess", by=by, case_id=case_id, version=version)
    check_assessment(day=day, **said)
    made = register(Assessment, by=by, case=case, day=day, **said)
    before = case.state
    step(case, "case.assess")
    note(
        "case.assess", by=by, on=case, day=(None, day), suitability=(None, made.suitability),
        screening=(None, made.screening), state=(before, case.state),
    )  # fmt: skip
    return made


def check_assessment(*, day: date, pain_onset: date | None = None, **_said: Any) -> None:
    """Refuse what cannot be."""
    if day > today():
        raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field="day")
    if pain_onset and pain_onset > day:
        raise Refusal(_("Smärtan började efter bedömningen. Kontrollera datumen."), field="pain_onset")
