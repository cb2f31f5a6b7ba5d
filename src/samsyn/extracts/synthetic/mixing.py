"""The contacts table, a million rows at a time: ordinary care with the coded contacts strewn evenly among it."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Final

import numpy as np
import polars as pl

from samsyn.extracts.synthetic import vocabulary as words
from samsyn.extracts.synthetic.contact_columns import CodedContacts, ContactColumns
from samsyn.extracts.synthetic.plan import RegionPlan
from samsyn.extracts.synthetic.population import patient_ids
from samsyn.extracts.synthetic.working_days import Ints, WorkingDays

CHUNK: Final = 1_000_000


@dataclass(frozen=True)
class Mixture:
    """What every chunk needs. `places` is the row of each coded contact; `order` sorts the coded by it."""

    plan: RegionPlan
    calendar: WorkingDays
    coded: CodedContacts
    places: Ints
    order: Ints
    people: int
    units: list[str]  # as written

    def contact_id(self, contact: int) -> str:
        """The id under which a coded contact is written."""
        return f"K{self.places[self.coded.same_id_as[contact]]:010d}"

    def chunks(self) -> Iterator[pl.DataFrame]:
        """The contacts table in pieces, in the order of its rows."""
        for part, start in enumerate(range(0, self.plan.contacts, CHUNK)):
            yield self._chunk(part, start, min(start + CHUNK, self.plan.contacts))

    def _chunk(self, part: int, start: int, stop: int) -> pl.DataFrame:
        columns = _ordinary(self.plan, self.calendar, part, stop - start, self.people, len(self.units))
        rows = self.places[self.order]
        here = self.order[slice(*np.searchsorted(rows, (start, stop)))]
        at = self.places[here] - start
        coded = self.coded.columns.rows(here)
        for each in fields(columns):
            getattr(columns, each.name)[at] = getattr(coded, each.name)
        ids = np.arange(start, stop)
        ids[at] = self.places[self.coded.same_id_as[here]]
        return _impossible_dates(self._frame(ids, columns), at[self.coded.bad_date[here]], self.plan)

    def _frame(self, ids: Ints, columns: ContactColumns) -> pl.DataFrame:
        listed = self.plan.format == "parquet"
        return pl.DataFrame(
            {
                "contact_id": "K" + pl.Series(ids).cast(pl.String()).str.zfill(10),
                "patient_id": patient_ids(columns.patient),
                "unit": pl.Series(self.units).gather(columns.unit),
                "date": pl.Series(columns.day, dtype=pl.Date()),
                "diagnoses": _cells(words.DIAGNOSIS_CELLS, listed).gather(columns.diagnoses),
                "procedures": _cells(words.PROCEDURE_CELLS, listed).gather(columns.procedures),
                "profession": pl.Series(words.PROFESSIONS).gather(columns.profession),
                "minutes": pl.Series(columns.minutes, dtype=pl.Int64()),
                "contact_type": pl.Series(words.CONTACT_TYPES).gather(columns.contact_type),
            }
        )


def strew(plan: RegionPlan, calendar: WorkingDays, coded: CodedContacts, people: int, units: list[str]) -> Mixture:
    """Give every coded contact a row of its own: one in each stretch of rows, in random order of date.

    The first two rows stay ordinary: they hold the first and the last day of the extract.
    """
    rng = plan.stream("strewing")
    edges = 2 + np.arange(len(coded) + 1) * (plan.contacts - 2) // max(len(coded), 1)
    rows = edges[:-1] + np.floor(rng.random(len(coded)) * np.diff(edges)).astype(np.int64)
    order = rng.permutation(len(coded))
    places = np.empty(len(coded), dtype=np.int64)
    places[order] = rows
    return Mixture(plan, calendar, coded, places, order, people, units)


def _ordinary(
    plan: RegionPlan, calendar: WorkingDays, part: int, count: int, people: int, units: int
) -> ContactColumns:
    """Ordinary care contacts: anybody, anywhere, on working days."""
    rng = plan.stream("ordinary", part)
    day = calendar.days[rng.integers(0, calendar.last + 1, count)]
    if part == 0:
        day[0], day[1] = plan.first_day, plan.last_day
    return ContactColumns(
        patient=rng.integers(0, people, count),
        unit=rng.integers(0, units, count),
        day=day,
        diagnoses=words.ORDINARY_DIAGNOSES_AT + rng.integers(0, len(words.ORDINARY_DIAGNOSES), count),
        procedures=rng.integers(0, len(words.ORDINARY_PROCEDURES), count),
        profession=rng.integers(0, len(words.PROFESSIONS), count),
        minutes=5 * rng.integers(2, 13, count),
        contact_type=rng.integers(0, len(words.CONTACT_TYPES), count),
    )


def _cells(written: tuple[str, ...], listed: bool) -> pl.Series:
    """The written cells, as text or as lists of codes."""
    if not listed:
        return pl.Series([cell or None for cell in written], dtype=pl.String())
    return pl.Series([cell.split(",") if cell else [] for cell in written], dtype=pl.List(pl.String()))


def _impossible_dates(frame: pl.DataFrame, rows: Ints, plan: RegionPlan) -> pl.DataFrame:
    """Write a day that does not exist on the rows that are planted with it."""
    if not len(rows):
        return frame
    dates = frame["date"].cast(pl.String()).scatter(rows, f"{plan.year}-02-30")
    return frame.with_columns(dates)
