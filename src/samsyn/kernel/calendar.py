"""Counting in calendar months and whole years."""

import calendar
from datetime import date


def add_months(day: date, months: int) -> date:
    """The same day so many calendar months on, or the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def age_on(day: date, birth_date: date) -> int:
    """Age in whole years; it turns on the birthday, for 29 February on 1 March."""
    had_birthday = (day.month, day.day) >= (birth_date.month, birth_date.day)
    return day.year - birth_date.year - (not had_birthday)


def last_day_of_month(month: str) -> date:
    """The last day of a month written YYYY-MM."""
    year, number = int(month[:4]), int(month[5:7])
    return date(year, number, calendar.monthrange(year, number)[1])
