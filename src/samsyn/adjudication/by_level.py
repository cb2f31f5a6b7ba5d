"""One value or expression for each level of a guideline."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import polars as pl

V = TypeVar("V")


def by_level(values: Mapping[str, V], expression: Callable[[V], pl.Expr]) -> pl.Expr:
    """The expression of the series' own level; null for a level without one."""
    chosen = pl.lit(None)
    for level, value in values.items():
        chosen = pl.when(pl.col("level") == level).then(expression(value)).otherwise(chosen)
    return chosen
