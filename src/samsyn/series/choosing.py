"""One expression for each value of a column."""

from collections.abc import Mapping

import polars as pl


def chosen(column: str, answers: Mapping[str, pl.Expr]) -> pl.Expr:
    """The answer for the value that the column holds; null where there is none for it."""
    chosen: pl.Expr = pl.lit(None)
    for value, answer in answers.items():
        chosen = pl.when(pl.col(column) == value).then(answer).otherwise(chosen)
    return chosen
