"""What waits for somebody among letters: each kind by its name, as a condition, for start page and lists."""

from datetime import date, timedelta
from typing import Final

from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.pathway.referral_states import ACCEPTED, ASKED, BOOKED, DRAFT, FORWARDED, REJECTED, SENT
from samsyn.web.referrals.timing import WAITING

SOON: Final = timedelta(days=7)
"""A clock with so little left is running out."""

NEWLY: Final = timedelta(days=14)
"""So long an answer is shown as new to who wrote."""

RECEIVED_NAMES: Final[dict[str, Promise]] = {
    "passed": _("Tiden för första besök har gått ut"),
    "to-tell": _("Tiden kan inte hållas: meddela patient och remittent"),
    "running-out": _("Tiden för första besök går ut inom en vecka"),
    "to-answer": _("Remisser att besvara"),
    "no-case": _("Bokat besök har varit, ärende saknas"),
}
WRITTEN_NAMES: Final[dict[str, Promise]] = {
    "asked": _("Remisser att komplettera"),
    "draft": _("Utkast som inte är skickade"),
    "answered": _("Remisser besvarade de senaste två veckorna"),
}
URGENT: Final = ("passed", "to-tell", "asked")


def received_waits(day: date) -> dict[str, Q]:
    """Of what the unit has received. A visit that is booked after the last day is late too, and must be told."""
    unbooked = Q(state__in=WAITING, visit_on=None)
    late = Q(visit_on=None, first_visit_due__lt=day) | Q(visit_on__gt=F("first_visit_due"))
    return {
        "passed": unbooked & Q(first_visit_due__lt=day),
        "to-tell": late & Q(state__in=WAITING, delay_told_on=None),
        "running-out": unbooked & Q(first_visit_due__range=(day, day + SOON)),
        "to-answer": Q(state=SENT),
        "no-case": Q(state=BOOKED, visit_on__lte=day),
    }


def written_waits(day: date) -> dict[str, Q]:
    """Of what the unit has written."""
    return {
        "asked": Q(state=ASKED),
        "draft": Q(state=DRAFT),
        "answered": Q(state__in=(ACCEPTED, BOOKED, REJECTED, FORWARDED), answered_on__gt=day - NEWLY),
    }
