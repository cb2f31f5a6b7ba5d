"""Where every line of a table went. Nothing leaves the reader that does not add up."""

from collections import defaultdict

import polars as pl

from samsyn.extracts.reading.cells import FILE, LINE
from samsyn.extracts.reading.result import REJECTED_SCHEMA, LineCounts, Note

_FIRST = 20


class LinesUnaccounted(RuntimeError):
    """The program lost or counted a line twice. An error of the program, never of the extract."""


class Account:
    """The lines of one table: rejected, duplicate, ignored by name, and what was noted on the way."""

    def __init__(self, table: str, files: tuple[str, ...] = ()) -> None:
        self.table = table
        self.files = files
        self.lines = 0
        self.duplicates = 0
        self.structural = 0  # lines that the structure of the files already told of
        self.ignored: dict[str, int] = defaultdict(int)
        self._rejected: list[pl.DataFrame] = []
        self._noted: dict[str, list[pl.DataFrame]] = defaultdict(list)
        self._named: dict[str, list[str]] = defaultdict(list)

    def reject(self, rows: pl.DataFrame) -> None:
        """Reject rows; they carry the file's number, the line, `reason` and `detail`."""
        if rows.height:
            self._rejected.append(
                rows.select(pl.col(FILE).cast(pl.Int64), pl.col(LINE).cast(pl.Int64), "reason", "detail")
            )

    def ignore(self, kind: str, count: int) -> None:
        """Count lines that are left alone, by the name of why."""
        if count:
            self.ignored[kind] += count

    def note(self, code: str, rows: pl.DataFrame) -> None:
        """Note something about rows that were accepted."""
        if rows.height:
            self._noted[code].append(rows.select(pl.col(FILE).cast(pl.Int64), pl.col(LINE).cast(pl.Int64)))

    def name(self, code: str, what: str) -> None:
        """Note something about a file or a column."""
        self._named[code].append(what)

    def rejected_lines(self) -> pl.DataFrame:
        """File number and line of the rejected rows."""
        return self._together().select(FILE, LINE)

    def noted(self) -> pl.DataFrame:
        """What was noted on rows: code, file number and line of each."""
        shape = {"code": pl.String(), FILE: pl.Int64(), LINE: pl.Int64()}
        parts = [
            rows.select(pl.lit(code).alias("code"), FILE, LINE) for code, own in self._noted.items() for rows in own
        ]
        return pl.concat([pl.DataFrame(schema=shape), *parts])

    def faults(self) -> pl.DataFrame:
        """File number, line, `reason` and `detail` of the rejected rows."""
        return self._together()

    def rejected(self) -> pl.DataFrame:
        """The rejected rows as they are written out, with the files' names."""
        rows = self._together()
        names = pl.lit(pl.Series(self.files, dtype=pl.String)).implode().list.get(pl.col(FILE)).alias("file")
        if rows.is_empty():
            return pl.DataFrame(schema=REJECTED_SCHEMA)
        return rows.select(names, pl.col(LINE).alias("line"), "reason", "detail").sort("file", "line", "reason")

    def _together(self) -> pl.DataFrame:
        shape = {FILE: pl.Int64(), LINE: pl.Int64(), "reason": pl.String(), "detail": pl.String()}
        return pl.concat([pl.DataFrame(schema=shape), *self._rejected])

    def counts(self, used: int) -> LineCounts:
        """The sums. Raises LinesUnaccounted if a line is missing or counted twice."""
        rejected = sum(part.height for part in self._rejected)
        counts = LineCounts(self.lines, used, rejected, self.duplicates, dict(sorted(self.ignored.items())))
        if not counts.adds_up():
            raise LinesUnaccounted(f"{self.table}: {counts}")
        return counts

    def notes(self) -> list[Note]:
        """What was noted, by code, with the first lines."""
        return [self._one_note(code) for code in sorted({*self._noted, *self._named})]

    def _one_note(self, code: str) -> Note:
        names = sorted(self._named.get(code, []))
        rows = self._noted.get(code, [])
        first = pl.concat(rows).sort(FILE, LINE).head(_FIRST).rows() if rows else []
        places = (*names, *(f"{self.files[file]}:{line}" for file, line in first))
        return Note(self.table, code, len(names) + sum(part.height for part in rows), places[:_FIRST])
