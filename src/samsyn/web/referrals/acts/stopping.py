"""The days on which a letter's clock stands still: stopping it, and letting it run again."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.pathway.clocks import Proofs, StopGround
from samsyn.pathway.referral_states import ASKED
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.referrals.acts.holding import Side, hold
from samsyn.web.referrals.acts.trail import take_step
from samsyn.web.referrals.models import ClockStop, Referral
from samsyn.web.referrals.timing import clock_of, lasts, retime, timing_of


def stop_clock(
    *,
    by: Actor,
    referral_id: UUID,
    version: int,
    ground: str,
    first_day: date,
    last_day: date | None = None,
    words: str = "",
    **proofs: date | None,
) -> Referral:
    """The clock does not count from the first day on. Voluntary waiting needs its three proofs."""
    letter = _held("referral.stop-clock", by, referral_id, version)
    _check_days(letter, first_day, last_day)
    if ground == StopGround.VOLUNTARY:
        _check_proofs(letter, Proofs(**proofs))
    make_stop(letter, ground, first_day, by=by, last_day=last_day, words=words, **proofs)
    retime(letter, today())
    days = {"first_day": (None, first_day), "last_day": (None, last_day)}
    take_step(letter, "referral.stop-clock", by=by, words=words, ground=(None, ground), **days)
    return letter


def start_clock(*, by: Actor, referral_id: UUID, version: int, last_day: date) -> Referral:
    """The clock has run again since the day after the last day of the stop, unless the writer has been asked."""
    letter = _held("referral.start-clock", by, referral_id, version)
    stop = standing_stop(letter, today())
    if stop is None:
        raise Refusal(_("Klockan går redan."))
    if stop.ground == StopGround.ASKED:
        raise Refusal(_("Klockan går igen när remittenten har kompletterat, eller när ni bekräftar remissen."))
    if not stop.first_day <= last_day <= today():
        days = {"first": stop.first_day, "today": today()}
        raise Refusal(_("Skriv en dag från %(first)s till %(today)s.") % days, field="last_day")
    stop.last_day = last_day
    stop.save(update_fields=["last_day"])
    if letter.state == ASKED:  # the writer has still not answered
        make_stop(letter, StopGround.ASKED, min(last_day + timedelta(days=1), today()), by=by)
    retime(letter, today())
    take_step(letter, "referral.start-clock", by=by, last_day=(None, last_day))
    return letter


def make_stop(letter: Referral, ground: str, first_day: date, *, by: Actor, **more: Any) -> None:
    """A stop of the letter, unless one already lasts until further notice."""
    if not letter.stops.filter(last_day=None).exists():
        told = {"ground": ground, "first_day": first_day, "by_name": by.name, **more}
        ClockStop(**letter.between, referral=letter, **told).save(force_insert=True)


def end_stop(letter: Referral, last_day: date, *grounds: str) -> None:
    """The stop that lasts until further notice, if any (on these grounds), ends that day, or on its first."""
    lasting = letter.stops.filter(last_day=None)
    for stop in lasting.filter(ground__in=grounds) if grounds else lasting:
        stop.last_day = max(stop.first_day, last_day)
        stop.save(update_fields=["last_day"])


def standing_stop(letter: Referral, day: date) -> ClockStop | None:
    """The stop because of which the clock stands still on the day."""
    return next((stop for stop in letter.stops.all() if lasts(stop, day)), None)


def _held(action: str, by: Actor, referral_id: UUID, version: int) -> Referral:
    letter = hold(action, by=by, side=Side.RECEIVER, referral_id=referral_id, version=version)
    if clock_of(letter) is None:
        raise Refusal(_("Riktlinjen har ingen gräns för första besöket, så det finns ingen klocka att stoppa."))
    return letter


def _check_days(letter: Referral, first_day: date, last_day: date | None) -> None:
    assert letter.clock_from is not None
    if not letter.clock_from <= first_day <= today():
        days = {"first": letter.clock_from, "today": today()}
        raise Refusal(_("Skriv en dag från %(first)s till %(today)s.") % days, field="first_day")
    if last_day and last_day < first_day:
        raise Refusal(_("Sista dagen är före den första."), field="last_day")
    if standing_stop(letter, today()) is not None:
        raise Refusal(_("Klockan står redan still. Starta den först."))


def _check_proofs(letter: Referral, proofs: Proofs) -> None:
    """All three, the last two not in the future, and the day that was offered within the limit."""
    if proofs.missing:
        words = _("Frivillig väntan räknas bara med alla tre uppgifterna. Utan dem går klockan vidare.")
        raise Refusal(words, field=proofs.missing[0])
    if proofs.offered_on < letter.clock_from:  # type: ignore[operator]
        words = _("Remissen kom %(first)s. Dagen som erbjuds är inte före den.")
        raise Refusal(words % {"first": letter.clock_from}, field="offered_on")
    for name in ("informed_on", "wish_on"):
        if getattr(proofs, name) > today():
            raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field=name)
    timing = timing_of(letter, today())
    if timing and timing.last_day and proofs.offered_on > timing.last_day:  # type: ignore[operator]
        words = _("Sista dagen är %(last)s. Den som erbjuds en senare tid väntar inte frivilligt.")
        raise Refusal(words % {"last": timing.last_day}, field="offered_on")
