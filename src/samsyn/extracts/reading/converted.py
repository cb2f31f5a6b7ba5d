"""What `samsyn convert` tells beside its Parquet parts, so that they are read as the files they were made from.

The parts hold the rows of data as they were written, each with its line. What is no row of data (a repeated header, a
row with too few fields, a note on the file as such) is in the manifest, and so are the names of the files.
"""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, NoReturn

import polars as pl

from samsyn.extracts.errors import RefusedExtract
from samsyn.extracts.reading.cells import LINE
from samsyn.extracts.reading.header import Columns, Header, match_header
from samsyn.extracts.reading.source import Source, Structure

MANIFEST: Final = "_converted.json"


@dataclass(frozen=True)
class Part:
    """One Parquet part: its name relative to the extract, its rows, SHA-256 of its bytes."""

    name: str
    rows: int
    sha256: str


@dataclass(frozen=True)
class Original:
    """A file that was converted: its name and digest then, what its header and structure told, and its parts."""

    name: str
    sha256: str
    lines: int
    aliases: tuple[str, ...]
    extra: tuple[str, ...]
    structure: Structure
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Manifest:
    """The originals by table, in their order, and the files that were no table."""

    tables: dict[str, tuple[Original, ...]]
    strangers: tuple[str, ...]

    def to_json(self) -> str:
        """The manifest as text."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"


def manifest_of(text: str) -> Manifest:
    """The manifest of a text. Raises RefusedExtract if the text is none."""
    try:
        data = json.loads(text)
        tables = {table: tuple(map(_original, originals)) for table, originals in data["tables"].items()}
        return Manifest(tables, tuple(data["strangers"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        refuse_changed(MANIFEST, "går inte att läsa")


def _original(data: dict[str, Any]) -> Original:
    structure = Structure([(*one,) for one in data["structure"]["rejected"]], *_counts(data["structure"]))
    parts = tuple(Part(**part) for part in data["parts"])
    told = tuple(data["aliases"]), tuple(data["extra"])
    return Original(data["name"], data["sha256"], data["lines"], *told, structure, parts)


def _counts(structure: dict[str, Any]) -> tuple[dict[str, int], dict[str, list[int]]]:
    return dict(structure["ignored"]), dict(structure["notes"])


def refuse_changed(name: str, why: str) -> NoReturn:
    """Refuse a converted extract that is no longer what the conversion wrote."""
    told = f"{name}: {why}. Utdraget är inte som ”samsyn convert” skrev det; konvertera originalet på nytt."
    raise RefusedExtract("CONVERTED_CHANGED", told)


def check_parts(table: str, originals: tuple[Original, ...], found: Collection[str]) -> None:
    """Raise RefusedExtract unless the folder of the table holds exactly the parts that were written."""
    written = {part.name for original in originals for part in original.parts}
    for name in sorted(written ^ set(found)):
        refuse_changed(name, "delen saknas" if name in written else f"delen hör inte till {table}")


def open_converted(original: Original, paths: dict[str, Path], columns: Columns) -> Source:
    """The original as a source: its rows from the parts, all else from the manifest."""
    own = [paths[part.name] for part in original.parts]
    try:
        scan = pl.scan_parquet(own, glob=False, hive_partitioning=False)
        names = scan.collect_schema().names()
        rows = scan.select(pl.len()).collect().item()
    except pl.exceptions.PolarsError:
        refuse_changed(original.parts[0].name, "går inte att läsa")
    if LINE not in names or rows != sum(part.rows for part in original.parts):
        refuse_changed(original.parts[0].name, "raderna är andra")
    return source_of(original, scan, [name for name in names if name != LINE], columns)


def source_of(original: Original, scan: pl.LazyFrame, names: list[str], columns: Columns) -> Source:
    """The source of an original whose rows are in `scan`."""
    header = match_header(names, columns, original.name)
    told = Header(header.positions, original.aliases, original.extra)
    parts = tuple((part.name, part.rows) for part in original.parts)
    return Source(original.name, scan, told, original.lines, original.structure, parts, original.sha256)


def check_digests(originals: tuple[Original, ...], digests: dict[str, str]) -> None:
    """Raise RefusedExtract if a part has other bytes than were written."""
    for part in (part for original in originals for part in original.parts):
        if digests[part.name] != part.sha256:
            refuse_changed(part.name, "innehållet är ändrat")
