"""What waits for someone among cases, for the start page: counts, each with the list that shows the same cases.

One question, of the unit's cases that are open or newly completed. No case is loaded and no patient, so nobody is read.
"""

from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import reverse

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.care.models import Case
from samsyn.web.care.waiting import NAMES, URGENT, waits, worth_asking
from samsyn.web.pages.work import WorkItem, with_something
from samsyn.web.people.rights import may


def work_for(actor: Actor) -> list[WorkItem]:
    """The lines with something to do: the unit's, and of them one's own."""
    return with_something(_lines(actor)) if may(actor, "case.list") else []


def _lines(actor: Actor) -> Iterator[WorkItem]:
    day = today()
    asked = waits(day)
    own = {f"mine-{name}": wait & Q(responsible_id=actor.user_id) for name, wait in asked.items()}
    counted = {name: Count("pk", filter=wait) for name, wait in (asked | own).items()}
    counts = Case.at(actor).filter(worth_asking(day)).aggregate(**counted)
    for name, title in NAMES.items():
        address = f"{reverse('care:list')}?waits={name}"
        yield WorkItem(str(title), counts[name], address, name in URGENT, counts[f"mine-{name}"])
