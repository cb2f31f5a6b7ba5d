"""Whose record it is: the patients behind the logs' ids, at all units of the auditor's own provider.

A person may have a record at several units, and several records at one; the extract that the law gives a right to is
the whole provider's (patientdatalagen 2008:355, ch. 8, section 5). A referral that was read before the receiver had a
record of its own stands in the log under the writer's record: the letter tells whose it is.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from samsyn.kernel import search_forms
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.patients.models import Patient, PatientIdentity, Protection
from samsyn.web.referrals.models import Referral


def record_with_number(text: str, *, by: Actor) -> UUID | None:
    """A record at the provider with the number, however it is written; None where there is none or two persons."""
    forms = search_forms(text, today())
    found = list(_identities(by).filter(value__in=forms).values_list("patient_id", flat=True)[:20])
    if not found:
        return _letters(by).filter(number__in=forms).values_list("patient_id", flat=True).first()
    one = found[0]
    return one if set(found) <= records_of(one, by=by) else None


def records_of(patient: UUID, *, by: Actor) -> set[UUID]:
    """The ids under which the provider has read of the person: its records, which share a number or have been linked,
    and the writers' records behind letters it has received with one of the numbers.
    """
    found: set[UUID] = set()
    new = {patient} & set(_patients(by).filter(pk=patient).values_list("pk", flat=True))
    while new:
        found |= new
        numbers = _identities(by).filter(patient_id__in=new).values_list("value", flat=True)
        same = set(_identities(by).filter(value__in=list(numbers)).values_list("patient_id", flat=True))
        pairs = _patients(by).filter(Q(pk__in=new) | Q(same_as_id__in=new)).values_list("pk", "same_as_id")
        new = (same | {each for pair in pairs for each in pair if each}) - found
    return found | _behind_letters(found or {patient}, by=by)


def _behind_letters(records: set[UUID], *, by: Actor) -> set[UUID]:
    """The writers' records behind letters with a number of these records, or about one of them itself."""
    numbers = list(_identities(by).filter(patient_id__in=records).values_list("value", flat=True))
    letters = _letters(by).filter(Q(number__in=numbers) | Q(patient_id__in=records))
    return set(letters.values_list("patient_id", flat=True))


def shown(patients: Iterable[UUID | None], *, by: Actor) -> dict[UUID, Patient | Referral]:
    """The records with their numbers, or the letters that tell of them, to be shown: loading them is what is logged."""
    ids = {each for each in patients if each}
    own = {each.pk: each for each in _patients(by).filter(pk__in=ids).prefetch_related("identities")}
    return {each.patient_id: each for each in _letters(by).filter(patient_id__in=ids - set(own))} | own


def unprotected(patients: Iterable[UUID], *, by: Actor) -> set[UUID]:
    """Those of the provider's patients whose identity is not protected."""
    return set(_patients(by).filter(pk__in=set(patients), protection=Protection.NONE).values_list("pk", flat=True))


def _letters(by: Actor) -> QuerySet[Referral]:
    return Referral.across_units.filter(to_unit__provider_id=by.provider_id, sent=True)


def _patients(by: Actor) -> QuerySet[Patient]:
    return Patient.across_units.filter(unit__provider_id=by.provider_id)


def _identities(by: Actor) -> QuerySet[PatientIdentity]:
    return PatientIdentity.across_units.filter(unit__provider_id=by.provider_id)
