"""The first and the last day of the contacts, uncoded ones included."""

from datetime import date

import polars as pl

from samsyn.extracts.reading.cells import FILE, LINE
from samsyn.extracts.reading.fields.dates import FIRST_DAY, LAST_DAY, parse_date
from samsyn.extracts.reading.opening import Table
from samsyn.extracts.reading.parquetfiles import as_text, local_day

Span = tuple[date, date]
# Minutes and seconds decide no day: without them there are few distinct texts to parse.
_TIME = r"^([0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?00)?$"


def days_spanned(table: Table, as_of: date | None) -> tuple[date | None, date | None]:
    """First and last usable day of all rows that were not rejected; None where there is none."""
    latest = min(as_of, LAST_DAY) if as_of else LAST_DAY
    rejected = table.account.rejected_lines()
    spans = [_span(table, number, latest, rejected) for number in range(len(table.sources))]
    found = [span for span in spans if span]
    if not found:
        return None, None
    return min(first for first, _ in found), max(last for _, last in found)


def usable_days(dates: pl.DataFrame, latest: date) -> pl.Series:
    """The day of each row of the column `date`, of whatever type it is; null where it is none that can be used."""
    dtype = dates.schema["date"]
    if isinstance(dtype, pl.Date | pl.Datetime):
        one = local_day(pl.col("date"), dtype) if isinstance(dtype, pl.Datetime) else pl.col("date")
        return dates.select(pl.when(one.is_between(FIRST_DAY, latest)).then(one).alias("day")).to_series()
    texts = dates.select(as_text("date", dtype).str.replace(_TIME, "$1:00:00$2")).to_series()
    known = texts.unique().to_list()
    days = [day if isinstance(day := parse_date(text).value, date) and day <= latest else None for text in known]
    return texts.replace_strict(known, pl.Series(days, dtype=pl.Date), return_dtype=pl.Date).alias("day")


def _span(table: Table, number: int, latest: date, rejected: pl.DataFrame) -> Span | None:
    scan = table.sources[number].scan
    own = rejected.filter(pl.col(FILE) == number)[LINE]
    whole = _span_of(scan, latest)
    if whole is None or not own.len():
        return whole
    # Rejected rows do not count; a second look is needed only where one of them is at an end.
    apart = _span_of(scan.filter(pl.col(LINE).cast(pl.Int64).is_in(own.implode())), latest)
    if apart is None or (whole[0] < apart[0] and apart[1] < whole[1]):
        return whole
    return _span_of(scan.filter(~pl.col(LINE).cast(pl.Int64).is_in(own.implode())), latest)


def _span_of(scan: pl.LazyFrame, latest: date) -> Span | None:
    dtype = scan.collect_schema()["date"]
    if isinstance(dtype, pl.Date | pl.Datetime):
        day = local_day(pl.col("date"), dtype) if isinstance(dtype, pl.Datetime) else pl.col("date")
        usable = day.filter(day.is_between(FIRST_DAY, latest))
        first, last = scan.select(usable.min().alias("first"), usable.max().alias("last")).collect().row(0)
        return (first, last) if first else None
    texts = scan.select(as_text("date", dtype).str.replace(_TIME, "$1:00:00$2")).unique().collect()["date"]
    parsed = (parse_date(text).value for text in texts)
    days = [day for day in parsed if isinstance(day, date) and day <= latest]
    return (min(days), max(days)) if days else None
