"""What is waiting for someone in each role, for the start page: only counts, each with the list it leads to."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.clock import today
from samsyn.web.directory.accredited import unconfirmed
from samsyn.web.directory.judging import judge_day
from samsyn.web.directory.models import (
    Accreditation,
    NoticeState,
    Notification,
    NotificationState,
    StaffingNotice,
    Team,
)
from samsyn.web.directory.reading import teams_to_judge, waiting_notifications
from samsyn.web.directory.volumes import team_volumes
from samsyn.web.pages.work import WorkItem, with_something


def work_for(actor: Actor) -> list[WorkItem]:
    """What there is to do about teams; lines without anything to do are left out."""
    lines = {
        Role.REGION_OFFICER: _of_region,
        Role.REGION_REVIEWER: _of_region,
        Role.COORDINATOR: _of_coordinator,
        Role.CLINICIAN: _of_unit,
        Role.ECONOMIST: _of_unit,
    }.get(actor.role)
    return with_something(lines(actor)) if lines else []


def _of_region(actor: Actor) -> Iterator[WorkItem]:
    notices = StaffingNotice.at(actor).filter(state=NoticeState.SENT)
    yield WorkItem(
        _("Anmälningar att besluta"), waiting_notifications(actor).count(), reverse("directory:notifications"), True
    )
    yield WorkItem(_("Meddelanden om ändrad bemanning"), notices.count(), reverse("directory:notices"))
    not_approved = reverse("directory:region-teams") + "?state=other"
    yield WorkItem(_("Team utan godkännande i år"), _never_this_year(actor).count(), not_approved)
    yield WorkItem(
        _("Team som inte har bekräftat sina uppgifter i år"),
        unconfirmed(actor, today()).count(),
        reverse("directory:unconfirmed-teams"),
    )
    below = sum(each.reaches is False for each in team_volumes(actor, today()))
    yield WorkItem(_("Team som inte väntas nå årets volym"), below, reverse("directory:volumes"))


def _of_coordinator(actor: Actor) -> Iterator[WorkItem]:
    yield _of_state(actor, NotificationState.RETURNED, _("Anmälningar åter för komplettering"), urgent=True)
    yield _of_state(actor, NotificationState.DRAFT, _("Anmälningar som inte är inskickade"))
    yield from _of_unit(actor)
    count = unconfirmed(actor, today()).count()
    address = reverse("directory:unconfirmed-teams")
    yield WorkItem(_("Team vars uppgifter inte är bekräftade i år"), count, address)


def _of_unit(actor: Actor) -> Iterator[WorkItem]:
    short = [team for team in teams_to_judge(actor) if not judge_day(team, today(), by=actor).complete]
    yield WorkItem(_("Team som saknar bemanning i dag"), len(short), _one_or_list(short, "#kontroll"), True)
    without = list(_never_this_year(actor))
    yield WorkItem(_("Team utan godkännande i år"), len(without), _one_or_list(without))


def _of_state(actor: Actor, state: NotificationState, title: str, *, urgent: bool = False) -> WorkItem:
    own = Notification.at(actor).filter(unit_id=actor.unit_id, state=state)
    found = list(own.values_list("pk", flat=True)[:100])
    url = reverse("directory:notification", args=[found[0]]) if len(found) == 1 else reverse("directory:teams")
    return WorkItem(title, len(found), url, urgent)


def _never_this_year(actor: Actor) -> "QuerySet[Team]":
    """Teams without a day of approval in the calendar year."""
    year = today().year
    days = Q(last_day__isnull=True) | Q(last_day__year__gte=year)
    approved = Accreditation.at(actor).filter(days, team=OuterRef("pk"), first_day__year__lte=year)
    return Team.at(actor).filter(~Exists(approved))


def _one_or_list(teams: list[Team], part: str = "") -> str:
    """Straight to the team where there is one, else to the list."""
    return reverse("directory:team", args=[teams[0].pk]) + part if len(teams) == 1 else reverse("directory:teams")
