"""Whole numbers and whole kronor. What can be read in two ways is not read at all."""

import re
from typing import Final

from samsyn.extracts.reading.cells import Cell

_WHOLE = re.compile(r"[0-9]{1,15}")
_ZERO_DECIMALS = re.compile(r"([0-9]{1,15})[.,]0+")
_FRACTION = re.compile(r"[0-9]+[.,][0-9]+")
_SPACES: Final = " \u00a0\u2009\u202f"
_NEGATIVE = re.compile(rf"-[0-9][0-9{_SPACES}]*(?:[.,][0-9]+)?")
_KRONOR = re.compile(r"\s*(?:kr|kronor|sek)\.?$", re.IGNORECASE)
_GROUPED = re.compile(rf"[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+")
_AMBIGUOUS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+")
_TWO_WAYS = re.compile(
    rf"[0-9]{{1,3}}(?:[{_SPACES}.,][0-9]{{3}})+[.,][0-9]{{1,2}}|\([0-9 .,\u00a0]+\)|\u2212.*|-0+(?:[.,]0+)?"
)
_NO_ORE = re.compile(r"(?<=[0-9])[.,]00?$")
_ORE = re.compile(r"[0-9]+[.,][0-9]{1,2}")
_MANY_DECIMALS = re.compile(r"[0-9]+[.,][0-9]{3,}")


def parse_minutes(text: str) -> Cell:
    """Whole minutes, 0 or more; an empty cell is no fault."""
    text = text.strip()
    if not text:
        return Cell()
    return _whole_number(text, fraction="AMT_DEC")


def parse_quantity(text: str) -> Cell:
    """A whole number of treatments, 1 or more."""
    cell = _whole_number(text.strip(), fraction="AMT_NEG")
    return Cell(fault="AMT_NEG") if cell.value == 0 else cell


def _whole_number(text: str, *, fraction: str) -> Cell:
    if _WHOLE.fullmatch(text):
        return Cell(int(text))
    if found := _ZERO_DECIMALS.fullmatch(text):
        return Cell(int(found[1]))
    if _NEGATIVE.fullmatch(text):
        return Cell(fault="AMT_NEG")
    return Cell(fault=fraction if _FRACTION.fullmatch(text) else "AMT_BAD")


def parse_kronor(text: str) -> Cell:
    """An amount of whole kronor, 0 or more; the value is in öre."""
    text = text.strip()
    plain = _KRONOR.sub("", text)
    plain = _NO_ORE.sub("", plain)
    if _GROUPED.fullmatch(plain):
        plain = "".join(sign for sign in plain if sign not in _SPACES)
    if _WHOLE.fullmatch(plain):
        return Cell(int(plain) * 100, note=None if plain == text else "AMT_FORM")
    return Cell(fault=_why_no_amount(_KRONOR.sub("", text)))


def _why_no_amount(text: str) -> str:
    for form, code in (
        (_AMBIGUOUS, "AMT_AMBIG"),
        (_TWO_WAYS, "AMT_FORM"),
        (_NEGATIVE, "AMT_NEG"),
        (_MANY_DECIMALS, "AMT_DEC"),
        (_ORE, "AMT_FORM"),
    ):
        if form.fullmatch(text):
            return code
    return "AMT_BAD"
