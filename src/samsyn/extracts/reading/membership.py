"""Rows of a large file whose key is among some known ones, found without trimming every key first."""

import polars as pl

from samsyn.extracts.reading.cells import LINE
from samsyn.extracts.reading.parquetfiles import as_text
from samsyn.extracts.reading.source import Source


def lines_with(source: Source, column: str, keys: pl.Series, *, or_empty: bool = False) -> pl.Series:
    """The lines whose key, trimmed, is among `keys` (trimmed texts), or with `or_empty` is not there at all."""
    dtype = source.scan.collect_schema()[column]
    trimmed = as_text(column, dtype)
    wanted = pl.concat([keys, pl.Series([""], dtype=pl.String)]) if or_empty else keys
    if not wanted.len():
        return pl.Series(LINE, [], dtype=pl.Int64)
    lengths = keys.str.len_bytes()
    rows = source.scan.select(pl.col(LINE).cast(pl.Int64), pl.col(column))
    if dtype == pl.String() and keys.len() and lengths.min() == lengths.max():
        # Keys of one length: a padded one is longer, so that only longer ones need trimming.
        raw = pl.col(column)
        longer = raw.str.len_bytes() > lengths.min()
        empty = raw.is_null() | (raw.str.len_bytes() < lengths.min()) if or_empty else pl.lit(value=False)
        found = rows.filter(raw.is_in(keys.implode()) | longer | empty).collect()
        return found.filter(trimmed.is_in(wanted.implode()))[LINE]
    return rows.filter(trimmed.is_in(wanted.implode())).select(LINE).collect()[LINE]
