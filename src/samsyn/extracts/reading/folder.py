"""The files of an extract: which table each belongs to, and what is no table at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol, Self

from samsyn.extracts.errors import RefusedExtract
from samsyn.extracts.reading.converted import MANIFEST, Manifest, manifest_of

REQUIRED: Final = ("contacts", "patients", "teams")
OPTIONAL: Final = ("nrs", "evidence", "roster", "invoices")
_SUFFIXES: Final = (".csv", ".parquet")


class Place(Protocol):
    """A file or folder that can be looked into: a path of this machine, or one of a cluster's file system."""

    @property
    def name(self) -> str:
        """The last part of its address."""

    @property
    def stem(self) -> str:
        """Its name without the ending."""

    @property
    def suffix(self) -> str:
        """The ending of its name."""

    def is_dir(self) -> bool:
        """Whether it is a folder."""

    def is_file(self) -> bool:
        """Whether it is a file."""

    def iterdir(self) -> Iterator[Self]:
        """What lies in the folder."""

    def read_text(self, encoding: str) -> str:
        """The text of a small file."""


@dataclass(frozen=True)
class TableFile:
    """One file of a table: where it is, and its name as the receipt and the rejected rows tell it."""

    place: Place
    name: str

    @property
    def path(self) -> Path:
        """Where it is on this machine. Raises TypeError where it is elsewhere."""
        if not isinstance(self.place, Path):
            raise TypeError(f"{self.name} does not lie on this machine.")
        return self.place

    @property
    def is_parquet(self) -> bool:
        """Whether its name says Parquet."""
        return self.place.suffix.lower() == ".parquet"


@dataclass(frozen=True)
class Folder:
    """What lies in an extract."""

    tables: dict[str, tuple[TableFile, ...]]
    strangers: tuple[str, ...]
    manifest: Manifest | None = None  # of an extract that `samsyn convert` wrote


def look_into(folder: Place) -> Folder:
    """Find the tables. Raises RefusedExtract if the folder, or a required table, is not there or there twice."""
    if not folder.is_dir():
        raise RefusedExtract("FOLDER_MISSING", f"{folder}: mappen finns inte. Ange mappen med utdragets tabeller.")
    entries = _entries(folder)
    if not entries:
        raise RefusedExtract("FOLDER_EMPTY", f"{folder}: mappen är tom. Lägg contacts, patients och teams i den.")
    strangers: list[str] = []
    tables = {}
    for table in (*REQUIRED, *OPTIONAL):
        if files := _files_of(table, entries, strangers):
            tables[table] = files
    strangers += [entry.name for entry in entries if _table_of(entry) is None]
    _require(folder, tables)
    return Folder(tables, tuple(sorted(strangers)), _manifest_in(folder))


def _entries(folder: Place) -> list[Place]:
    return sorted((entry for entry in folder.iterdir() if not _is_bookkeeping(entry)), key=lambda entry: entry.name)


def _manifest_in(folder: Place) -> Manifest | None:
    files = [entry for entry in folder.iterdir() if entry.name == MANIFEST and entry.is_file()]
    return manifest_of(files[0].read_text(encoding="utf-8")) if files else None


def _require(folder: Place, tables: dict[str, tuple[TableFile, ...]]) -> None:
    missing = [table for table in REQUIRED if table not in tables]
    if missing:
        names = ", ".join(f"{table}.csv" for table in missing)
        raise RefusedExtract("TABLE_MISSING", f"{folder}: {names} (eller .parquet) saknas. Lägg filen i mappen.")


def _files_of(table: str, entries: list[Place], strangers: list[str]) -> tuple[TableFile, ...]:
    found = [entry for entry in entries if _table_of(entry) == table]
    if len(found) > 1:
        names = ", ".join(entry.name for entry in found)
        raise RefusedExtract("TABLE_TWICE", f"{table}: finns flera gånger ({names}). Behåll en av dem.")
    if not found:
        return ()
    if found[0].is_file():
        return (TableFile(found[0], found[0].name),)
    parts = _parts(found[0], strangers)
    if not parts:
        raise RefusedExtract(
            "TABLE_MISSING", f"{found[0].name}: mappen har inga filer. Lägg .csv eller .parquet i den."
        )
    return tuple(TableFile(part, f"{found[0].name}/{part.name}") for part in parts)


def _parts(inside: Place, strangers: list[str]) -> list[Place]:
    entries = _entries(inside)
    parts = [entry for entry in entries if entry.is_file() and entry.suffix.lower() in _SUFFIXES]
    strangers += [f"{inside.name}/{entry.name}" for entry in entries if entry not in parts]
    return parts


def _table_of(entry: Place) -> str | None:
    suffix = entry.suffix.lower()
    if suffix not in _SUFFIXES and not (entry.is_dir() and not suffix):
        return None
    stem = entry.stem.lower()
    return stem if stem in (*REQUIRED, *OPTIONAL) else None


def _is_bookkeeping(entry: Place) -> bool:
    """What file systems and engines leave beside the parts: `.part.crc`, `_SUCCESS`."""
    return entry.name.startswith((".", "_"))
