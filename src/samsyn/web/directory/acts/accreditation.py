"""An approval ends before its time: the region withdraws it, or the team gives it up."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now, today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.audit.trail import leave_event
from samsyn.web.directory.acts.holding import held, own_region, own_unit
from samsyn.web.directory.models import Accreditation, Notification, NotificationState
from samsyn.web.people.acting import check_state

_DAY = timedelta(days=1)


def withdraw_accreditation(*, by: Actor, accreditation: Accreditation, from_day: date, words: str) -> Accreditation:
    """The region ends the approval: the team is not approved from the day on, for the reason given."""
    fresh = held(accreditation, by=by)
    own_region(fresh, by=by)
    return _end("accreditation.withdraw", fresh, by, from_day, words)


def end_accreditation(*, by: Actor, accreditation: Accreditation, from_day: date, words: str) -> Accreditation:
    """The team itself ends its approval, from today on or later."""
    fresh = held(accreditation, by=by)
    own_unit(fresh, by=by)
    if from_day < today():
        raise Refusal(_("Teamet kan avsluta från i dag eller senare."), field="from_day")
    return _end("accreditation.end", fresh, by, from_day, words)


def _end(action_id: str, fresh: Accreditation, by: Actor, from_day: date, words: str) -> Accreditation:
    check_state(action_id, fresh.state, _("avslutat i förtid"))
    _check_day(fresh, from_day)
    before, fresh.last_day = fresh.last_day, from_day - _DAY
    fresh.withdrawn_at, fresh.withdrawn_by, fresh.withdrawal_reason = now(), by.name, words
    fresh.save(update_fields=["last_day", "withdrawn_at", "withdrawn_by", "withdrawal_reason"])
    leave_event(action=action_id, by=by, on=fresh, changes={"last_day": (before, fresh.last_day)})
    _end_notification(action_id, fresh, by)
    return fresh


def _check_day(fresh: Accreditation, from_day: date) -> None:
    if from_day <= fresh.first_day:
        words = _("Godkännandet gäller från %(day)s. Välj en senare dag.") % {"day": fresh.first_day}
        raise Refusal(words, field="from_day")
    if fresh.last_day is not None and from_day > fresh.last_day:
        words = _("Godkännandet slutar ändå %(day)s. Välj en tidigare dag.") % {"day": fresh.last_day}
        raise Refusal(words, field="from_day")


def _end_notification(action_id: str, accreditation: Accreditation, by: Actor) -> None:
    """The team may then be announced anew, in the same year too."""
    if accreditation.notification_id is None:
        return
    notification = Notification.at(by).select_for_update().get(pk=accreditation.notification_id)
    before, notification.state = notification.state, NotificationState.ENDED
    notification.version += 1
    notification.save(update_fields=["state", "version"])
    leave_event(action=action_id, by=by, on=notification, changes={"state": (before, notification.state)})
