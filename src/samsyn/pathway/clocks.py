"""How long someone may wait, in calendar days, and when the clock stands still.

Clocks and their limits are guideline data (`Guideline.clocks`): a month from the referral's receipt, or so many days.
The day the clock starts is not counted; the last day is in. A day on which the clock is stopped does not count.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samsyn.kernel import Limit, Period, merged

_DAY = timedelta(days=1)


class StopGround(StrEnum):
    """Why a clock stands still."""

    VOLUNTARY = "voluntary"  # the patient wishes to wait: needs its three proofs
    MEDICAL = "medical"  # the patient cannot be seen now, for medical reasons
    ASKED = "asked"  # the referrer has been asked to complete the letter


class UnprovenWaiting(ValueError):
    """Voluntary waiting without all its proofs."""


@dataclass(frozen=True)
class Proofs:
    """What must be on record before voluntary waiting counts: a visit offered in time, information, the own wish."""

    offered_on: date | None = None
    informed_on: date | None = None
    wish_on: date | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of those that are not there."""
        return tuple(name for name in ("offered_on", "informed_on", "wish_on") if getattr(self, name) is None)


@dataclass(frozen=True)
class Stop:
    """Days on which the clock stands still; `last` None: still."""

    ground: StopGround
    first: date
    last: date | None = None
    proofs: Proofs = Proofs()

    def __post_init__(self) -> None:
        if self.ground is StopGround.VOLUNTARY and self.proofs.missing:
            raise UnprovenWaiting(f"Voluntary waiting lacks {', '.join(self.proofs.missing)}.")
        if self.last and self.last < self.first:
            raise ValueError(f"A stop ends on {self.last}, before it begins on {self.first}.")


def due(start: date, limit: Limit, stops: Sequence[Stop], today: date) -> date:
    """The last day in time. While a stop lasts it moves a day for every day that passes."""
    last = limit.after(start)
    for period in _still(stops, today):
        after_start = period.overlap(Period(start + _DAY, date.max))
        if after_start and after_start.first <= last:
            last += (after_start.last - after_start.first) + _DAY
    return last


def days_left(last: date, today: date) -> int:
    """Days from today to the last day in time; negative: so many days late."""
    return (last - today).days


def _still(stops: Sequence[Stop], today: date) -> tuple[Period, ...]:
    """The days on which the clock stands still, as unbroken periods in order.

    A stop with a last day counts whole, also ahead; one that still lasts counts to today.
    """
    known = (Period(stop.first, stop.last) for stop in stops if stop.last)
    lasting = (Period(stop.first, today) for stop in stops if stop.last is None and stop.first <= today)
    return merged((*known, *lasting))
