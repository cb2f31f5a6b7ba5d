"""The patient's place in the pain registry: information first, and an objection stops it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.holding import hold_case, step
from samsyn.web.care.acts.registering import correct, register
from samsyn.web.care.acts.trail import note
from samsyn.web.care.contents import current
from samsyn.web.care.models import RegistryEntry


def register_in_registry(*, by: Actor, case_id: UUID, version: int, **said: Any) -> RegistryEntry:
    """What is known now. There is one entry a case: what is added later is a new version of it."""
    case = hold_case("case.register-nrs", by=by, case_id=case_id, version=version)
    check_entry(**said)
    before = current(case, RegistryEntry)
    if before:
        entry = correct(before[-1], by=by, case=case, why=_("Kompletterad."), **said)
    else:
        entry = register(RegistryEntry, by=by, case=case, **said)
    step(case, "case.register-nrs")
    note(
        "case.register-nrs", by=by, on=case, informed_on=(None, entry.informed_on),
        objected=(None, entry.objected), registered_on=(None, entry.registered_on), module=(None, entry.module or None),
    )  # fmt: skip
    return entry


def check_entry(
    *, informed_on: date | None, objected: bool, module: str, registered_on: date | None, **_said: Any
) -> None:
    """Refuse a registration that the law does not allow: without information, or against the patient's wish."""
    for name, day in (("informed_on", informed_on), ("registered_on", registered_on)):
        if day and day > today():
            raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field=name)
    if objected and registered_on:
        raise Refusal(_("Patienten motsätter sig registrering. Ta bort registreringsdagen."), field="registered_on")
    if registered_on and not informed_on:
        raise Refusal(_("Patienten ska informeras före registreringen. Skriv dagen."), field="informed_on")
    if registered_on and informed_on and registered_on < informed_on:
        raise Refusal(_("Registreringen ligger före informationen. Kontrollera datumen."), field="registered_on")
    if registered_on and not module:
        raise Refusal(_("Välj vilken modul patienten är registrerad i."), field="module")
