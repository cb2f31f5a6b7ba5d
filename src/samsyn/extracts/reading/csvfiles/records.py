"""The records of a CSV file, one by one, each with the physical line it begins on and the kind it is of."""

import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final, NoReturn

from samsyn.extracts.errors import RefusedExtract
from samsyn.extracts.reading.csvfiles.encodings import Encoding
from samsyn.extracts.reading.csvfiles.shape import MAX_FIELD, MAX_LINE
from samsyn.extracts.reading.csvfiles.survey import Survey
from samsyn.extracts.reading.source import Structure

_TOTAL = re.compile(r"(?:summa|totalt?)\b|#", re.IGNORECASE)
_TOTAL_BEGINS: Final = frozenset("sStT")
_NOTES: Final = {"blank": "EOL", "repeated-header": "HEADER_MID", "total": "TOTAL_ROW"}
_ALL_WRONG: Final = 3
"""From so many rows on, a file of which every row has another number of fields than the header is refused."""

Record = tuple[int, list[str]]


class Records:
    """A CSV file whose rows of data can be had as often as wanted; all else is told in a structure."""

    def __init__(self, path: Path, name: str, seen: Survey, encoding: Encoding) -> None:
        self.path, self.name, self.seen, self.encoding = path, name, seen, encoding
        self.width = len(seen.cells)
        while self.width > 1 and not seen.cells[self.width - 1].strip():
            self.width -= 1
        self.lines = 0

    def rows(self, structure: Structure) -> Iterator[Record]:
        """The rows of data. Raises RefusedExtract where the file cannot be read on, or should not have been begun."""
        self.lines = wrong = 0
        full, header = len(self.seen.cells), self.seen.cells[0]
        last: Record = (1, self.seen.cells)
        if self.seen.crlf or full != self.width:
            structure.note("EOL")
        for last in islice(self._all(), 1, None):
            self.lines += 1
            cells = last[1]
            if len(cells) == full == self.width and self._is_plain(cells[0], header):
                yield last
                continue
            kind = self._kind(cells, structure)
            if kind == "row":
                yield last
            elif kind == "fields":
                wrong += 1
                structure.rejected.append((last[0], "FIELDS", f"{len(cells)} / {self.width}"))
            else:
                structure.ignore(kind)
                structure.note(_NOTES[kind], last[0])
        self._judge_whole(last, wrong)

    def _is_plain(self, first: str, header: str) -> bool:
        """Whether the first cell alone shows that a full row is one of data: the quick look at most rows."""
        return first != header and first[:1].isalnum() and first[0] not in _TOTAL_BEGINS

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
        line, cells = last
        if len(cells) < self.width and not _TOTAL.match(cells[0] if cells else "") and self._has_no_end():
            raise RefusedExtract("TRUNCATED", f"{self.name}, rad {line}: filen är avbruten. Hämta den på nytt.")
        if wrong >= _ALL_WRONG and wrong == self.lines:
            told = f"ingen rad har rubrikradens {self.width} fält. Är skiljetecknet också decimaltecken?"
            raise RefusedExtract("DELIM", f"{self.name}: {told}")

    def _has_no_end(self) -> bool:
        with self.path.open("rb") as stream:
            stream.seek(-1, 2)
            return stream.read(1) not in b"\r\n"

    def _all(self) -> Iterator[Record]:
        """Every record, the header too."""
        encoding = "utf-8-sig" if self.encoding == "utf-8" else self.encoding
        with self.path.open(encoding=encoding, newline="") as stream:
            reader = csv.reader(stream, delimiter=self.seen.delimiter, strict=True)
            line = 1
            try:
                for cells in reader:
                    if sum(map(len, cells)) > MAX_FIELD:
                        self._check_length(cells, line, reader.line_num)
                    yield line, cells
                    line = reader.line_num + 1
            except csv.Error as error:
                self._refuse_record(line, reader.line_num, str(error))

    def _check_length(self, cells: list[str], line: int, last: int) -> None:
        if max(map(len, cells)) > MAX_FIELD or sum(map(len, cells)) > MAX_LINE:
            self._refuse_length(line, is_swallowing=last > line)

    def _refuse_record(self, line: int, last: int, why: str) -> NoReturn:
        if "field limit" in why:
            self._refuse_length(line, is_swallowing=last > line)
        self._refuse_quote(line)

    def _refuse_quote(self, line: int) -> NoReturn:
        raise RefusedExtract("QUOTE", f"{self.name}, rad {line}: citattecknet är inte stängt. Rätta raden.")

    def _refuse_length(self, line: int, *, is_swallowing: bool) -> NoReturn:
        if is_swallowing:
            self._refuse_quote(line)
        told = f"ett fält är längre än {MAX_FIELD} tecken eller raden längre än {MAX_LINE}"
        raise RefusedExtract("TOO_LONG", f"{self.name}, rad {line}: {told}. Rätta raden.")
