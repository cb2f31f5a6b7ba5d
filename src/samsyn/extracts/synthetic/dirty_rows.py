"""Rows that belong to no series and that a careful reader refuses, or counts once."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from samsyn.extracts.synthetic import vocabulary as words
from samsyn.extracts.synthetic.contact_columns import NO_SERIES, CodedContacts
from samsyn.extracts.synthetic.plan import RegionPlan
from samsyn.extracts.synthetic.working_days import Ints

DUPLICATE: Final = "duplicate"
_LEAST_CODED: Final = 100


@dataclass(frozen=True)
class DirtyRow:
    """A planted row: its kind, the reason it is refused for (or `duplicate`), its number among the coded."""

    kind: str
    reason: str
    contact: int


def add_dirty_rows(
    plan: RegionPlan, coded: CodedContacts, strangers: Ints
) -> tuple[CodedContacts, tuple[DirtyRow, ...]]:
    """The coded contacts and, after them, the planted rows, on patients who have no series."""
    if not plan.faults or len(coded) < _LEAST_CODED:
        return coded, ()
    rng = plan.stream("dirty rows")
    rows: list[DirtyRow] = []
    for number in range(min(5, 1 + len(coded) // 10_000)):
        coded = _duplicate(coded, rng, rows)
        coded = _conflict(coded, strangers[3 * number], rng, rows)
        coded = _miswritten(coded, strangers[3 * number + 1], rng, rows)
        if plan.format == "csv":  # a date column of Parquet cannot hold the 30th of February
            coded = _impossible(coded, strangers[3 * number + 2], rng, rows)
    return coded, tuple(rows)


def _appended(coded: CodedContacts, like: int, patient: int | None, same_id_as: int | None) -> CodedContacts:
    """One more row, copied from contact number `like`."""
    columns = coded.columns.rows(np.array([like]))
    if patient is not None:
        columns = replace(columns, patient=np.array([patient]))
    number = len(coded) if same_id_as is None else same_id_as
    return CodedContacts(
        coded.columns.followed_by(columns),
        np.append(coded.series, NO_SERIES),
        np.append(coded.ongoing, False),
        np.append(coded.same_id_as, number),
        np.append(coded.bad_date, False),
    )


def _drawn(coded: CodedContacts, rng: np.random.Generator) -> int:
    """An ongoing visit to copy."""
    return int(rng.choice(np.flatnonzero(coded.ongoing)))


def _duplicate(coded: CodedContacts, rng: np.random.Generator, rows: list[DirtyRow]) -> CodedContacts:
    like = _drawn(coded, rng)
    rows.append(DirtyRow("duplicate-row", DUPLICATE, like))
    return _appended(coded, like, None, like)


def _conflict(coded: CodedContacts, patient: int, rng: np.random.Generator, rows: list[DirtyRow]) -> CodedContacts:
    """Two rows with one id that differ in their minutes."""
    like = _drawn(coded, rng)
    rows.append(DirtyRow("conflicting-rows", "ROW_CONFLICT", len(coded)))
    coded = _appended(coded, like, patient, None)
    coded = _appended(coded, len(coded) - 1, patient, len(coded) - 1)
    coded.columns.minutes[-1] += 30
    return coded


def _miswritten(coded: CodedContacts, patient: int, rng: np.random.Generator, rows: list[DirtyRow]) -> CodedContacts:
    rows.append(DirtyRow("letter-in-code", "CODE_FORM", len(coded)))
    coded = _appended(coded, _drawn(coded, rng), patient, None)
    coded.columns.procedures[-1] = words.MISWRITTEN_AT
    return coded


def _impossible(coded: CodedContacts, patient: int, rng: np.random.Generator, rows: list[DirtyRow]) -> CodedContacts:
    rows.append(DirtyRow("impossible-date", "DATE_BAD", len(coded)))
    coded = _appended(coded, _drawn(coded, rng), patient, None)
    coded.bad_date[-1] = True
    return coded
