"""Swedish civil days of the logs. The logs have the real time, also where a demonstration stands still on a day."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from samsyn.web.audit.clock import now

_STOCKHOLM = ZoneInfo("Europe/Stockholm")


def log_today() -> date:
    """The day on which rows are being written."""
    return swedish(now()).date()


def swedish(moment: datetime) -> datetime:
    """The moment by a clock on a Swedish wall."""
    return moment.astimezone(_STOCKHOLM)


def first_moment(day: date) -> datetime:
    """When the day begins."""
    return datetime.combine(day, time.min, _STOCKHOLM)


def moment_after(day: date) -> datetime:
    """When the next day begins: 23, 24 or 25 hours later."""
    return first_moment(day + timedelta(days=1))


def month_before(day: date) -> tuple[date, date]:
    """The first and last day of the month before the day's."""
    last = day.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last
