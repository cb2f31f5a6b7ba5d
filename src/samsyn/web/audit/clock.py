"""The one place of the web application that reads the clock."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

_STOCKHOLM = ZoneInfo("Europe/Stockholm")


def now() -> datetime:
    """The moment, in UTC, as it is stored. A demonstration's standing day does not stop it."""
    return datetime.now(UTC)


def today() -> date:
    """The Swedish civil day; in a demonstration the day on which it stands still."""
    return settings.STANDS_STILL_ON or now().astimezone(_STOCKHOLM).date()
