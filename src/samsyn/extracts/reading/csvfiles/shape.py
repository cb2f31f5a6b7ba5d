"""Whether a chunk of whole lines is so regular that a plain parser cannot misread it."""

import re
from dataclasses import dataclass
from typing import Final

MAX_LINE: Final = 131_072
MAX_FIELD: Final = 4_000
_TOTAL = re.compile(rb'\n"?\s*(?:summa|total|#)')
_TOTAL_WORDS: Final = (b"summa", b"total", b"#")


@dataclass(frozen=True)
class Shape:
    """What every line of a regular file looks like."""

    delimiter: bytes
    width: int
    header: bytes  # the header line, without its line end

    def fits(self, chunk: bytes) -> bool:
        """Whether each line has exactly `width` fields, is short, and is a plain row of data."""
        if b'"' in chunk:
            outside = self._outside_quotes(chunk)
            if outside is None or outside.count(b"\n") != chunk.count(b"\n"):
                return False
        else:
            outside = chunk
        return self._all_full(outside) and _all_short(chunk) and self._all_data(chunk)

    def _all_full(self, outside: bytes) -> bool:
        line = self.delimiter * (self.width - 1) + b"\n"
        others = bytes(set(range(256)) - set(self.delimiter) - {10})
        marks = outside.translate(None, delete=others)
        return marks == line * outside.count(b"\n")

    def _all_data(self, chunk: bytes) -> bool:
        """Whether no row is empty, a header again or a total; the words are looked for first, being faster."""
        empty = b"\n" + self.delimiter * (self.width - 1) + b"\n"
        lined = b"\n" + chunk
        if empty in lined or self.header in chunk:
            return False
        lowered = lined.lower()
        return not (any(word in lowered for word in _TOTAL_WORDS) and _TOTAL.search(lowered))

    def _outside_quotes(self, chunk: bytes) -> bytes | None:
        """The chunk with each quoted part as one quotation mark; None where a quote stands in an odd place."""
        parts = chunk.split(b'"')
        if len(parts) % 2 == 0:
            return None
        outside = b'"'.join(parts[::2])
        while b'""' in outside:
            outside = outside.replace(b'""', b'"')
        marks = outside.count(b'"')
        before = outside.count(self.delimiter + b'"') + outside.count(b'\n"') + outside.startswith(b'"')
        after = outside.count(b'"' + self.delimiter) + outside.count(b'"\n')
        return outside if before == after == marks else None


def _all_short(chunk: bytes) -> bool:
    """Whether no line is longer than a field may be, seen by leaps; a longer one is for the careful way."""
    at, end = 0, len(chunk)
    while at < end:
        found = chunk.rfind(b"\n", at, at + MAX_FIELD)
        if found < 0:
            return False
        at = found + 1
    return True
