"""Contacts become series (rules, section 3).

For each patient and level the contacts with that level's ongoing or completion code are taken in the order date,
ongoing-only before completion, contact_id. Everything that follows is then a matter of the contact just before.
"""

from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from samsyn.guidelines import GuidelineRegister, Role
from samsyn.series.carrying import KEPT, carried_out

_GROUP = ("patient_id", "level")
VISIT_COLUMNS = ("contact_id", "unit", "date", "diagnoses", "procedures", "profession", "minutes")


@dataclass(frozen=True)
class BuiltSeries:
    """Every series, and every contact in them.

    `series`: series_id, patient_id, level, start, end (null while open), start_unit, completion_unit,
    contacts (duplicates of the completion counted), last_day (end, or the last contact's day while open).
    `visits`: the contacts with series_id, is_ongoing, is_completion, is_duplicate.
    """

    series: pl.DataFrame
    visits: pl.DataFrame


def build_series(contacts: pl.DataFrame, register: GuidelineRegister) -> BuiltSeries:
    """The series of the contacts, ordered by series_id; the same whatever order the contacts come in."""
    visits = carried_out(_identified(_numbered(_level_visits(contacts.lazy(), register))))
    return BuiltSeries(carried_out(_summarised(visits.lazy())), visits.drop("number"))


def _level_visits(contacts: pl.LazyFrame, register: GuidelineRegister) -> pl.LazyFrame:
    """One row a contact and level; a contact with codes of two levels belongs to both."""
    return pl.concat(
        contacts.select(columns).filter(pl.col("is_ongoing") | pl.col("is_completion"))
        for columns in _visit_columns(register)
    )


@lru_cache(maxsize=KEPT)
def _visit_columns(register: GuidelineRegister) -> list[list[pl.Expr]]:
    """For each level, a contact's columns with what its codes say."""
    return [
        [
            *(pl.col(column) for column in ("patient_id", *VISIT_COLUMNS)),
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
    """Each visit with the number of its series and whether it only repeats a completion.

    A completion closes, so what precedes a visit is an open series exactly when the contact before it is ongoing only.
    """
    first = pl.any_horizontal(pl.col(c) != pl.col(c).shift(1) for c in _GROUP).fill_null(True)
    closed = pl.col("is_completion").shift(1).fill_null(True)
    return (
        visits.sort(*_GROUP, "date", "is_completion", "contact_id")
        .with_columns(first=first, closed=closed)
        .with_columns(
            number=(pl.col("first") | (pl.col("is_ongoing") & pl.col("closed"))).cum_sum(),
            is_duplicate=~pl.col("first") & pl.col("closed") & ~pl.col("is_ongoing"),
        )
        .drop("first", "closed")
    )


def _identified(visits: pl.LazyFrame) -> pl.LazyFrame:
    """Give each series its name: {patient_id}:{level}:{start}:{n}, n counting those with the same start.

    Series of one start have numbers that follow each other, so n is how far a number lies from the first of them.
    """
    start = pl.col("date").first().over("number")
    n = pl.col("number") - pl.col("number").first().over(*_GROUP, "start") + 1
    return visits.with_columns(start=start).with_columns(
        series_id=pl.concat_str(
            "patient_id", "level", pl.col("start").dt.strftime("%Y%m%d"), n.cast(pl.String), separator=":"
        )
    )


def _summarised(visits: pl.LazyFrame) -> pl.LazyFrame:
    """One row a series; the visits of a series stand together, in their order."""
    completion = pl.col("is_completion") & ~pl.col("is_duplicate")
    end = pl.col("date").filter(completion).first()
    return (
        visits.group_by("series_id")
        .agg(
            *(pl.col(column).first() for column in _GROUP),
            start=pl.col("start").first(),
            start_unit=pl.col("unit").first(),
            end=end,
            completion_unit=pl.col("unit").filter(completion).first(),
            contacts=pl.len().cast(pl.Int64),
            last_day=pl.coalesce(end, pl.col("date").max()),
        )
        .sort("series_id")
    )
