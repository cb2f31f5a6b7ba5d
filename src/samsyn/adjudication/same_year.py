"""Which series use the exception for a further series in the same calendar year."""

import polars as pl

from samsyn.findings import Decision
from samsyn.series.parametric import is_earlier


def with_approved_same_year(facts: pl.DataFrame, decided: pl.DataFrame) -> pl.DataFrame:
    """The series that have an earlier approved one at the same level ending in the same calendar year.

    Adds approved_same_year: that series' id and last day (the latest, where there are several).
    """
    if facts.height < 2:  # a series alone has none before it
        return facts.head(0)
    approved = decided.filter(pl.col("verdict") == Decision.APPROVED.value)
    several = facts.filter(pl.len().over("patient_id", "level") > 1) if approved.height else facts.head(0)
    if several.is_empty():
        return several
    earlier = (
        several.filter(pl.col("end").is_not_null())
        .join(approved, on="series_id", how="semi")
        .select("patient_id", "level", earlier_id="series_id", earlier_start="start", earlier_end="end")
    )
    same_year = pl.col("earlier_end").dt.year() == pl.col("closing").dt.year()
    named = pl.concat_str("earlier_id", pl.lit(" "), pl.col("earlier_end").cast(pl.String))
    found = (
        several.select("series_id", "patient_id", "level", "start", "closing")
        .join(earlier, on=("patient_id", "level"))
        .filter(is_earlier() & same_year)
        .sort("earlier_end", "earlier_id")
        .group_by("series_id")
        .agg(approved_same_year=named.last())
    )
    return several.join(found, on="series_id")
