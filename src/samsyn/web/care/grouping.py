"""Who can have been at a group visit: the unit's open cases at one level of one programme."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import F, Prefetch, QuerySet

from samsyn.guidelines import SPECIALIST
from samsyn.pathway.case_states import CASE
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.reading import note_read
from samsyn.web.care.models import Case
from samsyn.web.care.proposing import last_diagnoses
from samsyn.web.patients.models import Patient, PatientIdentity, Protection

MOST = 100
"""Cases in one list; of more, those whose last visit was most recent."""
STATES = CASE.step("case.visit").origins


@dataclass(frozen=True)
class Candidate:
    """An open case: of a protected person only its number is told."""

    case_id: UUID
    number: str
    patient: Patient | None
    diagnoses: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """As it stands in the names of the form's fields."""
        return self.case_id.hex


def works(by: Actor) -> list[tuple[str, str]]:
    """Programme and level of the unit's open cases."""
    return sorted(set(_open(by).values_list("programme", "level")))


def candidates(by: Actor, programme: str, level: str) -> list[Candidate]:
    """Those in treatment, or about to begin, by name; protected persons last. Every one of them is noted as read."""
    rows = _open(by).filter(programme=programme, level=level)
    rows = rows.order_by(F("last_visit_on").desc(nulls_last=True), "pk")
    found = [*_named(rows, by), *_protected(rows)]
    diagnoses = last_diagnoses([each.case_id for each in found], by=by)
    return [replace(each, diagnoses=diagnoses.get(each.case_id, ())) for each in found]


def _named(rows: "QuerySet[Case]", by: Actor) -> list[Candidate]:
    numbers = PatientIdentity.at(by).filter(is_main=True)
    named = rows.filter(patient__protection=Protection.NONE).select_related("patient")
    cases = named.prefetch_related(Prefetch("patient__identities", queryset=numbers))[:MOST]
    by_name = sorted(cases, key=lambda case: (case.patient.sort_key, case.pk))
    return [Candidate(case.pk, case.number, case.patient) for case in by_name]


def _protected(rows: "QuerySet[Case]") -> list[Candidate]:
    """Their records are not loaded; that the person is in treatment here is told, and so noted."""
    cases = list(rows.exclude(patient__protection=Protection.NONE)[:MOST])
    for case in cases:
        note_read(case.patient_id)
    return sorted((Candidate(case.pk, case.number, None) for case in cases), key=lambda each: each.number)


def _open(by: Actor) -> "QuerySet[Case]":
    return Case.at(by).filter(state__in=STATES).exclude(level__in=("", SPECIALIST))
