"""Codes in a cell: split, brought to the form that is compared, and damaged ones recognised."""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from samsyn.codes import normalise_code
from samsyn.extracts.reading.cells import Cell

JOINT: Final = "\x1f"
"""What the elements of a list column are joined with, so that lists and texts are read alike."""

# A comma between two digits is a decimal comma; white space parts two codes only before a letter.
_BETWEEN = re.compile(r"(?<![0-9]),|,(?![0-9])|[;|\n\r\t\x0b\x1f]|(?<![0-9][eE])\+|\s+(?=[^\W\d_])")
_UNUSUAL_BETWEEN = re.compile(r"[+\n\r]")
_MONTHS = "jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec"
_SPREADSHEET = re.compile(
    rf"[a-z]?[0-9]{{1,4}}-(?:{_MONTHS})\.?(?:-[0-9]+)?|(?:{_MONTHS})-[0-9]{{1,4}}"
    r"|[0-9]+(?:[.,][0-9]+)?e[+-]?[0-9]+|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ t].*)?",
    re.IGNORECASE,
)
_MARKS: Final = "*†‡ "
_KVA_LENGTH: Final = 5
_DIGIT_LOOKALIKES: Final = {"0": "0O", "1": "1IL"}


def split_codes(text: str) -> list[str]:
    """The codes of one cell as they are written, without daggers and asterisks; empty ones dropped."""
    composed = unicodedata.normalize("NFKC", text)
    pieces = (piece.strip().rstrip(_MARKS) for piece in _BETWEEN.split(composed))
    return [piece for piece in pieces if piece]


def parse_diagnoses(text: str) -> Cell:
    """ICD-10-SE codes, main first."""
    written = split_codes(text)
    codes = [_normalised(piece) for piece in written]
    dotted = [code if len(code) <= 3 else f"{code[:3]}.{code[3:]}" for code in codes]
    plain = all(piece in pair for piece, pair in zip(written, zip(codes, dotted, strict=True), strict=True))
    return _codes(text, written, codes, None if plain and text.isascii() else "ICD_FORM")


def procedure_parser(guideline_codes: frozenset[str]) -> Callable[[str], Cell]:
    """A parser of KVÅ codes that knows which codes matter, and so a damaged one when it sees it."""
    damaged = re.compile("|".join(_lookalike(code) for code in sorted(guideline_codes)) or r"(?!)")
    mended = str.maketrans("OIL", "011")

    def parse(text: str) -> Cell:
        written = split_codes(text)
        codes = [_normalised(piece) for piece in written]
        for code in codes:
            if code not in guideline_codes and damaged.fullmatch(code):
                return Cell(codes, fault="CODE_FORM", hint=_mend(code, guideline_codes, mended))
        plain = written == codes and text.isascii()
        return _codes(text, written, codes, None if plain else "CODE_FORM")

    return parse


def _normalised(piece: str) -> str:
    """The code as it is compared; a comma left inside it stands for the dot."""
    return normalise_code(piece.replace(",", "."))


def _codes(text: str, written: list[str], codes: list[str], note: str | None) -> Cell:
    kept = [code for code in codes if code]
    if any(_SPREADSHEET.fullmatch(piece) for piece in written):
        return Cell(kept, fault="EXCEL_DATE")
    if len(kept) > 1 and _UNUSUAL_BETWEEN.search(text):
        note = "CODE_SPLIT"
    return Cell(kept, note=note)


def _mend(code: str, guideline_codes: frozenset[str], mended: dict[int, int]) -> str:
    for known in sorted(guideline_codes):
        if re.fullmatch(_lookalike(known), code):
            return known
    return code.translate(mended)


def _lookalike(code: str) -> str:
    """A pattern for the code with letters that look like its digits in the digits' places."""
    return "".join(f"[{_DIGIT_LOOKALIKES.get(sign, sign)}]" for sign in code)


def superset_pattern(guideline_codes: frozenset[str]) -> str:
    """A cheap pattern that finds every text which may hold one of the codes, whole or damaged, and little else."""
    if not guideline_codes:
        return r"[^\s\S]"
    gap = "[^a-z0-9]*"
    beginnings = sorted({code[:_KVA_LENGTH] for code in guideline_codes})  # a programme's own codes are longer
    wanted = [gap.join(f"[{_DIGIT_LOOKALIKES.get(sign, sign)}]" for sign in code) for code in beginnings]
    return "(?i)" + "|".join([*wanted, r"[^\x00-\x7F]"])
