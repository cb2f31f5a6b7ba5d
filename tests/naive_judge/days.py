"""Arithmetic of the calendar (rules §4, the paragraph below the table)."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

DAY = dt.timedelta(days=1)


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day some calendar months later, or that month's last day where it has no such day."""
    count = day.year * 12 + (day.month - 1) + months
    year, month = count // 12, count % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def whole_years(birth: dt.date, day: dt.date) -> int:
    """Return the age in whole years; who is born on 29 February turns on 1 March in other years."""
    years = day.year - birth.year
    if (day.month, day.day) < (birth.month, birth.day):
        return years - 1
    return years


def each_day(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Yield every day from first to last, both in."""
    day = first
    while day <= last:
        yield day
        day += DAY
