"""How lines and answers travel: lines as texts with their place, answers as frames.

A place is the file's number and the line in one number, so that a bucket is read as one file with lines in order.
"""

import io
from typing import Any, Final

import polars as pl

from samsyn.extracts.reading.cells import FILE, LINE
from samsyn.extracts.reading.header import Header
from samsyn.extracts.reading.layout import COLUMNS
from samsyn.extracts.reading.opening import Table, table_of
from samsyn.extracts.reading.source import Source, Structure

LINES: Final = "name string, place bigint, key string, cells array<string>"
"""A line of a table: the table's name, its place, what it is brought together by, its cells in the contract's order."""

NO_LINES: Final = pl.DataFrame(
    schema={"name": pl.String(), "place": pl.Int64(), "key": pl.String(), "cells": pl.List(pl.String())}
)
"""LINES of nothing."""

ANSWERS: Final = "what string, frame binary"
"""What a bucket has to tell: frames by their names."""

KEYS: Final = {"contacts": "contact_id", "patients": "patient_id", "nrs": "patient_id", "evidence": "patient_id"}
"""What the lines of each table that Spark reads are brought together by."""

_FILE_BITS: Final = 1 << 40


def as_lines(name: str, texts: pl.DataFrame) -> pl.DataFrame:
    """LINES of rows as the reader has them: FILE, LINE and every column as text."""
    return texts.select(
        pl.lit(name).alias("name"),
        (pl.col(FILE) * _FILE_BITS + pl.col(LINE)).alias("place"),
        pl.col(KEYS[name]).alias("key"),
        pl.concat_list(COLUMNS[name].names).alias("cells"),
    )


def as_table(lines: pl.DataFrame, name: str) -> Table:
    """The lines of one table as the reader's own table of a single file, whose line numbers are the places."""
    own = lines.filter(pl.col("name") == name)
    cells = (pl.col("cells").list.get(i).alias(column) for i, column in enumerate(COLUMNS[name].names))
    return in_memory(name, own.select(pl.col("place").alias(LINE), *cells))


def in_memory(name: str, frame: pl.DataFrame) -> Table:
    """The reader's table of rows that are in memory: LINE and columns of the contract."""
    columns = [column for column in frame.columns if column != LINE]
    header = Header({column: i for i, column in enumerate(columns)}, (), ())
    return table_of(name, COLUMNS[name], (Source(name, frame.lazy(), header, frame.height, Structure()),))


def with_files(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows whose LINE is a place, with FILE and LINE apart."""
    return rows.with_columns((pl.col(LINE) // _FILE_BITS).alias(FILE), (pl.col(LINE) % _FILE_BITS).alias(LINE))


def packed(frame: pl.DataFrame) -> bytes:
    """The frame as bytes."""
    stream = io.BytesIO()
    frame.write_ipc(stream, compression="zstd")
    return stream.getvalue()


def unpacked(data: bytes) -> pl.DataFrame:
    """The frame that was packed."""
    return pl.read_ipc(io.BytesIO(data))


def as_arrow(frame: pl.DataFrame) -> Any:
    """The frame as Arrow with the types that Spark knows: none of those for more than two billion bytes."""
    import pyarrow as pa

    table = frame.to_arrow(compat_level=pl.CompatLevel.oldest())
    return table.cast(pa.schema([pa.field(one.name, _plain(one.type)) for one in table.schema]))


def _plain(kind: Any) -> Any:
    import pyarrow as pa

    if pa.types.is_large_list(kind):
        return pa.list_(_plain(kind.value_type))
    if pa.types.is_large_string(kind):
        return pa.string()
    return pa.binary() if pa.types.is_large_binary(kind) else kind


def answers(frames: dict[str, pl.DataFrame]) -> pl.DataFrame:
    """ANSWERS of named frames."""
    rows = [(what, packed(frame)) for what, frame in frames.items()]
    return pl.DataFrame(rows, schema={"what": pl.String(), "frame": pl.Binary()}, orient="row")
