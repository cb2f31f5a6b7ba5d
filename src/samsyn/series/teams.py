"""Facts about the series' teams: those at the unit that were accredited for the level all the way."""

from functools import cache

import polars as pl

from samsyn.guidelines import Guideline
from samsyn.series.accreditation import accredited_periods
from samsyn.series.carrying import carried_out
from samsyn.series.choosing import chosen
from samsyn.series.parametric import BOTH, by_guideline


def with_teams(series: pl.DataFrame, teams: pl.DataFrame, guidelines: tuple[Guideline, ...]) -> pl.LazyFrame:
    """Add teams (accredited on every day from the first to the last), and of these care_levels, modules_needed and
    connected (those that have joined a module they need by the last day); lists, distinct and sorted; null: no team.
    """
    facts = (
        series.lazy()
        .select(pl.col("series_id", "guideline", "level", "start", "closing"), unit="start_unit")
        .join(_accredited_at_units(series, teams).lazy(), on=("unit", "level"))
        .filter((pl.col("first") <= pl.col("start")) & (pl.col("closing") <= pl.col("last")))
        .with_columns(needed=by_guideline(guidelines, needed_module).cast(pl.String()))
        .group_by("series_id")
        .agg(_team_facts())
    )
    return series.lazy().join(facts, on="series_id", how="left")


def _accredited_at_units(series: pl.DataFrame, teams: pl.DataFrame) -> pl.DataFrame:
    """The accreditation of the teams at units where any of the series began."""
    units = series.lazy().select(unit="start_unit")
    return accredited_periods(carried_out(teams.lazy().join(units, on="unit", how="semi")))


def needed_module(guideline: Guideline) -> pl.Expr | None:
    """The registry module that a team needs, from its care level or its level; None where no guideline says."""
    nrs = guideline.nrs
    if nrs is None:
        return None
    return chosen(nrs.decided_by, {value: pl.lit(module) for value, module in nrs.modules.items()})


@cache
def _team_facts() -> list[pl.Expr]:
    in_time = pl.col("joined_on") <= pl.col("closing")
    right_module = (pl.col("joined") == BOTH) | (pl.col("joined") == pl.col("needed"))
    return [
        pl.col("team_id").unique().sort().alias("teams"),
        pl.col("care_level").unique().sort().alias("care_levels"),
        pl.col("needed").drop_nulls().unique().sort().alias("modules_needed"),
        pl.col("team_id").filter(in_time & right_module).unique().sort().alias("connected"),
    ]
