"""The page of one case: everything about it, and what to do next."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import View

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.care.contents import contents_of
from samsyn.web.care.events import events_of
from samsyn.web.care.heading import heading_of
from samsyn.web.care.judging import checks_of
from samsyn.web.care.next_step import next_step_of
from samsyn.web.care.treatment import treatment_of
from samsyn.web.care.views.acting import CarefulCase, own_case
from samsyn.web.care.views.lists import going_through
from samsyn.web.directory.rules import modules
from samsyn.web.people.rights import ACTIONS, may


class CasePage(CarefulCase, View):
    """One page: the next step first, then each part of the way; beside it the checks and what has happened."""

    def get(self, request: HttpRequest, case_id: UUID) -> HttpResponse:
        """Show it."""
        actor: Actor = request.actor  # type: ignore[attr-defined]
        case = own_case(actor, case_id)
        contents = contents_of(case)
        treatment, checks = treatment_of(case, contents, by=actor), checks_of(case, by=actor)
        context = {
            **heading_of(case, contents),
            "contents": contents,
            "treatment": treatment,
            "checks": checks,
            "next": next_step_of(case, contents, treatment, checks, by=actor),
            "events": events_of(case, contents, treatment),
            "has_registry": bool(modules(case.programme)) or contents.registered,
            "today": today(),
            "going_through": going_through(request),
            "is_mine": case.responsible_id == actor.user_id,
            "may": {action.partition(".")[2].replace("-", "_"): may(actor, action, case.state) for action in _ACTS},
        }
        return render(request, "care/case.html", context)


_ACTS = [action for action in ACTIONS if action.startswith("case.")]
