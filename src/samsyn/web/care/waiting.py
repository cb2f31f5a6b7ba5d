"""What waits for somebody among cases: each kind by its name, as a condition, for the start page and for the list.

They are read from the columns that the acts keep on the case, as it stood when something was last registered on it.
"""

from datetime import date, timedelta
from typing import Final

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.pathway.case_states import (
    ASSESSED,
    ASSESSMENT,
    COMPLETED,
    DECIDED,
    PAUSED,
    PLANNED,
    TREATMENT,
)

OPEN: Final = (ASSESSMENT, ASSESSED, DECIDED, PLANNED, TREATMENT, PAUSED)

LONG: Final = timedelta(days=60)
"""A treatment that has stood still for longer waits for somebody to ask why. Ours: no guideline says a number."""

NAMES: Final[dict[str, Promise]] = {
    "assess": _("Väntar på bedömning"),
    "decide": _("Väntar på nivåbeslut"),
    "plan": _("Väntar på plan"),
    "follow-up": _("Mål vars uppföljning inte är gjord"),
    "ready": _("Inget krav återstår: kan avslutas"),
    "no-diagnosis": _("Besök utan diagnos"),
    "payment": _("Krav för ersättningen återstår"),
    "paused-long": _("Uppehåll i mer än 60 dagar"),
}
URGENT: Final = ("follow-up", "no-diagnosis")


def waits(day: date) -> dict[str, Q]:
    """The conditions on that day.

    Ready to complete is a treatment of which the core, asked as if it were completed, found no binding condition not
    met and none whose evidence is missing: nothing but the act of completion is left. Hours are a norm and do not bind.
    """
    settled = _settled(day)
    return {
        "assess": Q(state=ASSESSMENT),
        "decide": Q(state=ASSESSED),
        "plan": Q(state=DECIDED),
        "follow-up": Q(state__in=OPEN, follow_up_due__lte=day),
        "ready": Q(state=TREATMENT, not_met=0, unknown=0, judged_on__isnull=False),
        "no-diagnosis": settled & Q(undiagnosed__gt=0),
        "payment": settled & (Q(not_met__gt=0) | Q(unknown__gt=0)),
        "paused-long": Q(state=PAUSED, paused_on__lt=day - LONG),
    }


def worth_asking(day: date) -> Q:
    """The cases among which anything waits, so that counting does not read what was finished long ago."""
    return Q(state__in=OPEN) | _newly_completed(day)


def _settled(day: date) -> Q:
    """What is paid, or will be: treatment that has begun."""
    return Q(state__in=(TREATMENT, PAUSED)) | _newly_completed(day)


def _newly_completed(day: date) -> Q:
    """This calendar year or the last: what is older has been paid, or refused."""
    return Q(state=COMPLETED, closed_on__gte=date(day.year - 1, 1, 1))
