"""A unit announces a team for a year: draft, sent in with its attestation, taken back."""

from copy import copy
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now, today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.audit.trail import changed, leave_event
from samsyn.web.directory import rules
from samsyn.web.directory.acts.holding import check_version, held, own_unit
from samsyn.web.directory.acts.keeping import keep
from samsyn.web.directory.judging import Judged, judge_from
from samsyn.web.directory.models import Notification, NotificationState, Team
from samsyn.web.people.acting import check_state

QUESTIONS = {"former-name": "former_name", "was-active": "was_active", "was-paid": "was_paid"}
"""What a guideline may ask, and the field that holds the answer."""


def draft_notification(*, by: Actor, team: Team, year: int) -> Notification:
    """A draft for this year or the next, under the guideline that will be in force; the roster is the team's own."""
    own_unit(team, by=by)
    guideline = rules.guideline_for_year(team.programme, team.level, year, today())
    if guideline is None or year > today().year + 1:
        raise Refusal(_("Ingen riktlinje gäller för %(year)s. Anmäl när den finns.") % {"year": year}, field="year")
    draft = Notification(
        unit_id=team.unit_id, region_id=team.region_id, team=team, year=year, guideline_id=guideline.id
    )
    try:
        with transaction.atomic():
            draft.save(force_insert=True)
    except IntegrityError:
        words = _("Teamet har redan en anmälan för %(year)s.") % {"year": year}
        raise Refusal(words, field="year") from None
    leave_event(action="notification.draft", by=by, on=draft, changes={"year": (None, year)})
    return draft


def change_draft(*, by: Actor, notification: Notification, version: int, **answers: Any) -> Notification:
    """Keep the answers without sending anything."""
    fresh = _open("notification.change", notification, by, version)
    before = copy(fresh)
    _answer(fresh, answers)
    fresh.version += 1
    fresh.save()
    fields = changed(before, fresh, *QUESTIONS.values())
    leave_event(action="notification.change", by=by, on=fresh, changes=fields)
    return fresh


def submit(
    *, by: Actor, notification: Notification, version: int, attested: bool, words: str = "", **answers: Any
) -> Notification:
    """Send it in with the attestation. A team that lacks something may be announced: the region decides."""
    fresh = _open("notification.submit", notification, by, version)
    if not attested:
        raise Refusal(_("Intyga teamets kompetens för att skicka in."), field="attested")
    judged = judged_now(fresh, by=by)
    if judged.guideline is None:
        raise Refusal(_("Ingen riktlinje gäller för %(year)s. Anmälan kan inte skickas in.") % {"year": fresh.year})
    _answer(fresh, answers)
    _mark_sent(fresh, judged, by)
    keep(fresh, "submitted", judged, by=by, words=words)
    fresh.save()
    leave_event(action="notification.submit", by=by, on=fresh, changes={"state": (notification.state, fresh.state)})
    return fresh


def _mark_sent(fresh: Notification, judged: Judged, by: Actor) -> None:
    assert judged.guideline is not None
    fresh.guideline_id = judged.guideline.id
    fresh.attested = True
    fresh.state = NotificationState.SUBMITTED
    fresh.submitted_on, fresh.submitted_at = today(), now()
    fresh.submitted_by_id, fresh.submitted_by = by.user_id, by.name
    fresh.version += 1


def withdraw(*, by: Actor, notification: Notification, version: int) -> Notification:
    """The unit takes its notification back before the region has decided."""
    fresh = _open("notification.withdraw", notification, by, version)
    before = fresh.state
    fresh.state = NotificationState.WITHDRAWN
    fresh.version += 1
    fresh.save(update_fields=["state", "version"])
    leave_event(action="notification.withdraw", by=by, on=fresh, changes={"state": (before, fresh.state)})
    return fresh


def judged_now(notification: Notification, *, by: Actor) -> Judged:
    """The team as it would be approved: from today, or the first day of a year to come, to the end of its days."""
    return judge_from(notification.team, notification.first_possible_day(today()), by=by)


def _open(action_id: str, notification: Notification, by: Actor, version: int) -> Notification:
    fresh = held(notification, by=by)
    own_unit(fresh, by=by)
    check_state(action_id, fresh.state, fresh.get_state_display())
    check_version(fresh, version)
    return fresh


def _answer(notification: Notification, answers: dict[str, Any]) -> None:
    """Only what the guideline asks is kept."""
    guideline = rules.guideline_called(notification.guideline_id)
    asked = guideline.notification.asks if guideline and guideline.notification else ()
    for question in asked:
        field = QUESTIONS[question]
        if field in answers:
            setattr(notification, field, answers[field])
