"""Which of the unit's made-up patients a patient of the extract becomes: someone of about the same age."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from samsyn.web.organisations.models import Unit
from samsyn.web.patients.models import Patient, Protection

_YOUNGEST, _OLDEST = timedelta(days=22 * 365), timedelta(days=60 * 365)


def free_patients(unit: Unit) -> list[tuple[date, UUID]]:
    """The unit's living, unprotected patients without a case, by birth date."""
    found = Patient.across_units.filter(
        unit=unit, deceased_on=None, protection=Protection.NONE, birth_date__isnull=False, cases=None, same_as=None
    )
    return list(found.order_by("birth_date", "id").values_list("birth_date", "id"))


def in_working_age(unit: Unit, today: date) -> list[UUID]:
    """The same, those between about 22 and 60, the oldest first."""
    return [patient for born, patient in free_patients(unit) if _YOUNGEST < today - born < _OLDEST]


def paired(wanted: Iterable[tuple[str, date]], free: list[tuple[date, UUID]]) -> dict[str, UUID]:
    """Each patient of the extract with the record whose birth date lies nearest, while there are any left."""
    left, pairs = list(free), {}
    for patient, born in wanted:
        if left:
            nearest = min(left, key=lambda one: abs((one[0] - born).days))
            left.remove(nearest)
            pairs[patient] = nearest[1]
    return pairs
