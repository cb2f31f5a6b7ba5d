"""The receiver's answers: confirmed, booked, more asked for, returned; and telling that the time cannot be kept."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.pathway.clocks import StopGround
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.referrals.acts.holding import Side, hold
from samsyn.web.referrals.acts.stopping import end_stop, make_stop
from samsyn.web.referrals.acts.trail import take_step
from samsyn.web.referrals.models import Referral
from samsyn.web.referrals.timing import retime


def accept(*, by: Actor, referral_id: UUID, version: int) -> Referral:
    """The team takes the patient on. If more had been asked for, it is no longer waited for: the clock runs."""
    letter = _held("referral.accept", by, referral_id, version)
    end_stop(letter, today(), StopGround.ASKED)
    letter.answered_on = today()
    retime(letter, today())
    take_step(letter, "referral.accept", by=by)
    return letter


def book(*, by: Actor, referral_id: UUID, version: int, visit_on: date) -> Referral:
    """The day of the first visit, or another day than was booked before."""
    letter = _held("referral.book", by, referral_id, version)
    if visit_on < today():
        raise Refusal(_("Dagen har varit. Har besöket redan gjorts: öppna ärendet och registrera det där."), field=_DAY)
    if visit_on == letter.visit_on:
        raise Refusal(_("Besöket är redan bokat den dagen."), field=_DAY)
    before, letter.visit_on = letter.visit_on, visit_on
    take_step(letter, "referral.book", by=by, words=visit_on.isoformat(), visit_on=(before, visit_on))
    return letter


def ask(*, by: Actor, referral_id: UUID, version: int, words: str) -> Referral:
    """Ask the writer for more. The clock stands still until the answer comes."""
    letter = _held("referral.ask", by, referral_id, version)
    make_stop(letter, StopGround.ASKED, today(), by=by)
    retime(letter, today())
    take_step(letter, "referral.ask", by=by, words=words)
    return letter


def reject(*, by: Actor, referral_id: UUID, version: int, words: str) -> Referral:
    """Return the letter to the writer, who keeps the patient, with the reason."""
    letter = _held("referral.reject", by, referral_id, version)
    end_stop(letter, today())
    letter.answered_on = letter.answered_on or today()
    take_step(letter, "referral.reject", by=by, words=words)
    return letter


def tell_delay(*, by: Actor, referral_id: UUID, version: int, told_on: date, words: str) -> Referral:
    """Patient and writer are told that the time cannot be kept: the writer by this, the patient before it."""
    letter = _held("referral.tell-delay", by, referral_id, version)
    if letter.clock_from is None or not letter.clock_from <= told_on <= today():
        days = {"first": letter.clock_from, "today": today()}
        raise Refusal(_("Skriv en dag från %(first)s till %(today)s.") % days, field="told_on")
    before, letter.delay_told_on = letter.delay_told_on, told_on
    take_step(letter, "referral.tell-delay", by=by, words=words, delay_told_on=(before, told_on))
    return letter


_DAY = "visit_on"


def _held(action: str, by: Actor, referral_id: UUID, version: int) -> Referral:
    return hold(action, by=by, side=Side.RECEIVER, referral_id=referral_id, version=version)
