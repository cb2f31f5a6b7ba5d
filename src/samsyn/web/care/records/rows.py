"""The unit's current registrations, read in a fixed number of queries: one a kind, however many visits there are."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from samsyn.web.audit.actor import Actor
from samsyn.web.care.models import (
    Assessment,
    Case,
    Completion,
    Conference,
    CopySent,
    Goal,
    Plan,
    Registered,
    RegistryEntry,
    Visit,
    WorkContact,
)


class Contact(NamedTuple):
    """What is sent to the care-contact database of one visit, whatever kind it was."""

    thing: str  # the registration it comes from: the same for all its versions
    case_id: UUID
    record: UUID
    day: date
    diagnoses: list[str]
    procedures: list[str]
    professions: list[str]
    minutes: int | None
    is_visit: bool = True  # of the treatment: not an assessment, and not a contact about work


class CaseRow(NamedTuple):
    """The parts of a case that tell where its registrations belong."""

    id: UUID
    record: UUID
    programme: str
    level: str
    opened_on: date
    serial: int


@dataclass(frozen=True)
class Registrations:
    """All that is registered on some cases. Assessments have no codes of their own: the guideline gives them."""

    cases: dict[UUID, CaseRow]
    visits: list[Contact]
    completions: list[Contact]
    work_contacts: list[Contact]
    assessments: list[dict[str, Any]]
    plans: list[dict[str, Any]]
    cases_with_goals: frozenset[UUID]
    conferences: list[dict[str, Any]]
    copies: list[dict[str, Any]]
    registry: list[tuple[UUID, str, date]]  # record, module, day


_VISIT = ("thing", "case_id", "day", "diagnoses", "procedures", "professions", "minutes")
_ASSESSMENT = (
    *("thing", "case_id", "day", "diagnoses", "professions", "minutes"),
    *("pain_onset", "investigated", "suitability", "screening", "choice_signed_on"),
)


def registrations(by: Actor, records: Collection[UUID] | None) -> Registrations:
    """What is registered at the actor's unit about those patient records, or about all; without patients' names."""
    known = Case.at(by) if records is None else Case.at(by).filter(patient_id__in=records)
    fields = ("id", "patient_id", "programme", "level", "opened_on", "serial")
    cases = {row[0]: CaseRow(*row) for row in known.values_list(*fields)}

    def current(model: type[Registered]) -> "QuerySet[Any]":
        rows = model.current(model.at(by))
        return rows if records is None else rows.filter(case_id__in=cases)

    def contact(row: tuple[Any, ...], *, is_visit: bool = True) -> Contact:
        thing, case, day, *said = row
        return Contact(str(thing), case, cases[case].record, day, *said, is_visit=is_visit)

    done = current(RegistryEntry).filter(registered_on__isnull=False, objected=False).exclude(module="")
    return Registrations(
        cases=cases,
        visits=[contact(row) for row in current(Visit).values_list(*_VISIT)],
        completions=[contact(row) for row in current(Completion).values_list(*_VISIT)],
        work_contacts=[
            contact((*row, [], [code], [], None), is_visit=False)
            for *row, code in current(WorkContact).exclude(code="").values_list("thing", "case_id", "day", "code")
        ],
        assessments=list(current(Assessment).order_by("day", "registered_at").values(*_ASSESSMENT)),
        plans=list(current(Plan).order_by("day", "registered_at").values("case_id", "signed_with_patient_on")),
        cases_with_goals=frozenset(current(Goal).values_list("case_id", flat=True)),
        conferences=list(current(Conference).filter(closing=True).order_by("day").values("case_id", "professions")),
        copies=list(current(CopySent).values("case_id", "consent", "sent_on")),
        registry=[
            (cases[case].record, module, day)
            for case, module, day in done.values_list("case_id", "module", "registered_on")
        ],
    )
