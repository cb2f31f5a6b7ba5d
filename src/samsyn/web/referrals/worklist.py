"""What waits for someone among letters, for the start page: counts, each with the list that shows the same letters.

Two questions in all, each bounded by the unit: what has been received and waits, and what has been written and is open.
No letter is loaded, so nobody's is read.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.pages.work import WorkItem, with_something
from samsyn.web.people.rights import may
from samsyn.web.referrals.models import Referral
from samsyn.web.referrals.timing import WAITING
from samsyn.web.referrals.waiting import RECEIVED_NAMES, URGENT, WRITTEN_NAMES, received_waits, written_waits


def work_for(actor: Actor) -> list[WorkItem]:
    """The lines with something to do: first what the unit has been sent, then what it has written."""
    return with_something([*_received(actor), *_written(actor)])


def _received(actor: Actor) -> Iterator[WorkItem]:
    if not may(actor, "referral.inbox"):
        return
    waits = received_waits(today())
    counts = _counts(Referral.received_at(actor).filter(state__in=WAITING), waits)
    for name, title in RECEIVED_NAMES.items():
        yield WorkItem(str(title), counts[name], f"{reverse('referrals:inbox')}?waits={name}", name in URGENT)


def _written(actor: Actor) -> Iterator[WorkItem]:
    if not may(actor, "referral.written"):
        return
    waits = written_waits(today())
    own = {f"mine-{name}": wait & Q(written_by_id=actor.user_id) for name, wait in waits.items()}
    counts = _counts(Referral.written_at(actor), waits | own)
    for name, title in WRITTEN_NAMES.items():
        address = f"{reverse('referrals:written')}?waits={name}"
        yield WorkItem(str(title), counts[name], address, name in URGENT, counts[f"mine-{name}"])


def _counts(rows: "QuerySet[Referral]", waits: dict[str, Q]) -> dict[str, Any]:
    """How many of each kind, asked at once."""
    return rows.aggregate(**{name: Count("pk", filter=wait) for name, wait in waits.items()})
