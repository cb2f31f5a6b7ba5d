"""What is told of the tables once they are read: the rejected rows, the files with their digests, the notes."""

import polars as pl

from samsyn.extracts.reading.folder import Folder
from samsyn.extracts.reading.opening import Table
from samsyn.extracts.reading.result import InputFile, Note

_FIRST = 20


def rejected_of(tables: dict[str, Table]) -> pl.DataFrame:
    """The rejected rows of all tables, by file and line."""
    return pl.concat([table.account.rejected() for table in tables.values()]).sort("file", "line", "reason")


def inputs_of(tables: dict[str, Table], digests: dict[str, str]) -> tuple[InputFile, ...]:
    """Every file that was read, by name. `digests` are by name too."""
    files = (file for table in tables.values() for source in table.sources for file in source.files)
    return tuple(sorted((InputFile(name, digests[name], rows) for name, rows in files), key=lambda one: one.name))


def notes_of(tables: dict[str, Table], found: Folder, digests: dict[str, str]) -> tuple[Note, ...]:
    """The notes of all tables, then those on the folder."""
    notes = [note for name in sorted(tables) for note in tables[name].account.notes()]
    strangers = (*found.strangers, *(found.manifest.strangers if found.manifest else ()))
    if strangers:
        notes.append(Note("", "EXTRA_FILE", len(strangers), strangers[:_FIRST]))
    return (*notes, *_same_bytes(tables, digests))


def _same_bytes(tables: dict[str, Table], digests: dict[str, str]) -> list[Note]:
    found = []
    for name, table in tables.items():
        known = [source.original_sha256 or digests[source.name] for source in table.sources]
        twins = [source.name for i, source in enumerate(table.sources) if known[i] in known[:i]]
        if twins:
            found.append(Note(name, "FILE_DUP", len(twins), tuple(twins[:_FIRST])))
    return found
