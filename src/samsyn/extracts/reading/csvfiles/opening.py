"""Opening a CSV file: surveyed first, then read the fast way if it is regular and the careful way if not."""

from pathlib import Path

import polars as pl

from samsyn.extracts.reading.cells import LINE
from samsyn.extracts.reading.csvfiles.careful import open_carefully
from samsyn.extracts.reading.csvfiles.encodings import Encoding
from samsyn.extracts.reading.csvfiles.records import Records
from samsyn.extracts.reading.csvfiles.survey import Survey, survey
from samsyn.extracts.reading.header import Columns, Header, match_header
from samsyn.extracts.reading.source import Source, Structure


def open_csv(path: Path, name: str, columns: Columns, encoding: Encoding) -> Source:
    """The file as a source of text columns. Raises RefusedExtract if it cannot be read as a whole."""
    seen = survey(path, name, columns, encoding)
    header = match_header(seen.cells, columns, name)
    structure = Structure()
    if seen.bom:
        structure.note("BOM")
    if seen.regular:
        if seen.crlf:
            structure.note("EOL")
        return Source(name, _scan(path, seen, header), header, seen.lines, structure)
    return open_carefully(Records(path, name, seen, encoding), header, structure)


def _scan(path: Path, seen: Survey, header: Header) -> pl.LazyFrame:
    """A streaming scan; in a regular file the row's number gives its line."""
    if not seen.lines:
        return pl.LazyFrame(schema={LINE: pl.Int64(), **dict.fromkeys(header.positions, pl.String())})
    names = [f"column {i}" for i in range(len(seen.cells))]
    frame = pl.scan_csv(
        path,
        has_header=False,
        skip_lines=1,
        separator=seen.delimiter,
        schema=dict.fromkeys(names, pl.String()),
        row_index_name=LINE,
        row_index_offset=2,
        glob=False,
    )
    return frame.select(LINE, *(pl.col(names[i]).alias(column) for column, i in header.positions.items()))
