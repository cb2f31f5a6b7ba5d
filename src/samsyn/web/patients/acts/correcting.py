"""Putting right what is written about a patient."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.refusal import Refusal
from samsyn.web.patients.acts.holding import hold, keep
from samsyn.web.patients.acts.naming import set_name_words
from samsyn.web.patients.acts.registering import Told, birth_date_by, sex_by
from samsyn.web.patients.acts.trail import note


def correct_patient(*, by: Actor, patient_id: UUID, version: int, told: Told) -> None:
    """Write the name anew, and birth date and sex where the number does not tell them."""
    patient = hold("patient.correct", by=by, patient_id=patient_id, version=version)
    identity = patient.main_identity.identity
    new = {
        "given_name": told.given_name,
        "family_name": told.family_name,
        "birth_date": birth_date_by(identity, told.birth_date),
        "sex": sex_by(identity, told.sex),
    }
    changes = {field: (getattr(patient, field), value) for field, value in new.items()}
    changes = {field: pair for field, pair in changes.items() if pair[0] != pair[1]}
    if not changes:
        raise Refusal(_("Inget är ändrat."))
    if patient.deceased_on and new["birth_date"] and new["birth_date"] > patient.deceased_on:
        raise Refusal(_("Födelsedagen är efter dödsdagen."), field="birth_date")
    for field, (_before, value) in changes.items():
        setattr(patient, field, value)
    keep(patient, *changes)
    set_name_words(patient)
    note("patient.correct", by=by, on=patient, **changes)
