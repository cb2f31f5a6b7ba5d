"""The files of an extract: which table each belongs to, and what is no table at all."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from samsyn.extracts.errors import RefusedExtract
from samsyn.extracts.reading.converted import MANIFEST, Manifest, manifest_of

REQUIRED: Final = ("contacts", "patients", "teams")
OPTIONAL: Final = ("nrs", "evidence", "roster", "invoices")
_SUFFIXES: Final = (".csv", ".parquet")


@dataclass(frozen=True)
class TableFile:
    """One file of a table: where it is, and its name as the receipt and the rejected rows tell it."""

    path: Path
    name: str

    @property
    def is_parquet(self) -> bool:
        """Whether its name says Parquet."""
        return self.path.suffix.lower() == ".parquet"


@dataclass(frozen=True)
class Folder:
    """What lies in an extract."""

    tables: dict[str, tuple[TableFile, ...]]
    strangers: tuple[str, ...]
    manifest: Manifest | None = None  # of an extract that `samsyn convert` wrote


def look_into(folder: Path) -> Folder:
    """Find the tables. Raises RefusedExtract if the folder, or a required table, is not there or there twice."""
    if not folder.is_dir():
        raise RefusedExtract("FOLDER_MISSING", f"{folder}: mappen finns inte. Ange mappen med utdragets tabeller.")
    entries = sorted(entry for entry in folder.iterdir() if not _is_bookkeeping(entry))
    if not entries:
        raise RefusedExtract("FOLDER_EMPTY", f"{folder}: mappen är tom. Lägg contacts, patients och teams i den.")
    strangers: list[str] = []
    tables = {}
    for table in (*REQUIRED, *OPTIONAL):
        if files := _files_of(table, entries, folder, strangers):
            tables[table] = files
    strangers += [entry.relative_to(folder).as_posix() for entry in entries if _table_of(entry) is None]
    _require(folder, tables)
    return Folder(tables, tuple(sorted(strangers)), _manifest_in(folder))


def _manifest_in(folder: Path) -> Manifest | None:
    file = folder / MANIFEST
    return manifest_of(file.read_text(encoding="utf-8")) if file.is_file() else None


def _require(folder: Path, tables: dict[str, tuple[TableFile, ...]]) -> None:
    missing = [table for table in REQUIRED if table not in tables]
    if missing:
        names = ", ".join(f"{table}.csv" for table in missing)
        raise RefusedExtract("TABLE_MISSING", f"{folder}: {names} (eller .parquet) saknas. Lägg filen i mappen.")


def _files_of(table: str, entries: list[Path], folder: Path, strangers: list[str]) -> tuple[TableFile, ...]:
    found = [entry for entry in entries if _table_of(entry) == table]
    if len(found) > 1:
        names = ", ".join(entry.name for entry in found)
        raise RefusedExtract("TABLE_TWICE", f"{table}: finns flera gånger ({names}). Behåll en av dem.")
    if not found:
        return ()
    paths = [found[0]] if found[0].is_file() else _parts(found[0], folder, strangers)
    if not paths:
        raise RefusedExtract(
            "TABLE_MISSING", f"{found[0].name}: mappen har inga filer. Lägg .csv eller .parquet i den."
        )
    return tuple(TableFile(path, path.relative_to(folder).as_posix()) for path in paths)


def _parts(inside: Path, folder: Path, strangers: list[str]) -> list[Path]:
    entries = sorted(entry for entry in inside.iterdir() if not _is_bookkeeping(entry))
    parts = [entry for entry in entries if entry.is_file() and entry.suffix.lower() in _SUFFIXES]
    strangers += [entry.relative_to(folder).as_posix() for entry in entries if entry not in parts]
    return parts


def _table_of(entry: Path) -> str | None:
    suffix = entry.suffix.lower()
    if suffix not in _SUFFIXES and not (entry.is_dir() and not suffix):
        return None
    stem = entry.stem.lower()
    return stem if stem in (*REQUIRED, *OPTIONAL) else None


def _is_bookkeeping(entry: Path) -> bool:
    """What file systems and engines leave beside the parts: `.part.crc`, `_SUCCESS`."""
    return entry.name.startswith((".", "_"))
