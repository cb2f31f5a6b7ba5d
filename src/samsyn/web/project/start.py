"""The start page: what is waiting for someone in the active role."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samsyn.web.directory.worklist import work_for


def start(request: HttpRequest) -> HttpResponse:
    """The work list; who has no assignment is told whom to ask."""
    actor = request.actor  # type: ignore[attr-defined]
    return render(request, "pages/start.html", {"work": work_for(actor) if actor else []})
