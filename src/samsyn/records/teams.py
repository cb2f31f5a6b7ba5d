"""Teams and the people in them, as the region has them registered: frozen, valid from birth."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import polars as pl

from samsyn.kernel import Period, merged


@dataclass(frozen=True)
class RegistryConnection:
    """A registry module (primary, specialist, both) that a team has joined, from a day."""

    module: str
    since: date


@dataclass(frozen=True)
class Team:
    """An accredited group at a unit. `accredited` are unbroken periods in order; date.max: until further notice."""

    team_id: str
    unit: str
    level: str
    accredited: tuple[Period, ...]
    care_levels: tuple[str, ...]
    connections: tuple[RegistryConnection, ...]


@dataclass(frozen=True)
class Member:
    """One person's place in a team: profession, competences, and from when to when."""

    profession: str
    competences: frozenset[str]
    period: Period


def teams_of(table: pl.DataFrame) -> tuple[Team, ...]:
    """The teams of the table, each of its rows taken together, ordered by id, unit and level."""
    rows: dict[tuple[str, str, str], list[dict[str, object]]] = defaultdict(list)
    for row in table.iter_rows(named=True):
        rows[row["team_id"], row["unit"], row["level"]].append(row)
    return tuple(_team(key, rows[key]) for key in sorted(rows))


def _team(key: tuple[str, str, str], rows: list[dict[str, object]]) -> Team:
    return Team(
        *key,
        accredited=merged(_period(row["accredited_from"], row["accredited_to"]) for row in rows),
        care_levels=tuple(sorted({str(row["care_level"]) for row in rows})),
        connections=tuple(sorted(set(_connections(rows)), key=lambda c: (c.since, c.module))),
    )


def _connections(rows: list[dict[str, object]]) -> Iterator[RegistryConnection]:
    for row in rows:
        since = row["nrs_connected_from"]
        if row["nrs_module"] and isinstance(since, date):
            yield RegistryConnection(str(row["nrs_module"]), since)


def rosters_of(table: pl.DataFrame) -> dict[str, tuple[Member, ...]]:
    """The members of each team, by team_id."""
    members: dict[str, list[Member]] = defaultdict(list)
    for row in table.iter_rows(named=True):
        period = _period(row["from"], row["to"])
        members[row["team_id"]].append(Member(row["profession"], frozenset(row["competences"]), period))
    return {team_id: tuple(people) for team_id, people in members.items()}


def _period(first: object, last: object) -> Period:
    if not isinstance(first, date):
        raise TypeError("A period in the table of teams or the roster has no first day.")
    return Period(first, last if isinstance(last, date) else date.max)
