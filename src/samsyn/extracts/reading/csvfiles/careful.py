"""The careful way through a CSV file: record by record, each judged before its fields are looked at."""

import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

import polars as pl
from polars.io.plugins import register_io_source

from samsyn.extracts.errors import RefusedExtract
from samsyn.extracts.reading.cells import LINE
from samsyn.extracts.reading.csvfiles.encodings import Encoding
from samsyn.extracts.reading.csvfiles.shape import MAX_FIELD, MAX_LINE
from samsyn.extracts.reading.csvfiles.survey import Survey
from samsyn.extracts.reading.header import Header
from samsyn.extracts.reading.source import Source, Structure

_BATCH: Final = 20_000
_KEEP: Final = 32 << 20
"""Files up to this many bytes are kept in memory once read; larger ones are read again for every pass."""
_TOTAL = re.compile(r"(?:summa|totalt?)\b|#", re.IGNORECASE)
_ALL_WRONG: Final = 3

Record = tuple[int, list[str]]


def open_carefully(
    path: Path, name: str, seen: Survey, header: Header, structure: Structure, encoding: Encoding
) -> Source:
    """The file as a source; every record that is no row of data is told in the structure."""
    reader = _Careful(path, name, seen, header, encoding)
    if path.stat().st_size <= _KEEP:
        frames = list(reader.batches(structure))
        scan = pl.concat([reader.frame([]), *frames]).lazy()
    else:
        for _ in reader.batches(structure, only_structure=True):
            pass
        scan = register_io_source(reader.read_again, schema=reader.schema)
    return Source(name, scan, header, reader.lines, structure)


class _Careful:
    """A file that is read record by record, as often as it is scanned."""

    def __init__(self, path: Path, name: str, seen: Survey, header: Header, encoding: Encoding) -> None:
        self.path, self.name, self.seen, self.encoding = path, name, seen, encoding
        self.columns = header.positions
        self.schema = {LINE: pl.Int64(), **dict.fromkeys(header.positions, pl.String())}
        self.width = len(seen.cells)
        while self.width > 1 and not seen.cells[self.width - 1].strip():
            self.width -= 1
        self.lines = 0

    def read_again(
        self, wanted: list[str] | None, condition: pl.Expr | None, limit: int | None, _size: int | None
    ) -> Iterator[pl.DataFrame]:
        """The batches once more, as a scan wants them."""
        left = limit
        for batch in self.batches(Structure()):
            frame = batch if condition is None else batch.filter(condition)
            frame = frame if wanted is None else frame.select(wanted)
            frame = frame if left is None else frame.head(left)
            left = None if left is None else left - frame.height
            yield frame
            if left == 0:
                return

    def batches(self, structure: Structure, *, only_structure: bool = False) -> Iterator[pl.DataFrame]:
        """The rows of data in frames, while the structure is told."""
        rows = self._rows(structure)
        while batch := list(islice(rows, _BATCH)):
            yield self.frame([] if only_structure else batch)

    def frame(self, batch: list[Record]) -> pl.DataFrame:
        """Records as text columns with their lines."""
        data: dict[str, list[int] | list[str]] = {LINE: [line for line, _ in batch]}
        for column, i in self.columns.items():
            data[column] = [cells[i] for _, cells in batch]
        return pl.DataFrame(data, schema=self.schema)

    def _rows(self, structure: Structure) -> Iterator[Record]:
        self.lines = 0
        wrong = 0
        last: Record = (1, self.seen.cells)
        if self.seen.crlf or not self.seen.cells[-1].strip():
            structure.note("EOL")
        for last in islice(self._records(), 1, None):
            self.lines += 1
            line, cells = last
            kind = self._kind(cells, structure)
            if kind == "row":
                yield last
            elif kind == "fields":
                wrong += 1
                structure.rejected.append((line, "FIELDS", f"{len(cells)} / {self.width}"))
            else:
                structure.ignore(kind)
                structure.note({"blank": "EOL", "repeated-header": "HEADER_MID"}.get(kind, "TOTAL_ROW"), line)
        self._judge_whole(last, wrong)

    def _kind(self, cells: list[str], structure: Structure) -> str:
        if not any(cells) or (len(cells) == 1 and not cells[0].strip()):
            return "blank"
        if cells == self.seen.cells:
            return "repeated-header"
        if _TOTAL.match(cells[0].strip()) and sum(map(bool, cells)) * 2 <= self.width:
            return "total"
        if len(cells) < self.width or any(cells[self.width :]):
            return "fields"
        if len(cells) != len(self.seen.cells):
            structure.note("EOL")
        return "row"

    def _judge_whole(self, last: Record, wrong: int) -> None:
        """Refuse a file that ends in the middle of a line, or whose every row has another number of fields."""
        if len(last[1]) < self.width and _TOTAL.match(last[1][0] if last[1] else "") is None and self._is_cut():
            raise RefusedExtract("TRUNCATED", f"{self.name}, rad {last[0]}: filen är avbruten. Hämta den på nytt.")
        if wrong >= _ALL_WRONG and wrong == self.lines:
            raise RefusedExtract(
                "DELIM",
                f"{self.name}: ingen rad har rubrikradens {self.width} fält. Är skiljetecknet också decimaltecken?",
            )

    def _is_cut(self) -> bool:
        with self.path.open("rb") as stream:
            stream.seek(-1, 2)
            return stream.read(1) not in b"\r\n"

    def _records(self) -> Iterator[Record]:
        """Every record with the physical line that it begins on, the header too."""
        encoding = "utf-8-sig" if self.encoding == "utf-8" else self.encoding
        with self.path.open(encoding=encoding, newline="") as stream:
            reader = csv.reader(stream, delimiter=self.seen.delimiter, strict=True)
            while True:
                line = reader.line_num + 1
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error:
                    self._refuse_quote(line)
                if any(len(cell) > MAX_FIELD for cell in cells) or sum(map(len, cells)) > MAX_LINE:
                    self._refuse_length(line, is_swallowing=reader.line_num > line)
                yield line, cells

    def _refuse_quote(self, line: int) -> None:
        raise RefusedExtract("QUOTE", f"{self.name}, rad {line}: citattecknet är inte stängt. Rätta raden.")

    def _refuse_length(self, line: int, *, is_swallowing: bool) -> None:
        if is_swallowing:
            self._refuse_quote(line)
        told = f"ett fält är längre än {MAX_FIELD} tecken eller raden längre än {MAX_LINE}"
        raise RefusedExtract("TOO_LONG", f"{self.name}, rad {line}: {told}. Rätta raden.")
