"""The careful way through a CSV file: record by record, each judged before its fields are looked at."""

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

import polars as pl
from polars.io.plugins import register_io_source

from samsyn.extracts.reading.cells import LINE
from samsyn.extracts.reading.csvfiles.records import Record, Records
from samsyn.extracts.reading.header import Header
from samsyn.extracts.reading.source import Source, Structure

_BATCH: Final = 20_000
_KEEP: Final = 256 << 20
"""Files up to this many bytes are kept compressed in memory once read; larger ones are read again for every pass."""


def open_carefully(records: Records, header: Header, structure: Structure) -> Source:
    """The file as a source; every record that is no row of data is told in the structure."""
    batches = _Batches(records, header)
    batches.read_first(structure)
    scan = register_io_source(batches.scan, schema=batches.schema)
    return Source(records.name, scan, header, records.lines, structure)


class _Batches:
    """The rows of data in frames, as often as a scan wants them and never all at once."""

    def __init__(self, records: Records, header: Header) -> None:
        self.records = records
        self.positions = header.positions
        self.schema: dict[str, pl.DataType] = {LINE: pl.Int64(), **dict.fromkeys(header.positions, pl.String())}
        self.kept: list[bytes] | None = None

    def read_first(self, structure: Structure) -> None:
        """Read to the end once, and keep the rows if the file is not too large."""
        rows = self.records.rows(structure)
        if self.records.path.stat().st_size > _KEEP:
            for _ in rows:
                pass
            return
        self.kept = [_packed(self._frame(batch, list(self.schema))) for batch in _in_batches(rows)]

    def scan(
        self, wanted: list[str] | None, condition: pl.Expr | None, limit: int | None, _size: int | None
    ) -> Iterator[pl.DataFrame]:
        """The batches once more, with the columns and rows that a scan wants."""
        names = list(self.schema) if wanted is None else wanted
        needed = names if condition is None else list(dict.fromkeys([*names, *condition.meta.root_names()]))
        left = limit
        for batch in self._again(needed):
            frame = (batch if condition is None else batch.filter(condition)).select(names)
            frame = frame if left is None else frame.head(left)
            left = None if left is None else left - frame.height
            yield frame
            if left == 0:
                return

    def _again(self, names: list[str]) -> Iterator[pl.DataFrame]:
        if self.kept is None:
            yield from (self._frame(batch, names) for batch in _in_batches(self.records.rows(Structure())))
        else:
            yield from (pl.read_ipc(io.BytesIO(packed), columns=names) for packed in self.kept)

    def _frame(self, batch: list[Record], names: list[str]) -> pl.DataFrame:
        columns = {name: self._column(batch, name) for name in names}
        return pl.DataFrame(columns, schema={name: self.schema[name] for name in names})

    def _column(self, batch: list[Record], name: str) -> list[int] | list[str]:
        if name == LINE:
            return [line for line, _ in batch]
        at = self.positions[name]
        return [cells[at] for _, cells in batch]


def _in_batches(rows: Iterable[Record]) -> Iterator[list[Record]]:
    rows = iter(rows)
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _packed(frame: pl.DataFrame) -> bytes:
    stream = io.BytesIO()
    frame.write_ipc(stream, compression="lz4")
    return stream.getvalue()
