"""Changes to teams: their accreditation, their registry module, the people in them, the patients they treat."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from tests.naive_judge import Contact, RosterRow
from tests.spec.bases import DAY, DIAGNOSIS, SINCE, team
from tests.spec.changes.contacts import with_contacts
from tests.spec.changes.registers import with_tables
from tests.spec.model import Case, Change, Text
from tests.spec.words import WORDS

Days = tuple[str, str]
"""First and last day; an empty last day is until further notice."""


def _until(day: str) -> dt.date | None:
    return DAY(day) if day else None


def _each_team(said: Text, **fields: Any) -> Change:
    def made(case: Case) -> Case:
        return with_tables(teams=[replace(row, **fields) for row in case.tables.teams])(case)

    return Change(said, made)


def accredited(*periods: Days) -> Change:
    """The days of the team's accreditation, one row of the table a period."""

    def made(case: Case) -> Case:
        own = case.tables.teams[0]
        rows = [replace(own, accredited_from=DAY(first), accredited_to=_until(last)) for first, last in periods]
        return with_tables(teams=rows)(case)

    days = ", ".join(f"{first} – {last}".strip() for first, last in periods)
    return Change(Text(f"Teamet godkänt {days}", f"The team accredited {days}"), made)


def no_team() -> Change:
    """No team at all is accredited."""
    return Change(Text("Inget godkänt team", "No accredited team"), with_tables(teams=[]))


def team_at(unit: str) -> Change:
    """The team is at another unit."""
    return _each_team(Text(f"Teamet vid enhet ”{unit}”", f"The team at unit “{unit}”"), unit=unit)


def team_of(level: str) -> Change:
    """The team is accredited for the other level."""
    return _each_team(Text(f"Teamet godkänt för {level}", f"The team accredited for {level}"), level=level)


def care(care_level: str) -> Change:
    """The team's care level."""
    name = WORDS[care_level]
    return _each_team(Text(f"Teamets vårdnivå: {name.sv}", f"The team's care level: {name.en}"), care_level=care_level)


def joined(module: str, day: str = "2018-01-01") -> Change:
    """The registry module that the team has joined, and from which day (empty: not said)."""
    name = WORDS[f"module {module}"]
    said = Text(
        f"Teamet anslutet till {name.sv} {day or 'utan datum'}", f"The team joined {name.en} {day or 'undated'}"
    )
    return _each_team(said, nrs_module=module, nrs_connected_from=_until(day))


def not_joined() -> Change:
    """The team has joined no module."""
    return _each_team(
        Text("Teamet inte anslutet till NRS", "The team has not joined NRS"), nrs_module="", nrs_connected_from=None
    )


def also_team(level: str, first: str = "2018-01-01", last: str = "") -> Change:
    """Another team at unit A, as its level asks for."""
    other = replace(team(level, "T9"), accredited_from=DAY(first), accredited_to=_until(last))

    def made(case: Case) -> Case:
        return with_tables(teams=[*case.tables.teams, other])(case)

    days = f"{first} – {last}".strip()
    care_level = WORDS[other.care_level]
    return Change(
        Text(
            f"Även team T9 {level} ({care_level.sv}), godkänt {days}",
            f"Also team T9 {level} ({care_level.en}), accredited {days}",
        ),
        made,
    )


@dataclass(frozen=True)
class Person:
    """Someone of the team: profession, competence if any, and from when to when."""

    profession: str
    competence: str = ""
    first: str = "2018-01-01"
    last: str = ""

    def row(self) -> RosterRow:
        """The roster's row."""
        held = (self.competence,) if self.competence else ()
        return RosterRow("T1", self.profession, held, DAY(self.first), _until(self.last))

    def said(self) -> Text:
        """The person in words; the days only where they are not the usual ones."""
        name = WORDS[self.profession]
        sv, en = name.sv, name.en
        if self.competence:
            held = WORDS[self.competence]
            sv, en = f"{sv} ({held.sv})", f"{en} ({held.en})"
        if DAY(self.first) != SINCE or self.last:
            days = f"{self.first} – {self.last}".strip()
            sv, en = f"{sv} {days}", f"{en} {days}"
        return Text(sv, en)


def roster(*people: Person) -> Change:
    """Who is in the team, instead of those of the base case."""
    told = [person.said() for person in people]
    said = Text(
        "Teamet: " + ("; ".join(t.sv for t in told) or "ingen på listan"),
        "The team: " + ("; ".join(t.en for t in told) or "nobody on the list"),
    )
    return Change(said, with_tables(roster=[person.row() for person in people]))


def no_roster_table() -> Change:
    """Nothing was delivered on the team's people."""
    return Change(
        Text("Tabellen roster saknas helt", "The table roster is absent altogether"), with_tables(roster=None)
    )


def no_contacts() -> Change:
    """Nobody has been treated."""
    return Change(
        Text("I stället för utgångsfallets besök:", "Instead of the base case's visits:"),
        lambda case: with_contacts(case, []),
    )


def treated(
    patients: int, *codes: str, unit: str = "A", day: str = "2019-05-02", visits: int = 1, group: str = ""
) -> Change:
    """So many patients with a contact that carries the codes; patients of one group are the same people."""

    def made(case: Case) -> Case:
        known = len(case.tables.contacts)
        more = [
            Contact(f"v{known}-{number}-{again}", f"{group or known}-{number}", unit, DAY(day), (DIAGNOSIS,), codes)
            for number in range(patients)
            for again in range(visits)
        ]
        return with_contacts(case, [*case.tables.contacts, *more])

    code = " + ".join(codes)
    sv, en = (
        f"{patients} patienter med {code}, enhet {unit}, {day}",
        f"{patients} patients with {code}, unit {unit}, {day}",
    )
    if patients == 1:
        sv, en = f"1 patient med {code}, enhet {unit}, {day}", f"1 patient with {code}, unit {unit}, {day}"
    if visits > 1:
        sv, en = f"{sv}, {visits} besök", f"{en}, {visits} visits"
    return Change(Text(sv, en), made)
