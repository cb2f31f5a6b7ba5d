"""The unit of a row: an HSA-id or a local code, compared in one form."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable

from samsyn.extracts.reading.cells import Cell

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_HSA = re.compile(r"(SE[0-9]{10}-)([A-Z]*)0*([0-9A-Z]*)")
_NAME = re.compile(r"[ÅÄÖ]|[^\W\d_]{2,}\s+[^\W\d_]{2,}")


def normalise_unit(written: str) -> str:
    """Trimmed, composed, with plain dashes, upper case."""
    return _DASHES.sub("-", unicodedata.normalize("NFC", written.strip())).upper()


def parse_team_unit(text: str) -> Cell:
    """The unit of a team: what the other tables' units are held against."""
    unit = normalise_unit(text)
    return Cell(unit, note=_note(text, unit)) if unit else Cell(fault="UNIT_MISSING")


def unit_parser(known: frozenset[str]) -> Callable[[str], Cell]:
    """A parser of units that knows the teams' units, and so one that has lost its zeros."""
    shortened: dict[str, set[str]] = defaultdict(set)
    for unit in known:
        if short := _without_zeros(unit):
            shortened[short].add(unit)

    # Where the teams' own codes look like names, one more that does is no mistake.
    names_are_codes = any(_NAME.search(unit) for unit in known)

    def parse(text: str) -> Cell:
        unit = normalise_unit(text)
        if not unit:
            return Cell(fault="UNIT_MISSING")
        if unit in known:
            return Cell(unit, note=_note(text, unit))
        meant = shortened.get(_without_zeros(unit) or "", set())
        if len(meant) == 1:
            return Cell(fault="UNIT_FORM", hint=next(iter(meant)))
        if _NAME.search(unit) and not names_are_codes:
            return Cell(fault="UNIT_NAME")
        return Cell(unit, note="UNIT_UNKNOWN")

    return parse


def _without_zeros(unit: str) -> str | None:
    found = _HSA.fullmatch(unit)
    return "".join(found.groups()) if found else None


def _note(written: str, unit: str) -> str | None:
    text = written.strip()
    if text == unit:
        return None
    return "NFD" if unicodedata.normalize("NFC", text) == unit else "UNIT_FORM"
