"""Contacts become series (rules, section 3).

For each patient and level the contacts with that level's ongoing or completion code are taken in the order date,
ongoing-only before completion, contact_id. Everything that follows is then a matter of the contact just before.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

import polars as pl

from samsyn.guidelines import GuidelineRegister, Role
from samsyn.series.carrying import KEPT, carried_out
from samsyn.series.in_force import under_guidelines
from samsyn.series.summarising import summarised

_GROUP = ("patient_id", "level")
VISIT_COLUMNS = ("contact_id", "unit", "date", "diagnoses", "procedures", "profession", "minutes")
_VISIT = pl.col("patient_id", *VISIT_COLUMNS, "level", "is_ongoing", "is_completion", "is_duplicate", "start")


@dataclass(frozen=True)
class BuiltSeries:
    """Every series, and every contact in them.

    `series`: what `summarised` gives, with `closing` and `guideline`. `visits`: the contacts with series_id, start,
    is_ongoing, is_completion, is_duplicate.
    """

    series: pl.DataFrame
    visits: pl.DataFrame


def build_series(contacts: pl.DataFrame, register: GuidelineRegister, as_of: date) -> BuiltSeries:
    """The series of the contacts, ordered by series_id; the same whatever order the contacts come in."""
    visits = carried_out(_identified(_numbered(_level_visits(contacts.lazy(), register))))
    series = under_guidelines(summarised(visits.lazy()), register, as_of)
    return BuiltSeries(carried_out(series.sort("series_id")), visits)


def _level_visits(contacts: pl.LazyFrame, register: GuidelineRegister) -> pl.LazyFrame:
    """One row a contact and level; a contact with codes of two levels belongs to both."""
    return pl.concat(
        [
            contacts.select(columns).filter(pl.col("is_ongoing") | pl.col("is_completion"))
            for columns in _visit_columns(register)
        ],
        parallel=False,
    )


@lru_cache(maxsize=KEPT)
def _visit_columns(register: GuidelineRegister) -> list[list[pl.Expr]]:
    """For each level, a contact's columns with what its codes say."""
    return [
        [
            pl.col("patient_id", *VISIT_COLUMNS),
            pl.lit(level).alias("level"),
            carries(register.codes(Role.ONGOING, level)).alias("is_ongoing"),
            carries(register.codes(Role.COMPLETION, level)).alias("is_completion"),
        ]
        for level in register.levels
    ]


def carries(codes: tuple[str, ...]) -> pl.Expr:
    """Whether a contact's procedures hold one of the codes."""
    return pl.any_horizontal(pl.lit(False), *(pl.col("procedures").list.contains(code) for code in codes))


def _numbered(visits: pl.LazyFrame) -> pl.LazyFrame:
    """Each visit with whether it begins a series, the number and start of that, and whether it repeats a completion.

    A completion closes, so what precedes a visit is an open series exactly when the contact before it is ongoing only.
    """
    neighbours, places, numbers = _numbering()
    return (
        visits.sort(*_GROUP, "date", "is_completion", "contact_id")
        .with_columns(neighbours)
        .with_columns(places)
        .with_columns(numbers)
    )


@cache
def _numbering() -> tuple[list[pl.Expr], list[pl.Expr], list[pl.Expr]]:
    first = pl.any_horizontal(pl.col(c) != pl.col(c).shift(1) for c in _GROUP).fill_null(True)
    closed = pl.col("is_completion").shift(1).fill_null(True)
    begins = pl.col("first") | (pl.col("is_ongoing") & pl.col("closed"))
    is_duplicate = ~pl.col("first") & pl.col("closed") & ~pl.col("is_ongoing")
    start = pl.when(pl.col("begins")).then(pl.col("date")).forward_fill()
    return (
        [first.alias("first"), closed.alias("closed")],
        [begins.alias("begins"), is_duplicate.alias("is_duplicate")],
        [pl.col("begins").cum_sum().alias("number"), start.alias("start")],
    )


def _identified(visits: pl.LazyFrame) -> pl.LazyFrame:
    """Give each series its name: {patient_id}:{level}:{start}:{n}, n counting those with the same start.

    Series of one start have numbers that follow each other, so n is how far a number lies from the first of them.
    """
    return visits.select(_VISIT, _series_id())


@cache
def _series_id() -> pl.Expr:
    first_of_start = pl.col("first") | (pl.col("begins") & (pl.col("start") != pl.col("start").shift(1)))
    n = pl.col("number") - pl.when(first_of_start).then(pl.col("number")).forward_fill() + 1
    day = pl.col("start").dt.strftime("%Y%m%d")
    return pl.concat_str("patient_id", "level", day, n.cast(pl.String), separator=":").alias("series_id")
