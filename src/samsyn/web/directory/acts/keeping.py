"""What is kept with a notification each time it is sent in or decided: who, when, words, findings, roster."""

from typing import Any

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now, today
from samsyn.web.directory.judging import Judged
from samsyn.web.directory.models import Notification


def keep(notification: Notification, event: str, judged: Judged, *, by: Actor, words: str = "") -> None:
    """Add the moment to the notification, as things stand; the caller saves."""
    notification.judged = [*notification.judged, _moment(notification, event, judged, by, words)]


def _moment(notification: Notification, event: str, judged: Judged, by: Actor, words: str) -> dict[str, Any]:
    return {
        "event": event,
        "on": today().isoformat(),
        "at": now().isoformat(),
        "by": by.name,
        "by_id": str(by.user_id),
        "words": words,
        "guideline": judged.guideline.id if judged.guideline else "",
        "sha256": judged.guideline.sha256 if judged.guideline else "",
        "days": [[period.first.isoformat(), period.last.isoformat()] for period in judged.days],
        "findings": list(judged.findings),
        "roster": [
            {
                "name": member.name,
                "profession": member.profession,
                "competences": member.competences,
                "first_day": member.first_day.isoformat(),
                "last_day": member.last_day.isoformat() if member.last_day else "",
            }
            for member in notification.team.members.order_by("first_day", "name")
        ],
    }


def has_sent(notification: Notification, by: Actor) -> bool:
    """Whether the person has at some time sent the notification in, and so attested the team."""
    senders = {moment["by_id"] for moment in notification.judged if moment["event"] == "submitted"}
    return str(by.user_id) in senders | {str(notification.submitted_by_id)}
