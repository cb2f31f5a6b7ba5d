"""Marks that change how a record is handled: protected identity, deceased, test person."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.patients.acts.holding import hold, keep, same_person
from samsyn.web.patients.acts.trail import note
from samsyn.web.patients.models import Patient


def mark_protection(*, by: Actor, patient_id: UUID, version: int, protection: str, reason: str) -> None:
    """Protect the person's data (reliability P10), or no longer."""
    patient = hold("patient.protect", by=by, patient_id=patient_id, version=version)
    _mark("patient.protect", patient, by=by, field="protection", value=protection, reason=reason)


def mark_deceased(*, by: Actor, patient_id: UUID, version: int, day: date | None, reason: str = "") -> None:
    """Write the day of death, or take a wrong one away (None). Earlier visits can still be registered (P14)."""
    patient = hold("patient.mark-deceased", by=by, patient_id=patient_id, version=version)
    if day and day > today():
        raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field="day")
    if day and any(each.birth_date and day < each.birth_date for each in same_person(patient)):
        raise Refusal(_("Dagen är före födelsedagen. Kontrollera året."), field="day")
    if day is None and not reason:
        raise Refusal(_("Skriv varför dödsdagen tas bort."), field="reason")
    _mark("patient.mark-deceased", patient, by=by, field="deceased_on", value=day, reason=reason)


def mark_test(*, by: Actor, patient_id: UUID, version: int, is_test: bool, reason: str) -> None:
    """Say that the person is made up for tests, or is not. Never concluded from a number (P15)."""
    patient = hold("patient.mark-test", by=by, patient_id=patient_id, version=version)
    _mark("patient.mark-test", patient, by=by, field="is_test", value=is_test, reason=reason)


def _mark(action: str, patient: Patient, *, by: Actor, field: str, value: Any, reason: str) -> None:
    """Set the field in all records of the person, and leave an event on each."""
    if getattr(patient, field) == value:
        raise Refusal(_("Så är det redan."))
    for record in same_person(patient):
        before = getattr(record, field)
        if before != value:
            setattr(record, field, value)
            keep(record, field)
            note(action, by=by, on=record, **{field: (before, value)}, reason=(None, reason or None))
