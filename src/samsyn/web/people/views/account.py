"""One's own page: who one is here, and the ways in."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samsyn.web.audit.clock import today
from samsyn.web.people.login.first import has_second_factor
from samsyn.web.people.models import Assignment
from samsyn.web.people.session_keys import COMMISSION


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """Name, assignments, and what can be changed; also for who has no assignment, who is told whom to ask."""
    mine = Assignment.objects.not_ended_on(today()).filter(user_id=request.user.pk).select_related("unit")
    commission = request.session.get(COMMISSION)
    if commission:
        mine = mine.filter(id=commission)
    context = {
        "mine": mine.order_by("unit__sort_key", "first_day"),
        "by_provider": bool(commission),
        "has_password": request.user.has_usable_password(),
        "has_second_factor": has_second_factor(request.user),
    }
    return render(request, "people/account.html", context)
