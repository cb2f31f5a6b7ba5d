"""Notifications, approvals and notices in every state, made as rows."""

from datetime import date
from typing import Any

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now, today
from samsyn.web.directory.acts.notification import judged_now
from samsyn.web.directory.models import Accreditation, Notification, NotificationState, StaffingNotice, Team


def notification_in(state: str, team: Team, **facts: Any) -> Notification:
    """A notification of the team for the year, in that state."""
    row = Notification(
        unit=team.unit, region=team.region, team=team, year=today().year, guideline_id="vgr-mmr-2019", state=state,
        **facts,
    )  # fmt: skip
    if state != NotificationState.DRAFT:
        row.submitted_at, row.submitted_on, row.submitted_by = now(), today(), "Någon"
    row.save()
    return row


def accreditation_in(state: str, team: Team) -> Accreditation:
    """An approval of the year, with its notification."""
    ended = state == "withdrawn"
    row = Accreditation(
        unit=team.unit, region=team.region, team=team, first_day=date(2019, 1, 1), last_day=date(2019, 12, 31),
        notification=notification_in("ended" if ended else "approved", team), withdrawn_at=now() if ended else None,
    )  # fmt: skip
    row.save()
    return row


def notice_in(state: str, team: Team) -> StaffingNotice:
    """A notice of changed staffing."""
    row = StaffingNotice(
        unit=team.unit, region=team.region, team=team, state=state, from_day=today(), words="Läkaren slutar.",
        sent_on=today(), sent_at=now(), sent_by="Någon",
    )  # fmt: skip
    row.save()
    return row


def decision_on(notification: Notification, officer: Actor, **more: Any) -> dict[str, Any]:
    """What the form of a decision holds, just read."""
    read = {"version": notification.version, "seen": judged_now(notification, by=officer).fingerprint}
    return read | {"first_day": "2019-10-31", "last_day": "2019-12-31", "words": "Därför."} | more
