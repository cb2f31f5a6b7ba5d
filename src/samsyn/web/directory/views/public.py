"""Finding an accredited team: open to everyone, as pages and as data."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samsyn.kernel import sort_key
from samsyn.web.audit.clock import today
from samsyn.web.directory.accredited import PublicTeam, matching, public_on
from samsyn.web.directory.levels import levels_on, meaning, meanings_on
from samsyn.web.organisations.models import Region
from samsyn.web.pages.leafing import leaf

_A_PAGE = 30


class FindForm(forms.Form):
    """What is looked for; everything may be left out."""

    q = forms.CharField(label=_("Namn, ort eller enhet"), required=False, max_length=100)
    level = forms.ChoiceField(label=_("Nivå"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)

    say_optional = False

    def __init__(self, data: Any, day: date) -> None:
        super().__init__(data)
        regions = sorted(Region.objects.all(), key=lambda region: sort_key(region.name))
        self.fields["level"].choices = [("", _("Alla")), *((each, each) for each in levels_on(day))]
        self.fields["region"].choices = [("", _("Alla")), *((str(each.id), each.name) for each in regions)]

    def filters(self) -> dict[str, str]:
        """The words and choices, by the names that `matching` takes."""
        return {"words": self.cleaned_data["q"], **{key: self.cleaned_data[key] for key in ("level", "region")}}


@require_safe
def teams(request: HttpRequest) -> HttpResponse:
    """The accredited teams that match, by name. What cannot be read matches nothing, and says so by its field."""
    day, form = today(), FindForm(request.GET, today())
    found = public_on(day)
    found = matching(found, **form.filters()) if form.is_valid() else found.none()
    page = leaf(found, request.GET, size=_A_PAGE)
    context = {
        "form": form,
        "page": page,
        "teams": [PublicTeam.of(team, day) for team in page.rows],
        "total": found.order_by().values("pk").count(),
        "levels": meanings_on(day),
        "day": day,
    }
    return render(request, "directory/public/teams.html", context)


@require_safe
def team(request: HttpRequest, team: UUID) -> HttpResponse:
    """One accredited team. Any other team answers like one that does not exist."""
    found = PublicTeam.of(_one(team), today())
    context = {"team": found, "meaning": meaning(found.programme, found.level, today()), "day": today()}
    return render(request, "directory/public/team.html", context)


@require_safe
def as_json(request: HttpRequest) -> JsonResponse:
    """The same list as open data; the fields are described in docs/reference/public-teams.md and stay."""
    day, form = today(), FindForm(request.GET, today())
    if not form.is_valid():
        answer = JsonResponse({"errors": form.errors.get_json_data()}, status=400)
    else:
        pages = request.build_absolute_uri(reverse("directory:public-teams"))
        rows = [_plain(PublicTeam.of(each, day), pages) for each in matching(public_on(day), **form.filters())]
        answer = JsonResponse({"day": day.isoformat(), "teams": rows}, json_dumps_params={"ensure_ascii": False})
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def _one(team_id: UUID) -> Any:
    found = public_on(today()).filter(pk=team_id).first()
    if found is None:
        raise Http404
    return found


def _plain(team: PublicTeam, pages: str) -> dict[str, Any]:
    """The fields of the open data, in their order; the team's own page lies under that of all teams."""
    return {
        "id": str(team.id),
        "name": team.name,
        "unit": team.unit,
        "unit_hsa_id": team.unit_hsa_id,
        "provider": team.provider,
        "place": team.place,
        "region": team.region,
        "programme": team.programme,
        "level": team.level,
        "care_level": team.care_level,
        "phone": team.phone,
        "email": team.email,
        "website": team.website,
        "address": team.address,
        "presentation": team.presentation,
        "waiting_weeks": team.waiting_weeks,
        "waiting_stated_on": _day(team.waiting_on),
        "accredited_from": _day(team.accredited_from),
        "accredited_to": _day(team.accredited_to),
        "details_confirmed_on": _day(team.confirmed_on),
        "page": f"{pages}{team.id}",
    }


def _day(day: date | None) -> str | None:
    return day and day.isoformat()
