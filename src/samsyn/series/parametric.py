"""Facts that a guideline's parameters decide: the registration that counts, the earlier series in the way.

Series under different guidelines are looked up together; each expression takes the parameters of the series' own.
"""

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from typing import TypeVar

import polars as pl

from samsyn.guidelines import Guideline
from samsyn.guidelines.checks import NrsRegistered, TreatmentGap
from samsyn.series.carrying import KEPT
from samsyn.series.choosing import chosen

BOTH = "both"
"""The registry module that stands for every other."""
_NONE_IN_THE_WAY = pl.DataFrame(schema={"series_id": pl.String(), "gap_until": pl.Date(), "gap_series": pl.String()})
C = TypeVar("C")


@lru_cache(maxsize=KEPT)
def by_guideline(guidelines: tuple[Guideline, ...], expression: Callable[[Guideline], pl.Expr | None]) -> pl.Expr:
    """The expression of the series' own guideline; null where that has none."""
    answers = {guideline.id: expression(guideline) for guideline in guidelines}
    return chosen("guideline", {name: answer for name, answer in answers.items() if answer is not None})


def registered(series: pl.DataFrame, nrs: pl.DataFrame, guidelines: tuple[Guideline, ...], as_of: date) -> pl.LazyFrame:
    """registered_on by series_id: the patient's last registration by the unit, in time and in the right module.

    That is one that any of the series' teams needs; any at all, where the series has no team.
    """
    in_time = pl.col("date").is_between(by_guideline(guidelines, _since).cast(pl.Date()), pl.lit(as_of))
    return (
        series.lazy()
        .select(pl.col("series_id", "guideline", "patient_id", "start", "teams", "modules_needed"), unit="start_unit")
        .join(nrs.lazy(), on=("patient_id", "unit"))
        .filter(in_time & _right_module())
        .group_by("series_id")
        .agg(registered_on=pl.col("date").max())
    )


@cache
def _right_module() -> pl.Expr:
    any_module = pl.col("teams").is_null() | (pl.col("module") == BOTH)
    return any_module | pl.col("modules_needed").list.contains(pl.col("module"))


def _since(guideline: Guideline) -> pl.Expr | None:
    """The first day of registration that counts."""
    check = _check(guideline, NrsRegistered)
    return pl.col("start").dt.offset_by(f"-{check.days_before}d") if check else None


def blocking(series: pl.DataFrame, all_series: pl.DataFrame, guidelines: tuple[Guideline, ...]) -> pl.LazyFrame:
    """gap_until and gap_series by series_id, from the patient's earlier series that stands longest in the way.

    gap_until is the first day on which a new series may start; a start before it is too early. `all_series` holds open
    ones too: any of them may stand in the way of another.
    """
    if all_series.height < 2:  # a series alone has none before it
        return _NONE_IN_THE_WAY.lazy()
    this = series.lazy().select(pl.col("series_id", "guideline", "patient_id", "level", "start"))
    return (
        this.join(all_series.lazy().select(_as_earlier()), on="patient_id")
        .filter(is_earlier())
        .with_columns(gap_until=by_guideline(guidelines, _gap_until).cast(pl.Date()))
        .drop_nulls("gap_until")
        .sort("gap_until", "earlier_id")
        .group_by("series_id")
        .agg(gap_until=pl.col("gap_until").last(), gap_series=pl.col("earlier_id").last())
    )


@cache
def _as_earlier() -> list[pl.Expr]:
    names = {"series_id": "earlier_id", "level": "earlier_level", "start": "earlier_start", "end": "earlier_end"}
    return [pl.col("patient_id", "last_day"), *(pl.col(name).alias(new) for name, new in names.items())]


@cache
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
