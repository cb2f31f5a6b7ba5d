"""The one place of the web application that reads the clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from django.conf import settings

_STOCKHOLM = ZoneInfo("Europe/Stockholm")
_MORNING = time(8, 15)
_past: ContextVar[Iterator[datetime] | None] = ContextVar("past", default=None)


def now() -> datetime:
    """The moment, in UTC, as it is stored. A demonstration's standing day does not stop it."""
    told = _past.get()
    return next(told) if told else datetime.now(UTC)


def today() -> date:
    """The Swedish civil day; in a demonstration the day on which it stands still."""
    if _past.get():
        return now().astimezone(_STOCKHOLM).date()
    return settings.STANDS_STILL_ON or now().astimezone(_STOCKHOLM).date()


@contextmanager
def as_on(day: date) -> Iterator[None]:
    """For loaders that tell of the past by the acts that people use: it is that day until the block ends.

    Each moment that is asked for is a second later, so that what happened keeps its order.
    """
    morning = datetime.combine(day, _MORNING, _STOCKHOLM).astimezone(UTC)
    token = _past.set(morning + timedelta(seconds=second) for second in count())
    try:
        yield
    finally:
        _past.reset(token)
