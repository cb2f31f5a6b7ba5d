"""The region decides on a notification: approves, returns it to be completed, or refuses."""

from datetime import date

from django.utils.translation import gettext as _

from samsyn.kernel import Period
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now, today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.audit.trail import leave_event
from samsyn.web.directory import rules
from samsyn.web.directory.acts.holding import check_version, held, own_region
from samsyn.web.directory.acts.keeping import has_sent, keep
from samsyn.web.directory.acts.notification import judged_now
from samsyn.web.directory.judging import Judged, judge_from
from samsyn.web.directory.models import Accreditation, Notification, NotificationState, Team
from samsyn.web.people.acting import check_state


def approve(
    *, by: Actor, notification: Notification, version: int, seen: str, first_day: date, last_day: date, words: str = ""
) -> Accreditation:
    """Approve the team from the first day to the last; what was found then is kept with the notification."""
    fresh, _judged = _decidable("notification.approve", notification, by, version, seen)
    _check_days(fresh, first_day, last_day, words)
    _decide(fresh, NotificationState.APPROVED, by, words, judge_from(fresh.team, first_day, by=by))
    accreditation = Accreditation(
        unit_id=fresh.unit_id,
        region_id=fresh.region_id,
        team_id=fresh.team_id,
        notification=fresh,
        first_day=first_day,
        last_day=last_day,
    )
    accreditation.save(force_insert=True)
    Team.at(by).filter(pk=fresh.team_id).update(published=True)
    days = {"first_day": (None, first_day), "last_day": (None, last_day)}
    leave_event(action="notification.approve", by=by, on=fresh, changes={"state": _states(fresh), **days})
    return accreditation


def return_to_complete(*, by: Actor, notification: Notification, version: int, seen: str, words: str) -> Notification:
    """Send it back with words on what to complete."""
    fresh, judged = _decidable("notification.return", notification, by, version, seen)
    _decide(fresh, NotificationState.RETURNED, by, words, judged)
    leave_event(action="notification.return", by=by, on=fresh, changes={"state": _states(fresh)})
    return fresh


def refuse(*, by: Actor, notification: Notification, version: int, seen: str, words: str) -> Notification:
    """Refuse it, with the grounds."""
    fresh, judged = _decidable("notification.refuse", notification, by, version, seen)
    _decide(fresh, NotificationState.REFUSED, by, words, judged)
    leave_event(action="notification.refuse", by=by, on=fresh, changes={"state": _states(fresh)})
    return fresh


def _states(fresh: Notification) -> tuple[str, str]:
    return NotificationState.SUBMITTED.value, str(fresh.state)


def _decidable(
    action_id: str, notification: Notification, by: Actor, version: int, seen: str
) -> tuple[Notification, Judged]:
    """The row, locked, and its findings, if this person may decide on it now and has seen what they decide on."""
    fresh = held(notification, by=by)
    own_region(fresh, by=by)
    check_state(action_id, fresh.state, fresh.get_state_display())
    if has_sent(fresh, by):
        raise Refusal(_("Du har själv skickat in anmälan. Någon annan på regionen måste besluta."))
    check_version(fresh, version)
    judged = judged_now(fresh, by=by)
    if judged.fingerprint != seen:
        raise Refusal(_("Teamets uppgifter har ändrats sedan du öppnade sidan. Ladda om och läs kontrollen igen."))
    return fresh, judged


def _decide(fresh: Notification, state: NotificationState, by: Actor, words: str, judged: Judged) -> None:
    fresh.state = state
    fresh.decided_on, fresh.decided_at = today(), now()
    fresh.decided_by_id, fresh.decided_by = by.user_id, by.name
    fresh.grounds = words
    fresh.version += 1
    keep(fresh, state.value, judged, by=by, words=words)
    fresh.save()


def proposed_days(notification: Notification) -> Period:
    """What the form proposes: from the day it was sent in, or the year's first, to the end of the guideline's days."""
    allowed = _allowed_days(notification)
    first = max(allowed.first, notification.submitted_on or today())
    return Period(min(first, allowed.last), allowed.last)


def _allowed_days(notification: Notification) -> Period:
    guideline = rules.guideline_called(notification.guideline_id)
    year = Period.year(notification.year)
    return (guideline.period.overlap(year) if guideline else None) or year


def _check_days(notification: Notification, first_day: date, last_day: date, words: str) -> None:
    allowed = _allowed_days(notification)
    if last_day < first_day:
        raise Refusal(_("Sista dagen är före den första."), field="last_day")
    if not allowed.covers(Period(first_day, last_day)):
        days = {"first": allowed.first, "last": allowed.last}
        raise Refusal(
            _("Riktlinjen gäller %(first)s till %(last)s. Välj dagar inom den tiden.") % days, field="first_day"
        )
    if notification.submitted_on and first_day < notification.submitted_on and not words.strip():
        day = {"day": notification.submitted_on}
        raise Refusal(
            _("Anmälan kom in %(day)s. Skriv varför teamet godkänns från en tidigare dag.") % day, field="words"
        )
