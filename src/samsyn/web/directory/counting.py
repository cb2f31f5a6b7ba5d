"""From an extract of the care-contact database to counts of patients: the core counts, only the sums are kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import polars as pl

from samsyn.adjudication import count_volumes
from samsyn.extracts.reading import Reading, read_extract
from samsyn.guidelines import Role
from samsyn.web.audit.trail import leave_event
from samsyn.web.directory.models import Team, Volume
from samsyn.web.directory.rules import register
from samsyn.web.organisations.models import Region, Unit

Counts = dict[tuple[str, str, int], int]
"""Patients by unit code, level and year."""


@dataclass(frozen=True)
class Counted:
    """What came of it: the days counted to, how many sums were kept, and units that nobody here knows."""

    first_day: date
    counted_on: date
    years: tuple[int, ...]
    kept: int
    unknown_units: tuple[str, ...]


def read_contacts(folder: Path, *, as_of: date, encoding: Literal["utf-8", "cp1252"] = "utf-8") -> Reading:
    """The extract as the core reads it, contacts after the day left out."""
    levels = tuple(
        frozenset(code for role in (Role.ONGOING, Role.COMPLETION) for code in register().codes(role, level))
        for level in register().levels
    )
    return read_extract(
        folder,
        guideline_codes=register().all_codes,
        encoding=encoding,
        as_of=as_of,
        with_invoices=False,
        level_codes=levels,
    )


def keep_volumes(region: Region, reading: Reading, *, counted_on: date) -> Counted:
    """Store the sums of each year that the extract covers from its first day; the same day again replaces them.

    Every unit with a team gets a row for the team's level, a nought too; a unit that is not in the region is named.
    """
    records = reading.records
    first_day = records.first_day or counted_on
    years = tuple(range(min(first_day.year + 1, counted_on.year), counted_on.year + 1))
    counts = count_volumes(records.contacts.filter(pl.col("date") <= counted_on), register())
    units = {unit.hsa_id.upper(): unit for unit in Unit.objects.filter(region=region)}
    rows = list(_rows(region, units, counts, years, counted_on))
    Volume.across_units.bulk_create(
        rows, 1000, update_conflicts=True, unique_fields=["unit", "level", "counted_on"],
        update_fields=["patients", "year"],
    )  # fmt: skip
    unknown = tuple(sorted({unit for unit, _level, year in counts if year in years and unit not in units}))
    leave_event(action="volume.load", by=None, on=region, changes={"counted_on": (None, counted_on)})
    return Counted(first_day, counted_on, years, len(rows), unknown)


def _rows(
    region: Region, units: dict[str, Unit], counts: Counts, years: tuple[int, ...], counted_on: date
) -> Iterator[Volume]:
    """A sum for each unit and level that has a team or a patient, in each year."""
    of_teams = Team.across_units.filter(region=region).values_list("unit__hsa_id", "level")
    places = {(code.upper(), level) for code, level in of_teams} | {(unit, level) for unit, level, _year in counts}
    for code, level in sorted(places):
        if unit := units.get(code):
            for year in years:
                day = min(counted_on, date(year, 12, 31))
                patients = counts.get((code, level, year), 0)
                yield Volume(unit=unit, region=region, level=level, year=year, counted_on=day, patients=patients)
