"""A one-time conversion: an extract as Parquet parts that read faster and give the same, line by line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from samsyn.extracts.reading.cells import LINE
from samsyn.extracts.reading.converted import MANIFEST, Manifest, Original, Part, check_digests
from samsyn.extracts.reading.csvfiles.encodings import Encoding
from samsyn.extracts.reading.folder import Folder, look_into
from samsyn.extracts.reading.layout import COLUMNS
from samsyn.extracts.reading.opening import open_table, whole
from samsyn.extracts.reading.source import Source, sha256_of

PART_ROWS: Final = 500_000
"""Rows of a part: what is held in memory at a time, and what one core of a cluster takes at a time."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Converted:
    """One table: its files, their lines, and the parts that were written."""

    table: str
    files: int
    lines: int
    parts: int


def convert_extract(
    extract: Path, out: Path, encoding: Encoding = "utf-8", progress: Progress | None = None
) -> tuple[Converted, ...]:
    """Write the rows of every table of the extract to `out`, as they stand, and beside them what is no row.

    No cell is judged: that is done when the parts are read, under the guidelines and teams of that day. `progress` is
    told lines of lines within each table. Raises RefusedExtract if a file as a whole cannot be read.
    """
    found = look_into(extract)
    tables = {name: _table(name, found, out, encoding, progress) for name in found.tables}
    strangers = (*found.strangers, *(found.manifest.strangers if found.manifest else ()))
    (out / MANIFEST).write_text(Manifest(tables, strangers).to_json(), encoding="utf-8", newline="\n")
    return tuple(
        Converted(name, len(own), sum(one.lines for one in own), sum(len(one.parts) for one in own))
        for name, own in sorted(tables.items())
    )


def _table(name: str, found: Folder, out: Path, encoding: Encoding, progress: Progress | None) -> tuple[Original, ...]:
    originals = found.manifest.tables.get(name, ()) if found.manifest else ()
    files = {file.name: file.path for file in found.tables[name]}
    table = open_table(name, found.tables[name], COLUMNS[name], encoding, originals)
    check_digests(originals, {part.name: sha256_of(files[part.name]) for one in originals for part in one.parts})
    total, done, written = sum(source.lines for source in table.sources), 0, []
    (out / f"{name}.parquet").mkdir()
    with whole(name):
        for number, source in enumerate(table.sources):
            parts = []
            for part in _parts(source, out, f"{name}.parquet/{number:05d}"):
                parts.append(part)
                done += part.rows
                if progress:
                    progress(done, total)
            digest = source.original_sha256 or sha256_of(files[source.name])
            told = (source.header.aliases, source.header.extra, source.structure)
            written.append(Original(source.name, digest, source.lines, *told, tuple(parts)))
    return tuple(written)


def _parts(source: Source, out: Path, stem: str) -> Iterator[Part]:
    """The parts of one file as they are written, at least one; of a file's rows only a part is held at a time."""
    scan = source.scan.with_columns(pl.col(LINE).cast(pl.Int64))
    batches = scan.collect_batches(chunk_size=PART_ROWS, maintain_order=True)
    empty = pl.DataFrame(schema=scan.collect_schema())
    for number, batch in enumerate(_at_least_one(batches, empty)):
        name = f"{stem}-{number:05d}.parquet"
        batch.write_parquet(out / name)
        yield Part(name, batch.height, sha256_of(out / name))


def _at_least_one(batches: Iterator[pl.DataFrame], empty: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """The batches, in pieces of PART_ROWS; an empty one where there is none."""
    held = empty
    is_any = False
    for batch in batches:
        held = pl.concat([held, batch])
        while held.height >= PART_ROWS:
            yield held.head(PART_ROWS)
            held, is_any = held.slice(PART_ROWS), True
    if held.height or not is_any:
        yield held
