"""Reading the core's short texts: the days, counts and names of series that stand in them."""

import re

from django.utils.translation import gettext as _

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SERIES = re.compile(r":([^:()]+):(\d{4})(\d{2})(\d{2}):\d+")  # …:MMR1:20190102:1, without whose it is
_HOURS = re.compile(r"(\d+):(\d{2}) h")


def days_in(text: str) -> list[str]:
    """Every day that is written in it."""
    return _DAY.findall(text)


def count_of(text: str) -> int:
    """The number that it is; nought for none."""
    return int(text) if text.isdecimal() else 0


def level_and_start(text: str) -> tuple[str, str]:
    """The level and the first day of the series that it names."""
    found = _SERIES.search(text)
    return (found[1], "-".join(found.groups()[1:])) if found else ("", "")


def spoken_hours(text: str) -> str:
    """“37 timmar 30 minuter” of 37:30 h."""
    found = _HOURS.fullmatch(text)
    if not found:
        return text
    hours, minutes = int(found[1]), int(found[2])
    words = _("%(hours)d timmar") % {"hours": hours}
    return f"{words} {_('%(minutes)d minuter') % {'minutes': minutes}}" if minutes else words
