"""A person gets another number, or one that was wrong is taken away."""

from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from samsyn.kernel import PersonIdentity
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.reading import note_read
from samsyn.web.audit.refusal import Refusal
from samsyn.web.patients.acts.holding import hold, keep
from samsyn.web.patients.acts.trail import note
from samsyn.web.patients.models import Patient, PatientIdentity


class AlreadyRegistered(Refusal):
    """The unit has the number already, on the record `patient_id`."""

    def __init__(self, patient_id: UUID) -> None:
        super().__init__(_("Numret finns redan på en patient hos er."), field="number")
        self.patient_id = patient_id
        note_read(patient_id)  # that the unit has this person is told, so it is logged


def add_number(patient: Patient, identity: PersonIdentity, *, valid_from: date, is_main: bool) -> PatientIdentity:
    """Add it; AlreadyRegistered where the unit has it. Two who try at once are told apart by the constraint."""
    try:
        with transaction.atomic():
            return PatientIdentity.across_units.create(
                unit_id=patient.unit_id,
                region_id=patient.region_id,
                patient=patient,
                kind=identity.kind,
                value=identity.value,
                is_main=is_main,
                valid_from=valid_from,
            )
    except IntegrityError:
        holder = PatientIdentity.across_units.filter(unit_id=patient.unit_id, value=identity.value)
        raise AlreadyRegistered(holder.values_list("patient_id", flat=True).get()) from None


def give_number(
    *, by: Actor, patient_id: UUID, version: int, identity: PersonIdentity, valid_from: date, replaces: bool
) -> None:
    """Another number of the same person, from a day. With `replaces` it becomes the main one and the old one ends.

    The old one stays findable: samordningsnummer that became a personnummer stand on in old papers (reliability P13).
    """
    patient = hold("patient.give-number", by=by, patient_id=patient_id, version=version)
    if valid_from > today():
        raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field="valid_from")
    if replaces and patient.deceased_on and identity.birth_date and identity.birth_date > patient.deceased_on:
        raise Refusal(_("Födelsedagen är efter dödsdagen."), field="number")
    changes = _end_main_number(patient, valid_from) if replaces else {}
    added = add_number(patient, identity, valid_from=valid_from, is_main=replaces)
    changes |= _as_the_number_tells(patient, identity) if replaces else {}
    keep(patient, "birth_date", "sex")
    note(
        "patient.give-number", by=by, on=patient, number=(None, added.display), valid_from=(None, valid_from), **changes
    )


def withdraw_number(*, by: Actor, patient_id: UUID, version: int, identity_id: UUID, reason: str) -> None:
    """Take away a number that was never the person's, so that its right person can be registered."""
    patient = hold("patient.withdraw-number", by=by, patient_id=patient_id, version=version)
    wrong = PatientIdentity.at(by).filter(patient=patient, pk=identity_id).first()
    if wrong is None:
        raise Refusal(_("Numret är redan borttaget."))
    if wrong.is_main:
        raise Refusal(_("Det är patientens huvudnummer. Lägg först till det rätta och låt det ersätta detta."))
    wrong.delete()
    keep(patient)
    note("patient.withdraw-number", by=by, on=patient, number=(wrong.display, None), reason=(None, reason))


def _end_main_number(patient: Patient, day: date) -> dict[str, tuple[object, object]]:
    """The main number's last day is the one before, or its first day if it began later than that."""
    old = PatientIdentity.across_units.select_for_update().get(unit_id=patient.unit_id, patient=patient, is_main=True)
    old.is_main, old.valid_to = False, max(old.valid_from, day - timedelta(days=1))
    old.save(update_fields=["is_main", "valid_to"])
    return {"replaced_number": (old.display, None), "valid_to": (None, old.valid_to)}


def _as_the_number_tells(patient: Patient, identity: PersonIdentity) -> dict[str, tuple[object, object]]:
    """A number that tells birth date or sex is believed before what was there."""
    told = {"birth_date": identity.birth_date, "sex": identity.sex and identity.sex.value}
    changes = {
        field: (getattr(patient, field), new) for field, new in told.items() if new and new != getattr(patient, field)
    }
    for field, (_before, new) in changes.items():
        setattr(patient, field, new)
    return changes
