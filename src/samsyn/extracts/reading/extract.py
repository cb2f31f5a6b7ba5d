"""Reading a whole extract."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from samsyn.extracts.reading.contacts import Contacts
from samsyn.extracts.reading.converted import Manifest, check_digests
from samsyn.extracts.reading.csvfiles.encodings import Encoding
from samsyn.extracts.reading.folder import Folder, TableFile, look_into
from samsyn.extracts.reading.layout import COLUMNS
from samsyn.extracts.reading.opening import Table, open_table, whole
from samsyn.extracts.reading.others import read_other
from samsyn.extracts.reading.result import LineCounts, Reading
from samsyn.extracts.reading.source import sha256_of
from samsyn.extracts.reading.span import days_spanned
from samsyn.extracts.reading.telling import inputs_of, notes_of, rejected_of
from samsyn.records import Records

_OF_A_PATIENT: Final = ("patients", "nrs", "evidence")
_ORDER: Final = ("teams", "contacts", "patients", "nrs", "evidence", "roster", "invoices")


def read_extract(
    folder: Path,
    *,
    guideline_codes: frozenset[str],
    encoding: Encoding = "utf-8",
    as_of: date | None = None,
    with_invoices: bool = True,
    level_codes: tuple[frozenset[str], ...] = (),
    progress: Callable[[str, int], None] | None = None,
) -> Reading:
    """Read the extract in `folder` to its end; every line comes out as used, rejected, duplicate or ignored.

    `guideline_codes` are the normalised KVÅ codes that make a contact coded; `level_codes` the codes of each level,
    for the note on contacts that carry those of two; contacts after `as_of` are rejected; `progress` is told each
    table and its lines. Raises RefusedExtract if the extract, or a whole file, cannot be used.
    """
    found = look_into(folder)
    tables = {
        name: files for name in _ORDER if (files := found.tables.get(name)) and (with_invoices or name != "invoices")
    }
    with ThreadPoolExecutor(1) as beside:
        digests = {file.name: beside.submit(sha256_of, file.path) for files in tables.values() for file in files}
        reader = _Reader(tables, encoding, progress, found.manifest)
        try:
            reader.read(guideline_codes, level_codes, as_of)
        except BaseException:
            beside.shutdown(cancel_futures=True)
            raise
        return reader.result(found, digests)


class _Reader:
    """The tables as they are read, one after the other: units come from the teams, patients from the contacts."""

    def __init__(
        self,
        files: dict[str, tuple[TableFile, ...]],
        encoding: Encoding,
        progress: Callable[[str, int], None] | None,
        manifest: Manifest | None,
    ) -> None:
        self.files, self.encoding, self.progress = files, encoding, progress
        self.originals = manifest.tables if manifest else {}
        self.tables: dict[str, Table] = {}
        self.frames: dict[str, pl.DataFrame] = {}
        self.counts: dict[str, LineCounts] = {}
        self.span: tuple[date | None, date | None] = (None, None)

    def read(self, codes: frozenset[str], levels: tuple[frozenset[str], ...], as_of: date | None) -> None:
        self._others("teams")
        units = frozenset(self.frames["teams"]["unit"])
        table = self._open("contacts")
        with whole("contacts"):
            self.frames["contacts"] = Contacts(table, codes, units, levels, as_of).read()
            self.span = days_spanned(table, as_of)
        self._close(table)
        patients = self.frames["contacts"]["patient_id"].unique()
        for name in _ORDER[2:]:
            if name in self.files:
                self._others(name, units, patients if name in _OF_A_PATIENT else None)

    def _others(self, name: str, units: frozenset[str] = frozenset(), patients: pl.Series | None = None) -> None:
        table = self._open(name)
        with whole(name):
            self.frames[name] = read_other(table, units, patients)
        self._close(table)

    def _open(self, name: str) -> Table:
        originals = self.originals.get(name, ())
        self.tables[name] = open_table(name, self.files[name], COLUMNS[name], self.encoding, originals)
        return self.tables[name]

    def _close(self, table: Table) -> None:
        self.counts[table.name] = table.account.counts(self.frames[table.name].height)
        if self.progress:
            self.progress(table.name, table.account.lines)

    def result(self, found: Folder, digests: dict[str, Future[str]]) -> Reading:
        """Everything together, once every digest is there."""
        known = {name: digest.result() for name, digest in digests.items()}
        for name in self.tables:
            check_digests(self.originals.get(name, ()), known)
        return Reading(
            self._records(),
            rejected_of(self.tables),
            inputs_of(self.tables, known),
            dict(sorted(self.counts.items())),
            notes_of(self.tables, found, known),
        )

    def _records(self) -> Records:
        first, last = self.span
        frames = self.frames
        return Records(
            frames["contacts"],
            frames["patients"],
            frames["teams"],
            first,
            last,
            *(frames.get(name) for name in ("nrs", "evidence", "invoices", "roster")),
        )
