"""Facts that a guideline's parameters decide: the registry module needed, the earlier series in the way.

Series under different guidelines are looked up together; each expression takes the parameters of the series' own.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

import polars as pl

from samsyn.guidelines import Guideline
from samsyn.guidelines.checks import NrsRegistered, TreatmentGap
from samsyn.series.carrying import KEPT, carried_out
from samsyn.series.facts import FactSources

BOTH = "both"
C = TypeVar("C")


def facts_under(guidelines: tuple[Guideline, ...], facts: pl.DataFrame, sources: FactSources) -> pl.DataFrame:
    """The facts (which name their `guideline`) with those that its parameters decide.

    Adds care_levels, modules_needed, connected (distinct, sorted); registered_on (null: not registered);
    nrs_known (false where the table is absent); gap_until and gap_series (the earlier series that blocks longest).
    """
    members = carried_out(_teams_of_series(guidelines, facts, sources))
    return carried_out(
        facts.lazy()
        .join(_team_facts(members), on="series_id", how="left")
        .join(_registered(guidelines, facts, members, sources), on="series_id", how="left")
        .join(_blocking(guidelines, facts, sources.series), on="series_id", how="left")
        .with_columns(nrs_known=pl.lit(sources.nrs is not None))
    )


@lru_cache(maxsize=KEPT)
def by_guideline(guidelines: tuple[Guideline, ...], expression: Callable[[Guideline], pl.Expr | None]) -> pl.Expr:
    """The expression of the series' own guideline; null where that has none."""
    chosen: pl.Expr = pl.lit(None)
    for guideline in guidelines:
        own = expression(guideline)
        if own is not None:
            chosen = pl.when(pl.col("guideline") == guideline.id).then(own).otherwise(chosen)
    return chosen


def needed_module(guideline: Guideline) -> pl.Expr | None:
    """The registry module that a team needs, from its care level or its level; None where no guideline says."""
    nrs = guideline.nrs
    if nrs is None:
        return None
    return pl.col(nrs.decided_by).replace_strict(nrs.modules, default=None, return_dtype=pl.String())


def _teams_of_series(guidelines: tuple[Guideline, ...], facts: pl.DataFrame, sources: FactSources) -> pl.LazyFrame:
    """One row a series and row of the table of teams, for the series' teams."""
    return (
        facts.lazy()
        .select("series_id", "guideline", "level", "closing", unit="start_unit", team_id="teams")
        .explode("team_id")
        .drop_nulls("team_id")
        .join(sources.teams.lazy(), on=("team_id", "unit", "level"))
        .with_columns(needed=by_guideline(guidelines, needed_module).cast(pl.String()))
    )


def _team_facts(members: pl.DataFrame) -> pl.LazyFrame:
    """What is known of the series' teams; a team's rows are taken together before the teams are."""
    in_time = pl.col("nrs_connected_from") <= pl.col("closing")
    teams = (
        members.lazy()
        .group_by("series_id", "team_id")
        .agg(
            care_levels=pl.col("care_level").unique(),
            needed=pl.col("needed").drop_nulls().unique(),
            joined=pl.col("nrs_module").filter(in_time).drop_nulls().unique(),
        )
    )
    right_module = pl.col("joined").list.set_intersection("needed").list.len() > 0
    connected = right_module | pl.col("joined").list.contains(BOTH)
    return teams.group_by("series_id").agg(
        care_levels=pl.col("care_levels").explode().unique().sort(),
        modules_needed=pl.col("needed").explode().drop_nulls().unique().sort(),
        connected=pl.col("team_id").filter(connected).unique().sort(),
    )


def _registered(
    guidelines: tuple[Guideline, ...], facts: pl.DataFrame, members: pl.DataFrame, sources: FactSources
) -> pl.LazyFrame:
    """The patient's last registration by the unit, in a module that one of the series' teams needs (any: no team)."""
    if sources.nrs is None:
        return facts.lazy().select("series_id", registered_on=pl.lit(None, pl.Date()))

    needed = members.lazy().select("series_id", "needed").unique()
    any_module = pl.col("teams").is_null() | (pl.col("module") == BOTH)
    return (
        facts.lazy()
        .select("series_id", "guideline", "patient_id", "start", "teams", unit="start_unit")
        .join(sources.nrs.lazy(), on=("patient_id", "unit"))
        .filter(pl.col("date").is_between(by_guideline(guidelines, _since).cast(pl.Date()), pl.lit(sources.as_of)))
        .join(needed, on="series_id", how="left")
        .filter(any_module | (pl.col("module") == pl.col("needed")))
        .group_by("series_id")
        .agg(registered_on=pl.col("date").max())
    )


def _since(guideline: Guideline) -> pl.Expr | None:
    """The first day of registration that counts."""
    check = _check(guideline, NrsRegistered)
    return pl.col("start").dt.offset_by(f"-{check.days_before}d") if check else None


def _blocking(guidelines: tuple[Guideline, ...], facts: pl.DataFrame, series: pl.DataFrame) -> pl.LazyFrame:
    """Among the patient's earlier series, the one that stands longest in the way of a new start.

    gap_until is the first day on which a new series may start; a start before it is too early.
    """
    this = facts.lazy().select("series_id", "guideline", "patient_id", "level", "start")
    earlier = series.lazy().select(
        "patient_id",
        "last_day",
        earlier_id="series_id",
        earlier_level="level",
        earlier_start="start",
        earlier_end="end",
    )
    return (
        this.join(earlier, on="patient_id")
        .filter(is_earlier())
        .with_columns(gap_until=by_guideline(guidelines, _gap_until).cast(pl.Date()))
        .drop_nulls("gap_until")
        .sort("gap_until", "earlier_id")
        .group_by("series_id")
        .agg(gap_until=pl.col("gap_until").last(), gap_series=pl.col("earlier_id").last())
    )


def is_earlier() -> pl.Expr:
    """Whether the series in the columns earlier_* is earlier than the row's own: smaller (start, series_id)."""
    same_start = pl.col("earlier_start") == pl.col("start")
    return (pl.col("earlier_start") < pl.col("start")) | (same_start & (pl.col("earlier_id") < pl.col("series_id")))


def _gap_until(guideline: Guideline) -> pl.Expr | None:
    """The day the gap after an earlier series is over; null where that series is none in the way."""
    check = _check(guideline, TreatmentGap)
    if check is None:
        return None
    allowed = pl.any_horizontal(
        pl.lit(False),
        *((pl.col("earlier_level") == first) & (pl.col("level") == then) for first, then in check.allowed_at_once),
    ) & (pl.col("earlier_end") <= pl.col("start")).fill_null(False)
    counts = pl.col("earlier_level").is_in(guideline.levels) & ~allowed
    return pl.when(counts).then(pl.col("last_day").dt.offset_by(f"{check.months}mo"))


def _check(guideline: Guideline, kind: type[C]) -> C | None:
    """The guideline's check of that kind, if it has one."""
    return next((c.check for c in guideline.conditions if isinstance(c.check, kind)), None)
