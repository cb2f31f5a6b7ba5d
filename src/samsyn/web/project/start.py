"""The start page: what is waiting for someone in the active role."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor
from samsyn.web.care.worklist import work_for as work_with_cases
from samsyn.web.directory.worklist import work_for as work_with_teams
from samsyn.web.pages.work import WorkGroup
from samsyn.web.referrals.worklist import work_for as work_with_referrals


def start(request: HttpRequest) -> HttpResponse:
    """The work list; who has no assignment is told whom to ask."""
    actor = request.actor  # type: ignore[attr-defined]
    return render(request, "pages/start.html", {"work": list(_groups(actor)) if actor else []})


def _groups(actor: Actor) -> Iterator[WorkGroup]:
    """What patients wait for stands first."""
    told = [
        (_("Remisser"), work_with_referrals),
        (_("Ärenden"), work_with_cases),
        (_("Team"), work_with_teams),
    ]
    for title, work in told:
        if items := tuple(work(actor)):
            yield WorkGroup(title, items)
