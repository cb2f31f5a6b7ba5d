"""Taking hold of the record that an act is about: locked, as it stands now, and in a state that allows it."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.refusal import Refusal
from samsyn.web.patients.models import Patient
from samsyn.web.people.acting import check_state


def hold(action: str, *, by: Actor, patient_id: UUID, version: int | None = None) -> Patient:
    """The actor's own record, locked until the transaction ends; a Refusal if it has changed since it was shown."""
    patient = Patient.at(by).select_for_update().filter(pk=patient_id).first()
    if patient is None:
        raise Refusal(_("Patienten finns inte på din enhet."))
    check_state(action, patient.state, patient.state_name)
    if version is not None and version != patient.version:
        raise Refusal(
            _("Någon har ändrat uppgifterna sedan du öppnade sidan. Ladda om den, se vad som är nytt och försök igen.")
        )
    return patient


def keep(patient: Patient, *fields: str) -> None:
    """Save the fields, as a new version of the record."""
    patient.version += 1
    patient.save(update_fields=[*fields, "sort_key", "version"])


def same_person(patient: Patient) -> list[Patient]:
    """The record and those linked to it, locked: what is true of the person stands in all of them."""
    return [patient, *patient.linked.select_for_update().order_by("pk")]
