"""Periods of whole days, both ends in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


class EmptyPeriod(ValueError):
    """A period that ends before it begins."""


@dataclass(frozen=True, order=True)
class Period:
    """The days from `first` to `last`, both in."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise EmptyPeriod(f"The period ends on {self.last}, before its first day {self.first}.")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def covers(self, other: "Period") -> bool:
        """Whether every day of the other period is in this one."""
        return self.first <= other.first and other.last <= self.last

    def overlap(self, other: "Period") -> "Period | None":
        """The days in both, or None."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Period(first, last) if first <= last else None

    @classmethod
    def year(cls, year: int) -> "Period":
        """The calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    def __str__(self) -> str:
        return f"{self.first}–{self.last}"


def merged(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The same days as as few periods as possible: those that overlap or follow day on day become one."""
    whole: list[Period] = []
    for period in sorted(periods):
        if whole and (whole[-1].last == date.max or period.first <= whole[-1].last + _DAY):
            whole[-1] = Period(whole[-1].first, max(whole[-1].last, period.last))
        else:
            whole.append(period)
    return tuple(whole)
