"""Which rows of a period's access log each rule points out. Plain functions over plain rows; no database."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samsyn.kernel import search_key
from samsyn.web.oversight.rules import OPENED_AT_MOST, RULES


@dataclass(frozen=True)
class Row:
    """A row of the access log, with the time by a Swedish clock."""

    id: UUID
    at: datetime
    user_id: UUID | None
    user_name: str
    unit_id: UUID | None
    patient_id: UUID | None
    result: str
    request_id: str


@dataclass(frozen=True)
class Known:
    """What the rules need to know of a patient."""

    given_name: str
    family_name: str
    protected: bool


@dataclass(frozen=True)
class Facts:
    """What is known beside the log: the patients, and the names of those who work at each unit."""

    patients: Mapping[UUID | None, Known]
    staff: Mapping[UUID | None, frozenset[str]]


def flagged(rows: list[Row], facts: Facts) -> dict[UUID, list[str]]:
    """The rows that some rule points out, each with its rules."""
    opened = _opened(rows)
    found: dict[UUID, list[str]] = defaultdict(list)
    for rule, of_one in _OF_ONE.items():
        for row in opened:
            if row.patient_id in facts.patients and of_one(row, facts.patients[row.patient_id], facts):
                found[row.id].append(rule)
    for row in opened:
        if _at_night(row):
            found[row.id].append("night")
    for rule, rows_of in (("many", _many(rows)), ("refused", _refused(rows))):
        for row in rows_of:
            found[row.id].append(rule)
    return dict(found)


def _opened(rows: list[Row]) -> list[Row]:
    """Rows of requests that showed one patient or a few: a record was opened, not a list leafed through."""
    shown = Counter(row.request_id for row in rows)
    return [
        row for row in rows if row.result == "allowed" and row.patient_id and shown[row.request_id] <= OPENED_AT_MOST
    ]


def _own_record(row: Row, patient: Known, facts: Facts) -> bool:
    return search_key(row.user_name) == _name(patient)


def _same_surname(row: Row, patient: Known, facts: Facts) -> bool:
    """Any part of a double surname counts."""
    mine = search_key(row.user_name).split()[1:]
    return not _own_record(row, patient, facts) and bool(set(mine) & set(search_key(patient.family_name).split()))


def _colleague(row: Row, patient: Known, facts: Facts) -> bool:
    return not _own_record(row, patient, facts) and _name(patient) in facts.staff.get(row.unit_id, frozenset())


def _protected(row: Row, patient: Known, facts: Facts) -> bool:
    return patient.protected


_OF_ONE: dict[str, Callable[[Row, Known, Facts], bool]] = {
    "own-record": _own_record,
    "same-surname": _same_surname,
    "colleague": _colleague,
    "protected": _protected,
}


def _name(patient: Known) -> str:
    return search_key(f"{patient.given_name} {patient.family_name}")


def _at_night(row: Row) -> bool:
    night = RULES["night"]
    return row.at.hour >= night.from_hour or row.at.hour < night.to_hour


def _many(rows: list[Row]) -> Iterator[Row]:
    """All rows of a person and clock hour with more patients than the limit."""
    hours: dict[tuple[UUID | None, datetime], list[Row]] = defaultdict(list)
    for row in rows:
        if row.result == "allowed" and row.patient_id:
            hours[row.user_id, row.at.replace(minute=0, second=0, microsecond=0)].append(row)
    for those in hours.values():
        if len({row.patient_id for row in those}) > RULES["many"].more_than:
            yield from those


def _refused(rows: list[Row]) -> Iterator[Row]:
    """All refusals of a person and day with more requests refused than the limit."""
    days: dict[tuple[UUID | None, object], list[Row]] = defaultdict(list)
    for row in rows:
        if row.result == "refused":
            days[row.user_id, row.at.date()].append(row)
    for those in days.values():
        if len({row.request_id for row in those}) > RULES["refused"].more_than:
            yield from those
