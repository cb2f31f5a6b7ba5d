"""What a condition gives for every series at once, as expressions over the facts."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class Answer:
    """One condition as expressions over the facts of `samsyn.series`.

    `met` is true, false, or null where the evidence is missing. `observed` and `required` are short texts in the
    user's own terms: an age, a day, a unit, a count; null where there is nothing to show. `raised` says for which
    series the finding is given at all; None: for every one.
    """

    met: pl.Expr
    observed: pl.Expr
    required: pl.Expr
    raised: pl.Expr | None = None


def fact(name: str) -> pl.Expr:
    """A named fact of the series."""
    return pl.col(name)


def text(value: object) -> pl.Expr:
    """A constant text."""
    return pl.lit(str(value))


def day(name: str) -> pl.Expr:
    """A day as text, null where there is none."""
    return pl.col(name).cast(pl.String)


def listed(name: str) -> pl.Expr:
    """A list of texts with commas, null where there is none."""
    return pl.col(name).list.join(", ")


def count(name: str) -> pl.Expr:
    """A count as text."""
    return pl.col(name).cast(pl.String)


def joined(*parts: pl.Expr) -> pl.Expr:
    """The parts that there are, as one text."""
    return pl.concat_str(*parts, ignore_nulls=True)


def whole(*parts: pl.Expr) -> pl.Expr:
    """The parts as one text, null where any of them is missing."""
    return pl.concat_str(*parts)
