"""A table opened: its files as sources, and an account that already holds what the structure told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import polars as pl

from samsyn.extracts.errors import RefusedExtract
from samsyn.extracts.reading.account import Account
from samsyn.extracts.reading.cells import FILE, LINE
from samsyn.extracts.reading.converted import Original, check_parts, open_converted
from samsyn.extracts.reading.csvfiles import open_csv
from samsyn.extracts.reading.csvfiles.encodings import Encoding
from samsyn.extracts.reading.folder import TableFile
from samsyn.extracts.reading.header import Columns
from samsyn.extracts.reading.parquetfiles import as_text, open_parquet
from samsyn.extracts.reading.source import Source

_SPREADSHEET_LIMITS: Final = (65_535, 65_536, 1_048_575, 1_048_576)


@dataclass(frozen=True)
class Table:
    """One table of the extract, ready to be read."""

    name: str
    columns: Columns
    sources: tuple[Source, ...]
    account: Account

    def texts(self, number: int, condition: pl.Expr | None = None) -> pl.DataFrame:
        """The rows of one file that fulfil the condition, every contract column as text, with FILE and LINE."""
        source = self.sources[number]
        scan = source.scan if condition is None else source.scan.filter(condition)
        schema = source.scan.collect_schema()
        read = [as_text(name, schema[name]) for name in self.columns.names if name in schema]
        absent = [pl.lit("").alias(name) for name in self.columns.names if name not in schema]
        rows = scan.select(pl.col(LINE).cast(pl.Int64), *read).collect()
        return rows.select(pl.lit(number, pl.Int64).alias(FILE), LINE, *(c for c in rows.columns if c != LINE), *absent)


def open_table(
    name: str,
    files: tuple[TableFile, ...],
    columns: Columns,
    encoding: Encoding,
    originals: tuple[Original, ...] = (),
) -> Table:
    """Open every file of a table; where they are parts of converted `originals`, those are what is told of.

    Raises RefusedExtract if one of them cannot be read as a whole.
    """
    if not originals:
        return table_of(name, columns, tuple(_open(file, columns, encoding) for file in files))
    paths = {file.name: file.path for file in files}
    check_parts(name, originals, paths)
    return table_of(name, columns, tuple(open_converted(original, paths, columns) for original in originals))


def table_of(name: str, columns: Columns, sources: tuple[Source, ...]) -> Table:
    """The table of opened files; what their structure told is on its account."""
    account = Account(name, tuple(source.name for source in sources))
    for number, source in enumerate(sources):
        _enter(number, source, account)
    return Table(name, columns, sources, account)


@contextmanager
def whole(table: str) -> Iterator[None]:
    """Tell it as a refusal when a file turns out damaged, or is gone, in the middle of the reading."""
    try:
        yield
    except (pl.exceptions.ComputeError, OSError) as error:
        told = f"{table}: filen är skadad eller gick inte att läsa till slut. Hämta den på nytt."
        raise RefusedExtract("UNREADABLE", told) from error


def _open(file: TableFile, columns: Columns, encoding: Encoding) -> Source:
    try:
        if file.is_parquet:
            return open_parquet(file.path, file.name, columns)
        return open_csv(file.path, file.name, columns, encoding)
    except OSError as error:
        told = f"{file.name}: filen kan inte öppnas ({error.strerror}). Se över rättigheter och disk."
        raise RefusedExtract("UNREADABLE", told) from error


def _enter(number: int, source: Source, account: Account) -> None:
    """What the structure told, on the account."""
    account.lines += source.lines
    account.structural += len(source.structure.rejected) + sum(source.structure.ignored.values())
    for kind, count in source.structure.ignored.items():
        account.ignore(kind, count)
    for code, lines in source.structure.notes.items():
        if lines:
            account.note(code, pl.DataFrame({FILE: [number] * len(lines), LINE: lines}))
        else:
            account.name(code, source.name)
    rejected = source.structure.rejected
    shape = {LINE: pl.Int64(), "reason": pl.String(), "detail": pl.String()}
    account.reject(pl.DataFrame(rejected, schema=shape, orient="row").with_columns(pl.lit(number).alias(FILE)))
    for code, names in (("ALIAS", source.header.aliases), ("EXTRA_COL", source.header.extra)):
        for column in names:
            account.name(code, f"{source.name}: {column}")
    if not source.lines:
        account.name("EMPTY", source.name)
    if source.lines in _SPREADSHEET_LIMITS:
        account.name("ROW_LIMIT", f"{source.name}: {source.lines}")
