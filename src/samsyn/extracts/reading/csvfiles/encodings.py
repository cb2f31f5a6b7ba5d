"""Why bytes are not the text they are said to be. An encoding is told, never guessed."""

import re
from collections import Counter
from pathlib import Path
from typing import Final, Literal, NoReturn

from samsyn.extracts.errors import RefusedExtract

Encoding = Literal["utf-8", "cp1252"]

_SHOWN: Final = 20
_BESIDE_LETTER: Final = re.compile(rb"(?<=[A-Za-z])[\x80-\xff]|[\x80-\xff](?=[A-Za-z])")
_CP1252_LETTERS: Final = frozenset("åäöÅÄÖéÉüÜ".encode("cp1252"))
# å ä ö Å Ä Ö of cp850 (DOS) and of Mac Roman: in cp1252 these bytes are quotes, daggers or nothing.
_OTHER_LETTERS: Final = frozenset(b"\x86\x84\x94\x8f\x8e\x99" + b"\x8c\x8a\x9a\x81\x80\x85")
_MARKS: Final = (b"\xc3\x83\xc2", b"\xc3\x83\xe2\x80")


class Evidence:
    """What the bytes above 127 of a file look like, gathered chunk by chunk."""

    def __init__(self) -> None:
        self.is_utf8 = True
        self.cp1252 = 0
        self.other = 0

    def gather(self, chunk: bytes) -> None:
        """Weigh every byte above 127 that stands beside an ASCII letter."""
        self.is_utf8 = self.is_utf8 and _decodes(chunk, "utf-8")
        for byte, count in Counter(_BESIDE_LETTER.findall(chunk)).items():
            self.cp1252 += count * (byte[0] in _CP1252_LETTERS)
            self.other += count * (byte[0] in _OTHER_LETTERS)

    @property
    def is_of_other_system(self) -> bool:
        """Whether the letters are those of DOS or an old Mac rather than of Windows."""
        return self.other > self.cp1252


def check_chunk(chunk: bytes, encoding: Encoding, path: Path, name: str, evidence: Evidence) -> None:
    """Raise RefusedExtract if a chunk of whole lines is not text in the encoding."""
    if b"\x00" in chunk:
        raise RefusedExtract("NUL", f"{name}: filen har nollbyte och är skadad. Hämta den på nytt.")
    if chunk.isascii():
        return
    if not _decodes(chunk, encoding):
        _refuse_undecodable(path, name, encoding)
    if encoding == "cp1252":
        evidence.gather(chunk)
    elif any(mark in chunk for mark in _MARKS):
        raise RefusedExtract(
            "ENC_MOJIBAKE", f"{name}: filen är dubbelkodad (UTF-8 läst som cp1252 och sparad igen). Hämta den på nytt."
        )


def check_whole(encoding: Encoding, name: str, evidence: Evidence, *, any_beyond_ascii: bool) -> None:
    """Raise RefusedExtract if a file said to be cp1252 is UTF-8, DOS or Mac text instead."""
    if encoding != "cp1252" or not any_beyond_ascii:
        return
    if evidence.is_utf8:
        refuse_utf8(name)
    if evidence.is_of_other_system:
        _refuse_unknown(name)


def refuse_utf8(name: str) -> NoReturn:
    """Raise the refusal of a file that is UTF-8 although cp1252 was said."""
    raise RefusedExtract("ENC_UTF8", f"{name}: filen är UTF-8. Kör utan --encoding cp1252.")


def _decodes(chunk: bytes, encoding: str) -> bool:
    try:
        chunk.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _refuse_undecodable(path: Path, name: str, encoding: Encoding) -> NoReturn:
    if encoding == "cp1252":
        _refuse_unknown(name)
    evidence = Evidence()
    composed, foreign = 0, []
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            if line.isascii():
                continue
            if _decodes(line, "utf-8"):
                composed += 1
            else:
                foreign.append(number)
                evidence.gather(line)
    if composed:
        told = ", ".join(str(number) for number in foreign[:_SHOWN])
        raise RefusedExtract(
            "ENC_MIXED", f"{name}, rad {told}: raderna är inte UTF-8 som resten av filen. Hämta den på nytt."
        )
    _refuse_foreign(path, name, evidence)


def _refuse_foreign(path: Path, name: str, evidence: Evidence) -> NoReturn:
    if evidence.is_of_other_system or not _is_cp1252(path):
        _refuse_unknown(name)
    raise RefusedExtract("ENC_CP1252", f"{name}: filen är inte UTF-8. Är den cp1252 (Windows), säg --encoding cp1252.")


def _is_cp1252(path: Path) -> bool:
    with path.open("rb") as stream:
        return all(_decodes(line, "cp1252") for line in stream)


def _refuse_unknown(name: str) -> NoReturn:
    raise RefusedExtract(
        "ENC_UNKNOWN", f"{name}: teckenkodningen är okänd (DOS eller gammal Mac?). Spara filen som CSV UTF-8."
    )
