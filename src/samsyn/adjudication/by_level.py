"""One value or expression for each level of a guideline."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import polars as pl

from samsyn.series.choosing import chosen

V = TypeVar("V")


def by_level(values: Mapping[str, V], expression: Callable[[V], pl.Expr]) -> pl.Expr:
    """The expression of the series' own level; null for a level without one."""
    return chosen("level", {level: expression(value) for level, value in values.items()})
