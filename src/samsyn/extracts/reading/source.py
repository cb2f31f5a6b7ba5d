"""A file of a table, opened: a scan of its contract columns, and what its structure already told."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from samsyn.extracts.reading.header import Header


@dataclass
class Structure:
    """What was found in a file before any field was looked at; line numbers are those of the file."""

    rejected: list[tuple[int, str, str]] = field(default_factory=list)  # line, reason, detail
    ignored: dict[str, int] = field(default_factory=dict)
    notes: dict[str, list[int]] = field(default_factory=dict)  # code -> lines; no lines: the file as such

    def ignore(self, kind: str) -> None:
        """Count one line that is left alone."""
        self.ignored[kind] = self.ignored.get(kind, 0) + 1

    def note(self, code: str, line: int | None = None) -> None:
        """Note something about the file or one of its lines."""
        lines = self.notes.setdefault(code, [])
        if line is not None:
            lines.append(line)


@dataclass(frozen=True)
class Source:
    """One opened file. `scan` has the contract's columns as they are typed in the file, and LINE; `lines` counts
    everything after the header, rejected and ignored lines included.

    Where the file was converted, it is the original that is told of; `parts` (name, rows) are what is read instead.
    """

    name: str
    scan: pl.LazyFrame
    header: Header
    lines: int
    structure: Structure
    parts: tuple[tuple[str, int], ...] = ()
    original_sha256: str = ""

    @property
    def files(self) -> tuple[tuple[str, int], ...]:
        """Name and rows of each file that is read."""
        return self.parts or ((self.name, self.lines),)


def sha256_of(path: Path) -> str:
    """The digest of a file's bytes, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
