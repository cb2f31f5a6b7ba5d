"""Whose registrations they are: records that are linked are one patient, by the record that is used from now on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from samsyn.web.audit.actor import Actor
from samsyn.web.patients.models import Patient


@dataclass(frozen=True)
class People:
    """Patient ids by record, and birth dates by patient id."""

    patient_of: dict[UUID, UUID]
    birth_dates: dict[UUID, date | None]


def people_at(by: Actor, patients: Iterable[UUID] | None) -> People:
    """Those patients of the actor's unit with every record linked to theirs; all of the unit's where none are named."""
    rows = list(_rows(by, patients))
    elsewhere = {same_as for _id, same_as, _birth in rows if same_as} - {record for record, *_rest in rows}
    if elsewhere:
        rows = list(_rows(by, elsewhere))
    return People(
        {record: same_as or record for record, same_as, _birth in rows},
        {record: birth for record, same_as, birth in rows if same_as is None},
    )


def _rows(by: Actor, patients: Iterable[UUID] | None) -> Any:
    """Record, the record it is linked to, birth date: of those patients and of the records linked to theirs."""
    known = Patient.at(by)
    if patients is not None:
        wanted = list(patients)
        known = known.filter(Q(pk__in=wanted) | Q(same_as_id__in=wanted))
    return known.values_list("id", "same_as_id", "birth_date")
