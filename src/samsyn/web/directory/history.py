"""What has happened with a team, day by day, newest first: from the rows themselves, as far as the reader sees them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.directory.models import Accreditation, Notification, Team

_MOMENTS: dict[str, Promise] = {
    "submitted": gettext_lazy("Anmälan för %(year)s inskickad"),
    "returned": gettext_lazy("Anmälan för %(year)s åter för komplettering"),
    "approved": gettext_lazy("Anmälan för %(year)s godkänd"),
    "refused": gettext_lazy("Anmälan för %(year)s avslagen"),
}


@dataclass(frozen=True)
class Happening:
    """One line of the history."""

    day: date
    title: str
    who: str = ""
    words: str = ""


def history_of(team: Team) -> list[tuple[date, list[Happening]]]:
    """By day, newest first."""
    found = [*_notified(team), *_ended(team), *_told(team)]
    found.sort(key=lambda each: each.day, reverse=True)
    return [(day, list(those)) for day, those in groupby(found, key=lambda each: each.day)]


def moments_of(notification: Notification) -> Iterator[Happening]:
    """Each time the notification was sent in or decided."""
    for moment in notification.judged:
        title = str(_MOMENTS[moment["event"]]) % {"year": notification.year}
        yield Happening(date.fromisoformat(moment["on"]), title, moment["by"], moment["words"])


def _notified(team: Team) -> Iterator[Happening]:
    for notification in team.notifications.all():
        yield from moments_of(notification)


def _ended(team: Team) -> Iterator[Happening]:
    for each in team.accreditations.all():
        if each.withdrawn_at and each.last_day:
            yield Happening(_day_after(each), _("Godkännandet upphör"), each.withdrawn_by, each.withdrawal_reason)


def _day_after(accreditation: Accreditation) -> date:
    assert accreditation.last_day is not None
    return accreditation.last_day + timedelta(days=1)


def _told(team: Team) -> Iterator[Happening]:
    for notice in team.notices.all():
        title = _("Ändrad bemanning från %(day)s") % {"day": notice.from_day}
        yield Happening(notice.sent_on or notice.from_day, title, notice.sent_by, notice.words)
