"""The tables of one unit put together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import polars as pl

from samsyn.records import NRS, PATIENTS, Records
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.reading import note_read
from samsyn.web.care.records.contacts import contact_table, contacts_of
from samsyn.web.care.records.evidence import evidence_table
from samsyn.web.care.records.people import People, people_at
from samsyn.web.care.records.rows import Contact, Registrations, registrations
from samsyn.web.care.records.teams import roster_table, team_table
from samsyn.web.directory.rules import register
from samsyn.web.organisations.models import Unit


@dataclass(frozen=True)
class Gathered:
    """What was read; `records` may be asked for more than once, with and without a visit that has not been made."""

    by: Actor
    unit: str
    people: People
    found: Registrations

    def records(self, *, as_of: date, more: Iterable[Contact] = (), with_roster: bool = True) -> Records:
        """The tables, as if the contacts `more` were registered too. No series is judged by the roster."""
        contacts = [*contacts_of(self.found), *more]
        table = contact_table(contacts, self.people, self.unit)
        days = table["date"]
        return Records(
            table,
            self._patients(table),
            team_table(self.by, self.unit),
            days.min(),  # type: ignore[arg-type]
            days.max(),  # type: ignore[arg-type]
            nrs=self._nrs(),
            evidence=evidence_table(table, contacts, self.found, register(), as_of),
            roster=roster_table(self.by) if with_roster else None,
        )

    def _patients(self, contacts: pl.DataFrame) -> pl.DataFrame:
        treated = set(contacts["patient_id"].to_list())
        rows = [(str(patient), birth) for patient, birth in self.people.birth_dates.items() if str(patient) in treated]
        return pl.DataFrame(sorted(rows), schema=PATIENTS.columns, orient="row")

    def _nrs(self) -> pl.DataFrame:
        rows = [
            (str(self.people.patient_of[record]), self.unit, module, day) for record, module, day in self.found.registry
        ]
        return pl.DataFrame(sorted(rows), schema=NRS.columns, orient="row")


def gather(*, by: Actor, patients: Iterable[UUID] | None = None) -> Gathered:
    """What the actor's unit has registered about those patients, or about all. Each is noted as read (P1)."""
    people = people_at(by, patients)
    found = registrations(by, None if patients is None else people.patient_of)
    for record in {each for case in found.cases.values() for each in (case.record, people.patient_of[case.record])}:
        note_read(record)
    return Gathered(by, Unit.objects.values_list("hsa_id", flat=True).get(pk=by.unit_id).strip().upper(), people, found)


def records_of(*, by: Actor, patients: Iterable[UUID] | None = None) -> Records:
    """The unit's current registrations about those patients (linked records with them), or about all of its own."""
    return gather(by=by, patients=patients).records(as_of=today())
