"""Which guideline decides a series, and on which day that is settled."""

from datetime import date
from functools import lru_cache

import polars as pl

from samsyn.guidelines import GuidelineRegister
from samsyn.series.carrying import KEPT

NONE_IN_FORCE = ""


def under_guidelines(series: pl.LazyFrame, register: GuidelineRegister, as_of: date) -> pl.LazyFrame:
    """The series with `closing`, the day that decides (end, or as_of while open), and the `guideline` in force then."""
    closing = pl.coalesce("end", pl.lit(as_of))
    return series.with_columns(closing=closing).with_columns(guideline=_in_force(register))


@lru_cache(maxsize=KEPT)
def _in_force(register: GuidelineRegister) -> pl.Expr:
    """The id of the guideline in force for the level on the day of closing; empty where none is."""
    chosen: pl.Expr = pl.lit(NONE_IN_FORCE)
    for guideline in register.guidelines:
        covers = pl.col("closing").is_between(guideline.period.first, guideline.period.last)
        of_its_levels = pl.any_horizontal(pl.col("level") == level for level in guideline.levels)
        chosen = pl.when(covers & of_its_levels).then(pl.lit(guideline.id)).otherwise(chosen)
    return chosen
