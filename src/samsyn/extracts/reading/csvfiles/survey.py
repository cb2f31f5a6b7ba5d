"""One pass over a CSV file's bytes: is it text, what is its header, how many lines, and is it regular."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from samsyn.extracts.errors import RefusedExtract
from samsyn.extracts.reading.csvfiles.encodings import Encoding, Evidence, check_chunk, check_whole, refuse_utf8
from samsyn.extracts.reading.csvfiles.kinds import UTF8_MARK, check_kind
from samsyn.extracts.reading.csvfiles.shape import MAX_LINE, Shape
from samsyn.extracts.reading.header import Columns, known_names

_BLOCK: Final = 4 << 20
_DELIMITERS: Final = (";", ",", "\t")


@dataclass(frozen=True)
class Survey:
    """What the bytes told. `lines` (after the header) holds for regular files alone."""

    delimiter: str
    cells: list[str]
    lines: int
    regular: bool
    bom: bool
    crlf: bool


def survey(path: Path, name: str, columns: Columns, encoding: Encoding) -> Survey:
    """Look at every byte once. Raises RefusedExtract if the file as a whole cannot be read."""
    with path.open("rb") as stream:
        head = stream.read(MAX_LINE)
    check_kind(head, name)
    bom = head.startswith(UTF8_MARK)
    if bom and encoding != "utf-8":
        refuse_utf8(name)
    first = head.removeprefix(UTF8_MARK).splitlines()[0]
    # The whole file's encoding is judged before its header: an undecodable header has no columns.
    tally = _Tally(path, name, encoding)
    delimiter, cells = _split_header(first.decode(encoding, errors="replace"), columns, name)
    shape = Shape(delimiter.encode(), len(cells), first)
    for chunk in _chunks(path, name):
        tally.take(chunk, shape)
    check_whole(encoding, name, tally.evidence, any_beyond_ascii=tally.beyond_ascii)
    if len(cells) < 2 <= len(columns.required):
        raise RefusedExtract("DELIM", f"{name}, rad 1: rubrikraden går inte att dela vid ; , eller tabb.")
    # A last column without a name may be a mere separator at the line's end: that is for the careful way to tell.
    is_named = bool(cells[-1].strip())
    regular = tally.regular and is_named and (encoding == "utf-8" or not tally.beyond_ascii)
    return Survey(delimiter, cells, tally.lines, regular, bom, tally.crlf)


class _Tally:
    """What the chunks told so far."""

    def __init__(self, path: Path, name: str, encoding: Encoding) -> None:
        self.path, self.name, self.encoding = path, name, encoding
        self.evidence = Evidence()
        self.lines = -1  # the header is none of them
        self.regular = True
        self.crlf = False
        self.beyond_ascii = False

    def take(self, chunk: bytes, shape: Shape) -> None:
        check_chunk(chunk, self.encoding, self.path, self.name, self.evidence)
        self.beyond_ascii = self.beyond_ascii or not chunk.isascii()
        if not self.regular:
            return
        is_first = self.lines < 0
        lines = self._with_plain_ends(chunk)
        self.lines += lines.count(b"\n")
        if is_first:
            lines = lines[lines.find(b"\n") + 1 :]
        self.regular = self.regular and shape.fits(lines)

    def _with_plain_ends(self, chunk: bytes) -> bytes:
        returns = chunk.count(b"\r")
        is_crlf = bool(returns)
        if self.lines >= 0 and is_crlf != self.crlf:
            self.regular = False
        self.crlf = is_crlf
        if returns:
            # A quoted field may hold the same two bytes: that is for the careful way to tell.
            self.regular = self.regular and returns == chunk.count(b"\r\n") == chunk.count(b"\n")
            chunk = chunk.replace(b"\r\n", b"\n")
        return chunk if chunk.endswith(b"\n") else chunk + b"\n"


def _chunks(path: Path, name: str) -> Iterator[bytes]:
    """The file in chunks of whole lines, without its byte order mark."""
    with path.open("rb") as stream:
        rest = stream.read(len(UTF8_MARK)).removeprefix(UTF8_MARK)
        while block := stream.read(_BLOCK):
            block = rest + block
            cut = max(block.rfind(b"\n"), -1 if b"\n" in block else block.rfind(b"\r", 0, -1)) + 1
            if not cut and len(block) > MAX_LINE * 4:
                raise RefusedExtract("TOO_LONG", f"{name}: en rad är längre än {MAX_LINE} tecken. Hämta filen på nytt.")
            if cut:
                yield block[:cut]
            rest = block[cut:]
    if rest:
        yield rest


def _split_header(line: str, columns: Columns, name: str) -> tuple[str, list[str]]:
    """The delimiter under which most of the header is known, and the header's cells."""
    split = [(delimiter, next(csv.reader([line], delimiter=delimiter), [""])) for delimiter in _DELIMITERS]
    delimiter, cells = max(split, key=lambda pair: (known_names(pair[1], columns), len(pair[1])))
    try:
        next(csv.reader([line], delimiter=delimiter, strict=True), None)
    except csv.Error as error:
        told = f"{name}, rad 1: citattecknet är inte stängt. Rätta raden."
        raise RefusedExtract("QUOTE", told) from error
    return delimiter, cells
