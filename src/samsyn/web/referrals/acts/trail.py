"""What an act leaves behind: an event that both units read, and one in the trail of changes of the unit that acted."""

from dataclasses import replace
from typing import Any

from samsyn.pathway.referral_states import REFERRAL
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now, today
from samsyn.web.audit.trail import leave_event
from samsyn.web.referrals.models import Referral, ReferralEvent


def begin(
    letter: Referral, action: str, *, by: Actor, before: str = "", words: str = "", **changes: tuple[Any, Any]
) -> None:
    """Save a new letter, with its first event."""
    letter.save(force_insert=True)
    _leave(letter, action, before, words, by=by)
    _note(letter, action, by=by, state=(None, letter.state), **changes)


def take_step(letter: Referral, action: str, *, by: Actor, words: str = "", **changes: tuple[Any, Any]) -> None:
    """Take the step in the table of states and save the whole letter as a new version, with its events.

    `changes` are what the trail of changes tells beside the state: field to what it was and what it became.
    """
    before, letter.state = letter.state, REFERRAL.after(action, letter.state)
    letter.version += 1
    letter.save()
    _leave(letter, action, before, words, by=by)
    moved = {"state": (before, letter.state)} if before != letter.state else {}
    _note(letter, action, by=by, **moved, **changes, **({"reason": (None, words)} if words else {}))


def _leave(letter: Referral, action: str, before: str, words: str, *, by: Actor) -> None:
    steps = {step.action: step for step in REFERRAL.steps}
    ReferralEvent(
        **letter.between,
        referral=letter,
        moment=now(),
        on=today(),
        by_unit_name=by.unit_name,
        by_name=by.name,
        action=action,
        from_state=before,
        to_state=letter.state,
        confirmation=steps[action].confirmation if action in steps else "",
        words=words,
    ).save(force_insert=True)


def _note(letter: Referral, action: str, *, by: Actor, **changes: tuple[Any, Any]) -> None:
    """Without a region: its office may not see what is said of a patient (P7)."""
    leave_event(action=action, by=replace(by, region_id=None), on=letter, changes=changes)  # type: ignore[arg-type]
