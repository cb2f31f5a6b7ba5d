"""The trail of changes: who has changed what, by day, the latest first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samsyn.web.audit.actor import Actor
from samsyn.web.oversight.forms import TrailFilter
from samsyn.web.oversight.trail import by_day, events_of, wanted
from samsyn.web.pages.leafing import leaf
from samsyn.web.people.rights import ACTIONS


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The events that the actor may see and the filters ask for."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    form = TrailFilter(request.GET, list(ACTIONS))
    if not form.is_valid():
        return render(request, "oversight/trail.html", {"form": form}, status=422)
    page = leaf(wanted(form.cleaned_data, by=by), request.GET, by="at", newest_first=True)
    context = {
        "form": form,
        "page": page,
        "days": list(by_day(page.rows, by=by)),
        "anything": bool(page.rows) or events_of(by).exists(),
    }
    return render(request, "oversight/trail.html", context)
