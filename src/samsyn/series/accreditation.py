"""On which days a team is accredited and what it has joined, as a table to look series up in."""

from collections.abc import Iterator

import polars as pl

from samsyn.records.teams import Team, teams_of

_SCHEMA = {
    "team_id": pl.String(),
    "unit": pl.String(),
    "level": pl.String(),
    "first": pl.Date(),
    "last": pl.Date(),
    "care_level": pl.String(),
    "joined": pl.String(),
    "joined_on": pl.Date(),
}


def accredited_periods(teams: pl.DataFrame) -> pl.DataFrame:
    """One row an unbroken period, care level and registry module of a team.

    team_id, unit, level, first, last (date.max: until further notice), care_level, joined and joined_on (a registry
    module and the day it was joined; null where the team has joined none).
    """
    rows = [row for team in teams_of(teams) for row in _rows(team)]
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")


def _rows(team: Team) -> Iterator[tuple[object, ...]]:
    joined: list[tuple[object, object]] = [(connection.module, connection.since) for connection in team.connections]
    for period in team.accredited:
        for care_level in team.care_levels:
            for module, day in joined or [(None, None)]:
                yield team.team_id, team.unit, team.level, period.first, period.last, care_level, module, day
