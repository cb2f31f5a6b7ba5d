"""From the contacts of one unit to each patient's ways through the programme: a series, and what belongs to it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import polars as pl

from samsyn.guidelines import Role
from samsyn.records import Records
from samsyn.series import build_series
from samsyn.web.directory.rules import register

Row = dict[str, Any]


@dataclass
class Way:
    """One series with the assessments, work contacts, registry entries and evidence that belong to it."""

    level: str
    start: date
    end: date | None
    visits: list[Row] = field(default_factory=list)
    completions: list[Row] = field(default_factory=list)
    assessments: list[Row] = field(default_factory=list)
    work_contacts: list[Row] = field(default_factory=list)
    registry: list[Row] = field(default_factory=list)
    evidence: Row = field(default_factory=dict)

    @property
    def opened(self) -> date:
        """The first day of which anything is registered."""
        return min([self.start, *(each["date"] for each in self.assessments)])

    @property
    def last(self) -> date:
        """The last day of which anything of the treatment is registered."""
        return max([self.start, *(each["date"] for each in (*self.visits, *self.completions))])


def ways_at(records: Records, unit: str, as_of: date) -> dict[str, list[Way]]:
    """By patient, the ways at the unit in order; patients without any series there are left out."""
    contacts = records.contacts.filter(pl.col("unit") == unit)
    built = build_series(contacts, register(), as_of)
    found = {row["series_id"]: _way(row) for row in built.series.iter_rows(named=True)}
    procedures = {row["contact_id"]: row["series_id"] for row in built.visits.iter_rows(named=True)}
    for row in contacts.sort("date", "contact_id").iter_rows(named=True):
        if series_id := procedures.get(row["contact_id"]):
            _add(found[series_id], row)
    ways: dict[str, list[Way]] = defaultdict(list)
    for row in built.series.sort("patient_id", "start", "series_id").iter_rows(named=True):
        ways[row["patient_id"]].append(found[row["series_id"]])
    _others(contacts.filter(~pl.col("contact_id").is_in(list(procedures))), ways)
    _beside(records, unit, ways)
    return ways


def _way(row: Row) -> Way:
    return Way(row["level"], row["start"], row["end"])


def _add(way: Way, contact: Row) -> None:
    completing = register().codes(Role.COMPLETION, way.level)
    (way.completions if set(completing) & set(contact["procedures"]) else way.visits).append(contact)


def _others(contacts: pl.DataFrame, ways: dict[str, list[Way]]) -> None:
    """Assessments go to the next way that begins, contacts about work to the one they fall in."""
    assessing, coordinating = set(register().codes(Role.ASSESSMENT)), set(register().codes(Role.COORDINATION))
    for row in contacts.sort("date", "contact_id").iter_rows(named=True):
        own, codes = ways.get(row["patient_id"]), set(row["procedures"])
        if own and codes & assessing:
            _next(own, row["date"]).assessments.append(row)
        elif own and codes & coordinating:
            _at(own, row["date"]).work_contacts += [row | {"code": code} for code in sorted(codes & coordinating)]


def _beside(records: Records, unit: str, ways: dict[str, list[Way]]) -> None:
    """The registry and the evidence."""
    for row in _rows(records.nrs):
        if row["unit"] == unit and (own := ways.get(row["patient_id"])):
            _next(own, row["date"]).registry.append(row)
    for row in _rows(records.evidence):
        for way in ways.get(row["patient_id"], []):
            if (way.level, way.start) == (row["level"], row["start"]):
                way.evidence = row


def _rows(table: pl.DataFrame | None) -> Iterator[Row]:
    return iter(()) if table is None else table.iter_rows(named=True)


def _next(ways: list[Way], day: date) -> Way:
    return next((way for way in ways if way.start >= day), ways[-1])


def _at(ways: list[Way], day: date) -> Way:
    return next((way for way in reversed(ways) if way.start <= day), ways[0])
