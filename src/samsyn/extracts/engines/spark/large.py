"""A table that Spark reads: what is told of it as the reader tells it, and its rows where they are."""

from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from samsyn.extracts.engines.spark.survey import Seen, look_at
from samsyn.extracts.errors import RefusedExtract
from samsyn.extracts.reading.account import Account
from samsyn.extracts.reading.cells import LINE
from samsyn.extracts.reading.converted import Original, check_digests, check_parts, refuse_changed, source_of
from samsyn.extracts.reading.folder import TableFile
from samsyn.extracts.reading.header import Header, match_header
from samsyn.extracts.reading.layout import COLUMNS
from samsyn.extracts.reading.opening import Table, table_of
from samsyn.extracts.reading.source import Source, Structure

ADDRESS: Final = "#address"
"""The column that tells which file a row is of."""


@dataclass(frozen=True)
class Group:
    """Files with the same columns and types: their rows with ADDRESS, LINE and the contract's columns."""

    rows: Any
    column_names: tuple[str, ...]


@dataclass(frozen=True)
class LargeTable:
    """A table on the cluster. `table` has its sources and its account, and no rows."""

    table: Table
    groups: tuple[Group, ...]
    numbers: dict[str, int]  # path of a file -> the number of its source
    digests: dict[str, str]

    @property
    def account(self) -> Account:
        """Where its lines went."""
        return self.table.account


def open_large(
    spark: Any, tables: dict[str, tuple[TableFile, ...]], originals: dict[str, tuple[Original, ...]]
) -> dict[str, LargeTable]:
    """Look at the files of the tables, by name; `originals` are of converted ones.

    Raises RefusedExtract if one of them cannot be read as a whole, or is CSV.
    """
    for name, files in tables.items():
        _check_parquet(files)
        if name in originals:
            check_parts(name, originals[name], [file.name for file in files])
    seen = look_at(spark, tables, originals)
    return {name: _large(spark, name, seen[name], originals.get(name, ())) for name in tables}


def _check_parquet(files: tuple[TableFile, ...]) -> None:
    for file in files:
        if not file.is_parquet:
            told = f"{file.name}: Spark läser Parquet. Kör ”samsyn convert” på utdraget först, och ange den nya mappen."
            raise RefusedExtract("ENGINE_CSV", told)


def _large(spark: Any, name: str, seen: tuple[Seen, ...], originals: tuple[Original, ...]) -> LargeTable:
    digests = {one.file.name: one.sha256 for one in seen}
    sources, owners = _converted(name, seen, originals) if originals else _plain(name, seen)
    check_digests(originals, digests)
    numbers = {one.uri: owners[one.file.name] for one in seen}
    return LargeTable(table_of(name, COLUMNS[name], sources), _groups(spark, name, seen), numbers, digests)


def _plain(name: str, seen: tuple[Seen, ...]) -> tuple[tuple[Source, ...], dict[str, int]]:
    sources = tuple(Source(one.file.name, _none(), _header(name, one), one.rows, Structure()) for one in seen)
    return sources, {one.file.name: number for number, one in enumerate(seen)}


def _converted(
    name: str, seen: tuple[Seen, ...], originals: tuple[Original, ...]
) -> tuple[tuple[Source, ...], dict[str, int]]:
    columns = {one.file.name: [column for column, _ in one.columns if column != LINE] for one in seen}
    rows = {one.file.name: one.rows for one in seen}
    for part in (part for original in originals for part in original.parts):
        if rows[part.name] != part.rows:
            refuse_changed(part.name, "raderna är andra")
    sources = tuple(source_of(one, _none(), columns[one.parts[0].name], COLUMNS[name]) for one in originals)
    return sources, {part.name: number for number, one in enumerate(originals) for part in one.parts}


def _none() -> pl.LazyFrame:
    return pl.LazyFrame()


def _header(name: str, one: Seen) -> Header:
    return match_header([column for column, _ in one.columns], COLUMNS[name], one.file.name)


def _groups(spark: Any, name: str, seen: tuple[Seen, ...]) -> tuple[Group, ...]:
    alike: dict[tuple[tuple[str, str], ...], list[Seen]] = {}
    for one in seen:
        alike.setdefault(one.columns, []).append(one)
    return tuple(_group(spark, name, own) for own in alike.values())


def _group(spark: Any, name: str, seen: list[Seen]) -> Group:
    from pyspark.sql import functions as F  # noqa: N812 - as everyone calls it

    written = [column for column, _ in seen[0].columns]
    positions = match_header([c for c in written if c != LINE], COLUMNS[name], seen[0].file.name).positions
    plain = [c for c in written if c != LINE]
    line = F.col(f"`{LINE}`") if LINE in written else F.col("_metadata.row_index") + 1
    rows = spark.read.parquet(*(str(one.file.place) for one in seen)).select(
        F.col("_metadata.file_path").alias(ADDRESS),
        line.cast("bigint").alias(LINE),
        *(F.col(f"`{plain[at]}`").alias(column) for column, at in positions.items()),
    )
    return Group(rows, tuple(positions))
