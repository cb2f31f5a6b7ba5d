"""Keys and words: ids, levels, professions, yes and no."""

import re
from collections.abc import Callable
from typing import Final

from samsyn.extracts.reading.cells import Cell
from samsyn.records import PROFESSIONS

_BETWEEN_WORDS = re.compile(r"[\s\-\u00a0]+")
_BETWEEN_COMPETENCES = re.compile(r"[,;|\n\x1f]")
_YES_NO: Final = {"yes": True, "no": False, "true": True, "false": False, "": None}
_CARE_LEVELS: Final = ("primary", "hospital")
_MODULES: Final = ("primary", "specialist", "both")


def required_text(fault: str) -> Callable[[str], Cell]:
    """A parser of an opaque key: any text but an empty one."""

    def parse(text: str) -> Cell:
        return Cell(text.strip()) if text.strip() else Cell(fault=fault)

    return parse


def optional_text(text: str) -> Cell:
    """Any text; empty is null."""
    return Cell(text.strip() or None)


def required_upper(fault: str) -> Callable[[str], Cell]:
    """A parser of a level or a product code: without spaces, upper case."""

    def parse(text: str) -> Cell:
        found = "".join(text.split()).upper()
        return Cell(found) if found else Cell(fault=fault)

    return parse


def parse_profession(text: str) -> Cell:
    """One of the professions, `other` for any other word, null where nothing is written."""
    word = _BETWEEN_WORDS.sub("_", text.strip().lower())
    return Cell((word if word in PROFESSIONS else "other") if word else None)


def parse_team_profession(text: str) -> Cell:
    """The same, where it must be written."""
    return parse_profession(text) if text.strip() else Cell(fault="PROFESSION_MISSING")


def parse_competences(text: str) -> Cell:
    """Competences apart, lower case; none is an empty list."""
    pieces = (piece.strip().lower() for piece in _BETWEEN_COMPETENCES.split(text))
    return Cell([piece for piece in pieces if piece])


def parse_care_level(text: str) -> Cell:
    """primary or hospital."""
    return _one_of(text, _CARE_LEVELS, "CARE_LEVEL_BAD")


def parse_module(text: str) -> Cell:
    """primary, specialist or both."""
    return _one_of(text, _MODULES, "MODULE_BAD")


def parse_optional_module(text: str) -> Cell:
    """The same, but an empty cell is no fault."""
    return parse_module(text) if text.strip() else Cell()


def parse_yes_no(text: str) -> Cell:
    """yes or no in any case; empty is null."""
    word = text.strip().lower()
    return Cell(_YES_NO[word]) if word in _YES_NO else Cell(fault="YESNO_BAD")


def _one_of(text: str, words: tuple[str, ...], fault: str) -> Cell:
    word = text.strip().lower()
    return Cell(word) if word in words else Cell(fault=fault)
