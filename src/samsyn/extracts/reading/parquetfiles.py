"""Parquet files: typed columns brought to the text that the fields are read from."""

from pathlib import Path
from typing import Final

import polars as pl

from samsyn.extracts.errors import RefusedExtract
from samsyn.extracts.reading.cells import LINE
from samsyn.extracts.reading.converted import MANIFEST, refuse_changed
from samsyn.extracts.reading.fields.codes import JOINT
from samsyn.extracts.reading.header import Columns, match_header
from samsyn.extracts.reading.source import Source, Structure

_MARK: Final = b"PAR1"


def open_parquet(path: Path, name: str, columns: Columns) -> Source:
    """The file as a source of its own types. Raises RefusedExtract if it is no Parquet file or lacks a column."""
    _check_marks(path, name)
    try:
        scan = pl.scan_parquet(path, row_index_name=LINE, row_index_offset=1, glob=False, hive_partitioning=False)
        schema = scan.collect_schema()
        lines = scan.select(pl.len()).collect().item()
    except pl.exceptions.DuplicateError:
        refuse_changed(name, f"{MANIFEST} saknas bredvid den")  # it has lines already: a part, and nothing of the whole
    except (pl.exceptions.PolarsError, OSError) as error:
        raise RefusedExtract("TYPE", f"{name}: Parquet-filen är skadad. Skriv eller hämta den på nytt.") from error
    names = [column for column in schema.names() if column != LINE]
    header = match_header(names, columns, name)
    _check_types(schema, {names[i]: column for column, i in header.positions.items()}, name)
    kept = [pl.col(names[i]).alias(column) for column, i in header.positions.items()]
    return Source(name, scan.select(LINE, *kept), header, lines, Structure())


def as_text(column: str, dtype: pl.DataType) -> pl.Expr:
    """The column as trimmed text, empty for null: whole numbers without decimals, dates YYYY-MM-DD, lists joined."""
    return _plain(pl.col(column), dtype).fill_null("").str.strip_chars().alias(column)


def _plain(one: pl.Expr, dtype: pl.DataType) -> pl.Expr:
    if isinstance(dtype, pl.List | pl.Array):
        return _joined(one, dtype)
    if isinstance(dtype, pl.Datetime):
        return local_day(one, dtype).cast(pl.String)
    if dtype.is_float():
        one = one.fill_nan(None)  # what some programs write for an empty cell
        whole = one.is_finite() & (one == one.round(0)) & (one.abs() < 1e15)
        return pl.when(whole).then(one.cast(pl.Int64, strict=False).cast(pl.String)).otherwise(one.cast(pl.String))
    if dtype == pl.Boolean():
        return pl.when(one).then(pl.lit("yes")).when(~one).then(pl.lit("no"))
    return one if dtype == pl.String() else one.cast(pl.String)


def _joined(one: pl.Expr, dtype: pl.List | pl.Array) -> pl.Expr:
    listed = one.arr.to_list() if isinstance(dtype, pl.Array) else one
    if dtype.inner != pl.String():
        listed = listed.cast(pl.List(pl.String))
    return listed.list.join(JOINT, ignore_nulls=True)


def local_day(one: pl.Expr, dtype: pl.DataType) -> pl.Expr:
    """The day of a moment: in Sweden where it has a zone, as written where it has none."""
    if isinstance(dtype, pl.Datetime) and dtype.time_zone:
        return one.dt.convert_time_zone("Europe/Stockholm").dt.date()
    return one.dt.date()


def _check_marks(path: Path, name: str) -> None:
    with path.open("rb") as stream:
        head = stream.read(4)
        size = stream.seek(0, 2)
        stream.seek(max(size - 4, 0))
        tail = stream.read(4)
    if not size:
        raise RefusedExtract("EMPTY", f"{name}: filen är tom (0 byte). Hämta den på nytt.")
    if head != _MARK:
        raise RefusedExtract("TYPE", f"{name}: filen är inte Parquet. Spara den som Parquet, eller som .csv.")
    if tail != _MARK or size < 12:
        raise RefusedExtract("TRUNCATED", f"{name}: Parquet-filen är avbruten. Hämta den på nytt.")


def _check_types(schema: pl.Schema, wanted: dict[str, str], name: str) -> None:
    for written, column in wanted.items():
        dtype = schema[written]
        inner = dtype.inner if isinstance(dtype, pl.List | pl.Array) else dtype
        if isinstance(inner, pl.Struct | pl.List | pl.Array | pl.Object) or inner in (
            pl.Binary(),
            pl.Duration(),
            pl.Time(),
        ):
            raise RefusedExtract("TYPE", f"{name}: kolumnen {column} har typen {dtype}. Skriv den som text.")
