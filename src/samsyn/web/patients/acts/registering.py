"""Registering a patient at the actor's unit."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from samsyn.kernel import PersonIdentity
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now, today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.patients.acts.naming import set_name_words
from samsyn.web.patients.acts.numbering import add_number
from samsyn.web.patients.acts.trail import note
from samsyn.web.patients.models import Patient, SexChoice


@dataclass(frozen=True)
class Told:
    """What is written about a person beside the number."""

    given_name: str
    family_name: str
    birth_date: date | None = None
    sex: str = SexChoice.UNKNOWN


def register_patient(*, by: Actor, identity: PersonIdentity, told: Told) -> Patient:
    """A new record with its number; AlreadyRegistered where the unit has the number.

    Whether another unit has it is neither asked nor seen. Birth date and sex are those of the number where it tells.
    """
    patient = Patient.across_units.create(
        unit_id=by.unit_id,
        region_id=by.region_id,
        given_name=told.given_name,
        family_name=told.family_name,
        birth_date=birth_date_by(identity, told.birth_date),
        sex=sex_by(identity, told.sex),
        registered_at=now(),
        registered_year=today().year,
        registered_by_id=by.user_id,
    )
    add_number(patient, identity, valid_from=today(), is_main=True)
    set_name_words(patient)
    note("patient.register", by=by, on=patient, number=(None, identity.display), **_new(patient))
    return patient


def birth_date_by(identity: PersonIdentity, told: date | None) -> date | None:
    """The number's birth date, else the one told, else unknown; a Refusal where they differ."""
    if identity.birth_date and told and identity.birth_date != told:
        raise Refusal(
            _("Födelsedagen är en annan än numrets. Lämna fältet tomt, eller kontrollera numret."), field="birth_date"
        )
    return identity.birth_date or told


def sex_by(identity: PersonIdentity, told: str) -> str:
    """The number's sex, else the one told."""
    return identity.sex.value if identity.sex else told


def _new(patient: Patient) -> dict[str, tuple[None, object]]:
    return {field: (None, getattr(patient, field)) for field in ("given_name", "family_name", "birth_date", "sex")}
