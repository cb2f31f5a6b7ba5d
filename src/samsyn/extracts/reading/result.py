"""What a reading of an extract gives: the records, and an account of every line."""

from dataclasses import dataclass, field

import polars as pl

from samsyn.records import Records

REJECTED_SCHEMA = {"file": pl.String(), "line": pl.Int64(), "reason": pl.String(), "detail": pl.String()}


@dataclass(frozen=True)
class InputFile:
    """One file of the extract: its name relative to the extract, SHA-256 of its bytes, its data rows."""

    name: str
    sha256: str
    rows: int


@dataclass(frozen=True)
class LineCounts:
    """Where the lines of one table went. `ignored` is by name: uncoded, blank, repeated-header, total …"""

    lines: int
    used: int
    rejected: int
    duplicate: int
    ignored: dict[str, int] = field(default_factory=dict)

    def adds_up(self) -> bool:
        """Whether every line is accounted for exactly once."""
        return self.lines == self.used + self.rejected + self.duplicate + sum(self.ignored.values())


@dataclass(frozen=True)
class Note:
    """Something accepted that a reader should know of: normalised or odd, with its count and first lines."""

    table: str
    code: str
    count: int
    first: tuple[str, ...]  # at most 20, "file:line" or a column's name


@dataclass(frozen=True)
class Reading:
    """An extract read to its end."""

    records: Records
    rejected: pl.DataFrame  # REJECTED_SCHEMA, sorted by file and line
    inputs: tuple[InputFile, ...]
    counts: dict[str, LineCounts]
    notes: tuple[Note, ...]
