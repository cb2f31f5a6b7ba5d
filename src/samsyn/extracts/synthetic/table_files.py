"""Tables as files: one CSV, one Parquet file, or a folder of Parquet parts for what one file should not hold."""

from pathlib import Path
from types import TracebackType
from typing import Final, Self

import polars as pl

from samsyn.extracts.synthetic.plan import Format

ONE_FILE: Final = 2_000_000
"""Rows up to which a Parquet table is a single file."""
DELIMITER: Final = ";"


class TableFile:
    """A table that is written piece by piece, as `NAME.csv` or `NAME.parquet`; `rows` is about its final length."""

    def __init__(self, folder: Path, name: str, form: Format, rows: int = 0) -> None:
        self._path = folder / f"{name}.{form}"
        self._form = form
        self._parted = form == "parquet" and rows > ONE_FILE
        self._pieces: list[pl.DataFrame] = []
        self._written = 0

    def __enter__(self) -> Self:
        if self._parted:
            self._path.mkdir()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pieces and kind is None:
            pl.concat(self._pieces).write_parquet(self._path)

    def add(self, piece: pl.DataFrame) -> None:
        """Write some more rows."""
        if self._form == "csv":
            self._append_text(piece)
        elif self._parted:
            piece.write_parquet(self._path / f"part-{self._written:05d}.parquet")
        else:
            self._pieces.append(piece)
        self._written += 1

    def _append_text(self, piece: pl.DataFrame) -> None:
        with self._path.open("ab" if self._written else "wb") as file:
            piece.write_csv(file, include_header=not self._written, separator=DELIMITER)


def write_table(folder: Path, name: str, form: Format, table: pl.DataFrame) -> None:
    """Write a table that is already whole."""
    with TableFile(folder, name, form) as file:
        file.add(table)
