"""What has happened to a letter, by day, the newest first: both units read the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor
from samsyn.web.referrals.models import ClockStop, Referral, ReferralEvent
from samsyn.web.referrals.words import EVENT_NAMES, GROUND_NAMES, PROOF_NAMES


@dataclass(frozen=True)
class Line:
    """One event: what, said how, by whom, at what time, and the confirmation that it sent."""

    title: str
    words: str
    who: str
    time: str
    confirmation: str


@dataclass(frozen=True)
class Still:
    """Days on which the clock has stood still, with what voluntary waiting needs to count."""

    ground: str
    first_day: date
    last_day: date | None
    words: str
    proofs: list[tuple[str, date]]


def story_of(letter: Referral, actor: Actor) -> list[tuple[date, list[Line]]]:
    """The events that the actor's unit sees: who received it does not see how the draft came about."""
    events = ReferralEvent.at(actor).filter(referral=letter).order_by("-moment", "-pk")
    return [(day, [_line(letter, each) for each in those]) for day, those in groupby(events, key=lambda each: each.on)]


def stops_of(letter: Referral) -> Iterator[Still]:
    """The stops of its clock, earliest first."""
    for stop in sorted(letter.stops.all(), key=lambda each: each.first_day):
        yield Still(
            str(GROUND_NAMES.get(stop.ground, stop.ground)), stop.first_day, stop.last_day, stop.words, _proofs(stop)
        )


def _proofs(stop: ClockStop) -> list[tuple[str, date]]:
    days = {name: getattr(stop, name) for name in PROOF_NAMES}
    return [(str(ClockStop._meta.get_field(name).verbose_name), day) for name, day in days.items() if day]


def _line(letter: Referral, event: ReferralEvent) -> Line:
    title, words = str(EVENT_NAMES.get(event.action, event.action)), event.words
    if event.action == "referral.send" and letter.forwarded_from_id:
        title, words = _("Skickad vidare hit efter patientens nya val"), _("Från %(team)s") % {"team": words}
    return Line(
        title, words, f"{event.by_name}, {event.by_unit_name}", f"{localtime(event.moment):%H:%M}", event.confirmation
    )
