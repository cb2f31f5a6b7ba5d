"""What the pages about teams read: lists in their order, and how each team stands on a day."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from samsyn.kernel.swedish import search_key
from samsyn.web.audit.actor import Actor
from samsyn.web.directory.models import Accreditation, Notification, NotificationState, StaffingNotice, Team, Volume


def teams_of(actor: Actor, day: date) -> "QuerySet[Team]":
    """The actor's teams by name, each with `approved_to` (None where it is not approved on the day) and `approved`."""
    standing = Accreditation.at(actor).filter(
        Q(last_day__isnull=True) | Q(last_day__gte=day), team=OuterRef("pk"), first_day__lte=day
    )
    found = Team.at(actor).select_related("unit__provider")
    return found.annotate(approved=Exists(standing), approved_to=Subquery(standing.values("last_day")[:1]))


def with_volume(teams: "QuerySet[Team]", actor: Actor, year: int) -> "QuerySet[Team]":
    """The same, each with the newest count of the year, `patients`, and its day."""
    counts = Volume.at(actor).filter(unit=OuterRef("unit"), level=OuterRef("level"), year=year).order_by("-counted_on")
    return teams.annotate(
        patients=Subquery(counts.values("patients")[:1]), counted_on=Subquery(counts.values("counted_on")[:1])
    )


def with_words(rows: "QuerySet[Any]", text: str, field: str) -> "QuerySet[Any]":
    """Those whose search key holds every word of the text."""
    for word in search_key(text).split():
        rows = rows.filter(**{f"{field}__contains": word})
    return rows


def sent_notifications(actor: Actor) -> "QuerySet[Notification]":
    """What the region has been sent, oldest first: drafts are the unit's own."""
    sent = Notification.at(actor).filter(submitted_at__isnull=False)
    return sent.select_related("team__unit__provider").order_by("submitted_at", "id")


def waiting_notifications(actor: Actor) -> "QuerySet[Notification]":
    """Those to decide, oldest first."""
    return sent_notifications(actor).filter(state=NotificationState.SUBMITTED)


def notices_of(actor: Actor) -> "QuerySet[StaffingNotice]":
    """Notices of changed staffing, oldest first."""
    return StaffingNotice.at(actor).select_related("team__unit").order_by("sent_at", "id")


def whole_team(actor: Actor) -> "QuerySet[Team]":
    """Teams with all that a page about one needs, in a fixed number of queries."""
    return (
        Team.at(actor)
        .select_related("unit__provider", "region")
        .prefetch_related("members", "connections", "accreditations", _visible_notifications(actor), "notices")
    )


def _visible_notifications(actor: Actor) -> Prefetch:
    """The region sees what it has been sent."""
    rows = Notification.at(actor).order_by("-year", "-submitted_at")
    return Prefetch("notifications", rows.filter(submitted_at__isnull=False) if actor.at_region_office else rows)


def roster_on(team: Team, day: date) -> list[Any]:
    """The members on the day, by profession and name."""
    there = [m for m in team.members.all() if m.first_day <= day and (m.last_day is None or m.last_day >= day)]
    return sorted(there, key=lambda member: (member.profession, member.name))


def roster_beside(team: Team, day: date) -> Iterator[Any]:
    """Those who are not there on the day: yet to come, or gone."""
    there = {member.pk for member in roster_on(team, day)}
    return (m for m in sorted(team.members.all(), key=lambda m: (m.first_day, m.name)) if m.pk not in there)
