"""The clock of a letter: the last day for the first visit, whether it stands still, whether someone must be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samsyn.guidelines.way import Clock
from samsyn.pathway.clocks import Proofs, Stop, StopGround, days_left, due
from samsyn.pathway.referral_states import REFERRAL
from samsyn.web.directory.rules import guideline_on
from samsyn.web.referrals.models import ClockStop, Referral

FIRST_VISIT = "first-visit"
"""What the guideline files call the clock from the referral's receipt to the first visit."""

WAITING = REFERRAL.step("referral.tell-delay").origins
"""The states in which the patient waits for the first visit."""


@dataclass(frozen=True)
class Timing:
    """How a letter's clock stands on a day. Without a clock in the guideline: no last day."""

    clock: Clock | None
    last_day: date | None
    left: int | None  # calendar days; negative: late
    stands: str  # the ground of the stop that lasts; empty: the clock runs
    delay_to_tell: bool  # the time cannot be kept, and patient and referrer have not been told


def clock_of(letter: Referral) -> Clock | None:
    """The guideline's clock that was in force when the team received the letter."""
    if letter.clock_from is None:
        return None
    guideline = guideline_on(letter.programme, letter.team.level, letter.clock_from)
    return guideline.clock(FIRST_VISIT) if guideline else None


def timing_of(letter: Referral, day: date) -> Timing | None:
    """The clock on the day; None where nobody waits: not yet sent, or done."""
    if letter.state not in WAITING or letter.sent_on is None:
        return None
    stops, clock = list(letter.stops.all()), clock_of(letter)
    last = _last_day(letter, clock, stops, day)
    return Timing(
        clock=clock,
        last_day=last,
        left=days_left(last, day) if last else None,
        stands=next((stop.ground for stop in stops if lasts(stop, day)), ""),
        delay_to_tell=letter.delay_told_on is None and _is_late(letter, day),
    )


def retime(letter: Referral, day: date) -> None:
    """Set the letter's last day anew. While the clock stands still until further notice there is none."""
    stops = list(letter.stops.all())
    still = any(stop.last_day is None for stop in stops)
    letter.first_visit_due = None if still else _last_day(letter, clock_of(letter), stops, day)


def lasts(stop: ClockStop, day: date) -> bool:
    """Whether the clock stands still on the day because of the stop."""
    return stop.first_day <= day and (stop.last_day is None or day <= stop.last_day)


def _last_day(letter: Referral, clock: Clock | None, stops: Iterable[ClockStop], day: date) -> date | None:
    if clock is None or letter.clock_from is None:
        return None
    return due(letter.clock_from, clock.limit, [_core(stop) for stop in stops], day)


def _core(stop: ClockStop) -> Stop:
    proofs = Proofs(stop.offered_on, stop.informed_on, stop.wish_on)
    return Stop(StopGround(stop.ground), stop.first_day, stop.last_day, proofs)


def _is_late(letter: Referral, day: date) -> bool:
    """The visit is booked after the last day, or is not booked and the last day has passed."""
    return letter.first_visit_due is not None and (letter.visit_on or day) > letter.first_visit_due
