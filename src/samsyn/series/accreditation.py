"""On which days a team is accredited, as a table to look series up in."""

import polars as pl

from samsyn.records.teams import teams_of

_SCHEMA = {"team_id": pl.String(), "unit": pl.String(), "level": pl.String(), "first": pl.Date(), "last": pl.Date()}


def accredited_periods(teams: pl.DataFrame) -> pl.DataFrame:
    """One row an unbroken period: team_id, unit, level, first, last (date.max: until further notice)."""
    rows = [
        (team.team_id, team.unit, team.level, period.first, period.last)
        for team in teams_of(teams)
        for period in team.accredited
    ]
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")
