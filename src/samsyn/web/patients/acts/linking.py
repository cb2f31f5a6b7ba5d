"""Two records of one unit turn out to be the same person (reliability P13)."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.kernel import PersonIdentity
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.refusal import Refusal
from samsyn.web.patients.acts.holding import hold
from samsyn.web.patients.acts.trail import note
from samsyn.web.patients.models import Patient, PatientIdentity


def link_patients(*, by: Actor, kept_id: UUID, other_id: UUID, reason: str) -> None:
    """Let the other record point at the one that is kept. Nothing is moved: what points at either stays where it is.

    Neither record's version changes, so that undoing leaves every row as it was.
    """
    kept, other = _hold_both(by, kept_id, other_id)
    if other.linked.exists():
        raise Refusal(_("Den andra posten har själv poster kopplade till sig. Koppla dem hit i stället."))
    for field, words in _MUST_AGREE.items():
        if getattr(kept, field) != getattr(other, field):
            raise Refusal(words)
    other.same_as = kept
    other.save(update_fields=["same_as"])
    note("patient.link", by=by, on=other, same_as=(None, kept.pk), reason=(None, reason))
    note("patient.link", by=by, on=kept, linked=(None, other.pk), reason=(None, reason))


def unlink_patient(*, by: Actor, patient_id: UUID, reason: str) -> None:
    """They were not the same person: the record stands alone again, as it was."""
    patient = hold("patient.unlink", by=by, patient_id=patient_id)
    kept_id, patient.same_as = patient.same_as_id, None
    patient.save(update_fields=["same_as"])
    note("patient.unlink", by=by, on=patient, same_as=(kept_id, None), reason=(None, reason))
    note("patient.unlink", by=by, on=Patient(pk=kept_id), linked=(patient.pk, None), reason=(None, reason))


def other_record(*, by: Actor, patient_id: UUID, identity: PersonIdentity) -> UUID:
    """Which record of the unit has the number; a Refusal where none has, or this one itself."""
    holder = PatientIdentity.at(by).filter(value=identity.value).values_list("patient_id", flat=True).first()
    if holder is None:
        raise Refusal(_("Ingen patient hos er har det numret. Kontrollera det."), field="number")
    if holder == patient_id:
        raise Refusal(_("Numret finns redan på den här patienten. Skriv den andra postens nummer."), field="number")
    return holder


_MUST_AGREE = {
    "protection": _("Den ena posten är märkt med skyddade personuppgifter, den andra inte. Märk båda lika först."),
    "is_test": _("Den ena posten är en testperson, den andra inte. Märk båda lika först."),
    "deceased_on": _("Posterna säger inte samma dödsdag. Gör dem lika först."),
}


def _hold_both(by: Actor, kept_id: UUID, other_id: UUID) -> tuple[Patient, Patient]:
    """Both records locked, always in the same order, so that two officers cannot lock each other out."""
    if kept_id == other_id:
        raise Refusal(_("Det är samma post."))
    held = {each: hold("patient.link", by=by, patient_id=each) for each in sorted((kept_id, other_id))}
    return held[kept_id], held[other_id]
