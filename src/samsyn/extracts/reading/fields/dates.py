"""Dates and months as people and programs write them. A date is never guessed."""

import re
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from samsyn.extracts.reading.cells import Cell

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2099, 12, 31)
UNTIL_FURTHER_NOTICE: Final = date(9999, 12, 31)

_LOCAL: Final = ZoneInfo("Europe/Stockholm")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})|([0-9]{4})([0-9]{2})([0-9]{2})")
_TIMED = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_ODD_FORMS: Final = (
    (re.compile(r"[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{4}"), "DATE_AMBIG"),
    (re.compile(r"[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{2}|[0-9]{6}"), "DATE_YY"),
    (re.compile(r"[0-9]{1,5}(?:[.,][0-9]+)?"), "DATE_SERIAL"),
)
_MONTH = re.compile(r"((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])")


def parse_date(text: str, *, open_ended: bool = False) -> Cell:
    """A day from 1900 to 2099 (9999-12-31 too if `open_ended`); with a time and a zone, the local day in Sweden."""
    text = text.strip()
    if not text:
        return Cell(fault="DATE_MISSING")
    if found := _DAY.fullmatch(text):
        return _day(*(part for part in found.groups() if part is not None), open_ended=open_ended)
    if found := _TIMED.fullmatch(text):
        return _timed(found, open_ended=open_ended)
    for form, code in _ODD_FORMS:
        if form.fullmatch(text):
            return Cell(fault=code)
    return Cell(fault="DATE_FORM")


def parse_optional_date(text: str, *, open_ended: bool = False) -> Cell:
    """The same, but an empty cell is no fault."""
    return parse_date(text, open_ended=open_ended) if text.strip() else Cell()


def parse_open_end(text: str) -> Cell:
    """The last day of a period: empty or 9999-12-31 mean until further notice."""
    return parse_optional_date(text, open_ended=True)


def parse_month(text: str) -> Cell:
    """A month written YYYY-MM."""
    return Cell(text.strip()) if _MONTH.fullmatch(text.strip()) else Cell(fault="MONTH_BAD")


def _day(year: str, month: str, day: str, *, open_ended: bool) -> Cell:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return Cell(fault="DATE_BAD")
    if FIRST_DAY <= found <= LAST_DAY or (open_ended and found == UNTIL_FURTHER_NOTICE):
        return Cell(found)
    return Cell(fault="DATE_BAD")


def _timed(found: re.Match[str], *, open_ended: bool) -> Cell:
    day, time, zone = found.groups()
    written = _day(*day.split("-"), open_ended=open_ended)
    if written.fault:
        return written
    fraction = time.partition(".")
    try:
        moment = datetime.fromisoformat(f"{day}T{fraction[0]}{_zone(zone)}")
    except ValueError:
        return Cell(fault="DATE_BAD")
    local = moment.astimezone(_LOCAL) if zone else moment
    return Cell(local.date(), note="DATE_FORM")


def _zone(written: str | None) -> str:
    if not written or written == "Z":
        return "+00:00" if written else ""
    return f"{written[:3]}:{written[-2:]}"
