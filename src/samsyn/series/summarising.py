"""From the visits of a series to one row: its days and units, and what its visits say."""

from functools import cache

import polars as pl


def summarised(visits: pl.LazyFrame) -> pl.LazyFrame:
    """One row a series, from its visits in their order; the series of a patient and level follow each other.

    series_id, patient_id, level, start, end (null while open), start_unit, completion_unit, contacts (duplicates of the
    completion counted), last_day (end, or the last contact's day while open), previous_end (of the series before at the
    level); visits, ongoing, duplicates, undiagnosed (counts); minutes (null where none has any); diagnoses, professions
    (distinct, sorted).
    """
    return (
        visits.group_by("series_id", maintain_order=True)
        .agg(*_days_and_units(), *_said())
        .with_columns(last_day=pl.coalesce("end", "last_contact"), previous_end=_previous_end())
    )


@cache
def _days_and_units() -> list[pl.Expr]:
    completion = pl.col("is_completion") & ~pl.col("is_duplicate")
    return [
        pl.col("patient_id", "level", "start").first(),
        pl.col("unit").first().alias("start_unit"),
        pl.col("date").filter(completion).first().alias("end"),
        pl.col("unit").filter(completion).first().alias("completion_unit"),
        pl.len().cast(pl.Int64).alias("contacts"),
        pl.col("date").max().alias("last_contact"),
    ]


@cache
def _said() -> list[pl.Expr]:
    """What the series' own visits say, duplicates of the completion left out (but counted)."""
    own = ~pl.col("is_duplicate")
    minutes = pl.col("minutes").filter(own)
    return [
        own.sum().cast(pl.Int64).alias("visits"),
        pl.col("is_ongoing").sum().cast(pl.Int64).alias("ongoing"),
        pl.col("is_duplicate").sum().cast(pl.Int64).alias("duplicates"),
        (own & (pl.col("diagnoses").list.len() == 0)).sum().cast(pl.Int64).alias("undiagnosed"),
        pl.when(minutes.count() > 0).then(minutes.sum()).alias("minutes"),
        pl.col("diagnoses").filter(own).explode().drop_nulls().unique().sort(),
        pl.col("profession").filter(own).drop_nulls().unique().sort().alias("professions"),
    ]


@cache
def _previous_end() -> pl.Expr:
    """The end of the series before, where that is the same patient's at the same level."""
    same = pl.all_horizontal(pl.col(name) == pl.col(name).shift(1) for name in ("patient_id", "level"))
    return pl.when(same).then(pl.col("end").shift(1))
