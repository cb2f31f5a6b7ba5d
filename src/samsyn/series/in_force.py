"""Which guideline decides a series, and on which day that is settled."""

from datetime import date
from functools import lru_cache

import polars as pl

from samsyn.guidelines import Guideline, GuidelineRegister
from samsyn.series.carrying import KEPT

NONE_IN_FORCE = ""


def under_guidelines(series: pl.LazyFrame, register: GuidelineRegister, as_of: date) -> pl.LazyFrame:
    """The series with `closing`, the day that decides (end, or as_of while open), and the `guideline` in force then."""
    closing = pl.coalesce("end", pl.lit(as_of))
    return series.with_columns(closing=closing).with_columns(guideline=_in_force(register))


@lru_cache(maxsize=KEPT)
def _in_force(register: GuidelineRegister) -> pl.Expr:
    """The id of the guideline in force for the level on the day of closing; empty where none is.

    A programme that has closed: what began while it took referrals is finished under its last guideline.
    """
    chosen: pl.Expr = pl.lit(NONE_IN_FORCE)
    for guideline in register.guidelines:
        if guideline.wind_down:
            begun = (pl.col("start") <= guideline.wind_down.last_day) & (pl.col("closing") > guideline.period.last)
            chosen = _where(begun, guideline, chosen)
    for guideline in register.guidelines:
        covers = pl.col("closing").is_between(guideline.period.first, guideline.period.last)
        chosen = _where(covers, guideline, chosen)
    return chosen


def _where(holds: pl.Expr, guideline: Guideline, otherwise: pl.Expr) -> pl.Expr:
    of_its_levels = pl.any_horizontal(pl.col("level") == level for level in guideline.levels)
    return pl.when(holds & of_its_levels).then(pl.lit(guideline.id)).otherwise(otherwise)
