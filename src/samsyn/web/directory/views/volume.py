"""Volume this year against the guideline's norm: a unit's own teams, or all of the region's."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.directory.volume_chart import chart_of
from samsyn.web.directory.volumes import team_volumes
from samsyn.web.pages.leafing import numbered

_A_PAGE = 40


@require_safe
def volumes(request: HttpRequest) -> HttpResponse:
    """The table and its chart; the teams below the norm come first."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = team_volumes(actor, today())
    page = numbered(rows, request.GET, _A_PAGE)
    context = {
        "page": page,
        "rows": page.rows,
        "total": len(rows),
        "below": sum(row.reaches is False for row in rows),
        "chart": chart_of(page.rows),
        "year": today().year,
        "region_side": actor.at_region_office,
    }
    return render(request, "directory/volume/volumes.html", context)
