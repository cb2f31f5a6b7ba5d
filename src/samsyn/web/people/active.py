"""Which of a user's assignments is active: read anew at each request, so that a change is obeyed at once."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now, today
from samsyn.web.people.models import Assignment

_KEY, _SINCE = "assignment", "logged_in_at"


def actor_of(request: HttpRequest) -> Actor | None:
    """The user in the chosen assignment, else in their first; None without log-in or assignment."""
    if not request.user.is_authenticated or _too_old(request):
        return None
    mine = list(current_assignments(request))
    chosen = request.session.get(_KEY)
    assignment = next((each for each in mine if str(each.id) == chosen), mine[0] if mine else None)
    request.assignments = mine  # type: ignore[attr-defined]
    return assignment.actor if assignment else None


def current_assignments(request: HttpRequest) -> "list[Assignment]":
    """The user's assignments on this day, at units by name."""
    own = Assignment.objects.active_on(today()).filter(user_id=request.user.pk)
    return list(own.select_related("unit", "user").order_by("unit__sort_key", "role"))


def choose(request: HttpRequest, assignment_id: UUID) -> bool:
    """Make another of the user's own assignments the active one; False if it is none of theirs."""
    if not any(each.id == assignment_id for each in current_assignments(request)):
        return False
    request.session[_KEY] = str(assignment_id)
    return True


def _too_old(request: HttpRequest) -> bool:
    """However busy, a log-in ends after some hours."""
    began = request.session.setdefault(_SINCE, now().timestamp())
    if now().timestamp() - began <= settings.SESSION_LONGEST_SECONDS:
        return False
    logout(request)
    return True
