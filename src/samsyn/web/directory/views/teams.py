"""Lists of teams, and the page about one."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.directory import rules
from samsyn.web.directory.forms.decision import TeamFilter
from samsyn.web.directory.history import history_of
from samsyn.web.directory.judging import Judged, judge_day, judge_year
from samsyn.web.directory.models import Notification, Team
from samsyn.web.directory.models.notification import OPEN
from samsyn.web.directory.reading import roster_beside, roster_on, teams_of, whole_team, with_volume, with_words
from samsyn.web.directory.told import tell
from samsyn.web.organisations.models import Region
from samsyn.web.pages.dates import read_day
from samsyn.web.pages.leafing import leaf
from samsyn.web.people.rights import may


@require_safe
def own_teams(request: HttpRequest) -> HttpResponse:
    """The unit's teams: whether each is approved today, and where its notification of the year stands."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    day = today()
    teams = list(teams_of(actor, day).filter(unit_id=actor.unit_id).order_by("sort_key", "id"))
    found = Notification.at(actor).filter(year=day.year).defer("judged")
    in_order = sorted(found, key=lambda each: (each.state in OPEN, each.submitted_on or date.min))
    announced = {each.team_id: each for each in in_order}  # the open one, else the one sent in last
    rows = [{"team": team, "notification": announced.get(team.pk)} for team in teams]
    context = {"rows": rows, "year": day.year, "may_register": may(actor, "team.register")}
    return render(request, "directory/teams/own.html", context)


@require_safe
def region_teams(request: HttpRequest) -> HttpResponse:
    """The region's teams by name: state today, and the year's volume where it has been loaded."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    day = today()
    programmes = Region.objects.get(pk=actor.region_id).programmes
    form = TeamFilter(request.GET or None, levels=rules.levels_of(programmes))
    wanted = form.cleaned_data if form.is_valid() else {}
    found = with_volume(_wanted_teams(teams_of(actor, day), wanted), actor, day)
    page = leaf(found, request.GET)
    rows = [{"team": team, "norm": rules.patients_asked(team.programme, team.level, day)} for team in page.rows]
    context = {"form": form, "page": page, "rows": rows, "filtered": any(wanted.values()), "year": day.year}
    return render(request, "directory/teams/region.html", context)


def _wanted_teams(teams: Any, wanted: dict[str, Any]) -> Any:
    teams = with_words(teams, wanted.get("q", ""), "search_key")
    if wanted.get("level"):
        teams = teams.filter(level=wanted["level"])
    if wanted.get("state"):
        teams = teams.filter(approved=wanted["state"] == "approved")
    return teams


@require_safe
def team(request: HttpRequest, team: UUID) -> HttpResponse:
    """All about one team."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = get_object_or_404(whole_team(actor), pk=team)
    day, year = _asked_day(request), _asked_year(request)
    context = {
        "team": found,
        "day": day,
        "roster": roster_on(found, day),
        "beside": list(roster_beside(found, day)),
        "now": shown(judge_day(found, today(), by=actor)),
        "year": year,
        "years": years_of(found),
        "in_year": shown(judge_year(found, year, today=today(), by=actor)),
        "history": history_of(found),
        "writes": may(actor, "team.change") and found.unit_id == actor.unit_id,
        "withdraws": may(actor, "accreditation.withdraw") and actor.at_region_office,
        "at_region": actor.at_region_office,
        "today": today(),
    }
    return render(request, "directory/teams/team.html", context)


def shown(judged: Judged) -> dict[str, Any]:
    """What a template needs of what was judged, in the reader's words."""
    guideline = judged.guideline
    return {
        "judged": judged,
        "findings": tell(judged.findings),
        "guideline": guideline,
        "first": judged.days[0].first,
        "last": judged.days[-1].last,
        "as_if": judged.as_if,
    }


def years_of(team: Team) -> list[int]:
    """The years that a team's page can be asked for: those of its approvals and notifications, this and the next."""
    this = today().year
    first = [each.first_day.year for each in team.accreditations.all()]
    return sorted({this, this + 1, *first, *(each.year for each in team.notifications.all())}, reverse=True)


def _asked_day(request: HttpRequest) -> date:
    try:
        return read_day(request.GET.get("dag", "")) or today()
    except ValueError:
        return today()


def _asked_year(request: HttpRequest) -> int:
    written = request.GET.get("ar", "")
    year = int(written) if written.isascii() and written.isdigit() else 0
    return year if 2000 <= year <= today().year + 1 else today().year
