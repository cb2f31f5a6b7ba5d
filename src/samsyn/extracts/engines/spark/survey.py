"""Every file looked at on an executor as the reader would: its digest, its rows, its columns, or why it is refused."""

import hashlib
import tempfile
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import polars as pl

from samsyn.extracts.engines.spark.places import ClusterPlace
from samsyn.extracts.errors import RefusedExtract
from samsyn.extracts.reading.cells import LINE
from samsyn.extracts.reading.converted import refuse_changed
from samsyn.extracts.reading.folder import TableFile
from samsyn.extracts.reading.header import Columns
from samsyn.extracts.reading.layout import COLUMNS
from samsyn.extracts.reading.parquetfiles import open_parquet

_SEEN: Final = (
    "path string, sha256 string, rows bigint, names array<string>, types array<string>, code string, why string"
)
_RECORDS: Final = "spark.sql.execution.arrow.maxRecordsPerBatch"
_COLUMNS: Final = ("path", "sha256", "rows", "names", "types", "code", "why")


@dataclass(frozen=True)
class Seen:
    """One Parquet file: its digest, rows, and columns with their types as they stand in it."""

    file: TableFile
    sha256: str
    rows: int
    columns: tuple[tuple[str, str], ...]

    @property
    def uri(self) -> str:
        """The path of its address, by which its rows are known."""
        place = self.file.place
        return place.uri if isinstance(place, ClusterPlace) else ""


def look_at(
    spark: Any, tables: dict[str, tuple[TableFile, ...]], converted: Collection[str]
) -> dict[str, tuple[Seen, ...]]:
    """Look at the files of the tables, in their order; `converted` are those whose files are parts.

    Raises RefusedExtract for the first file that cannot be used.
    """
    known = {str(file.place): (name, file.name) for name, files in tables.items() for file in files}
    spark.conf.set(_RECORDS, "1")  # a record is a whole file
    try:
        contents = spark.read.format("binaryFile").load(list(known)).select("path", "content")
        rows = contents.mapInArrow(_looking(known, frozenset(converted)), _SEEN).collect()
    finally:
        spark.conf.unset(_RECORDS)
    seen = {path: _told(path, b"", known, converted) for path in known}  # Spark passes over files without a byte
    seen |= {row["path"]: row.asDict() for row in rows}
    for path in known:
        if seen[path]["code"]:
            raise RefusedExtract(seen[path]["code"], seen[path]["why"])
    return {name: tuple(_of_row(file, seen[str(file.place)]) for file in files) for name, files in tables.items()}


def _of_row(file: TableFile, row: Any) -> Seen:
    return Seen(file, row["sha256"], row["rows"], tuple(zip(row["names"], row["types"], strict=True)))


def _looking(known: dict[str, tuple[str, str]], converted: frozenset[str]) -> Callable[[Any], Iterator[Any]]:
    def look(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa

        for batch in batches:
            for row in batch.to_pylist():
                told = _told(row["path"], row["content"], known, converted)
                yield from pa.Table.from_pylist([told], schema=_schema()).to_batches()

    return look


def _told(path: str, content: bytes, known: dict[str, tuple[str, str]], converted: Collection[str]) -> dict[str, Any]:
    """What is seen of a file, as a row of _SEEN."""
    table, name = known[path]
    found = _seen(path, name, content, COLUMNS[table], table in converted)
    return dict(zip(_COLUMNS, found, strict=True))


def _schema() -> Any:
    import pyarrow as pa

    text, texts = pa.string(), pa.list_(pa.string())
    kinds = (text, text, pa.int64(), texts, texts, text, text)
    return pa.schema(list(zip(_COLUMNS, kinds, strict=True)))


def _seen(path: str, name: str, content: bytes, columns: Columns, converted: bool) -> tuple[Any, ...]:
    digest = hashlib.sha256(content).hexdigest()
    with tempfile.TemporaryDirectory(prefix="samsyn-") as folder:
        file = Path(folder, "part.parquet")
        file.write_bytes(content)
        try:
            rows = _rows_of_part(file, name) if converted else open_parquet(file, name, columns).lines
        except RefusedExtract as refused:
            return path, digest, 0, [], [], refused.code, refused.sentence
        schema = pl.read_parquet_schema(file)
    return path, digest, rows, list(schema), [str(dtype) for dtype in schema.values()], None, None


def _rows_of_part(file: Path, name: str) -> int:
    try:
        columns = pl.read_parquet_schema(file)
        rows = pl.scan_parquet(file).select(pl.len()).collect().item()
    except pl.exceptions.PolarsError:
        refuse_changed(name, "går inte att läsa")
    if LINE not in columns:
        refuse_changed(name, "raderna är andra")
    return int(rows)
