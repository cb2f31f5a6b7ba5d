"""What the pages about teams read: lists in their order, and how each team stands on a day."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet, Subquery

from samsyn.kernel.swedish import search_key
from samsyn.web.audit.actor import Actor
from samsyn.web.directory.models import (
    Accreditation,
    Notification,
    NotificationState,
    StaffingNotice,
    Team,
    Volume,
    in_force_on,
)


def teams_of(actor: Actor, day: date) -> "QuerySet[Team]":
    """The actor's teams by name, each with `approved_to` (None where it is not approved on the day) and `approved`."""
    standing = Accreditation.at(actor).filter(in_force_on(day), team=OuterRef("pk"))
    longest = standing.order_by(F("last_day").desc(nulls_first=True))  # of several: until further notice, else the last
    found = Team.at(actor).select_related("unit__provider")
    return found.annotate(approved=Exists(standing), approved_to=Subquery(longest.values("last_day")[:1]))


def with_volume(teams: "QuerySet[Team]", actor: Actor, day: date) -> "QuerySet[Team]":
    """The same, each with the year's newest count on or before the day, `patients`, and its day."""
    own = Volume.at(actor).filter(unit=OuterRef("unit"), level=OuterRef("level"), year=day.year, counted_on__lte=day)
    counts = own.order_by("-counted_on")
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


def teams_to_judge(actor: Actor) -> "QuerySet[Team]":
    """Teams with all that the core judges them by, in a fixed number of queries."""
    found = Team.at(actor).select_related("unit__provider", "region")
    return found.prefetch_related("members", "connections", "accreditations")


def whole_team(actor: Actor) -> "QuerySet[Team]":
    """The same with their history: all that a page about one needs."""
    return teams_to_judge(actor).prefetch_related(_visible_notifications(actor), "notices")


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
