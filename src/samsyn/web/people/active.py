"""Which of a user's assignments is active: read anew at each request, so that a change is obeyed at once."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now, today
from samsyn.web.people.login.first import first_to_do
from samsyn.web.people.models import Assignment, AssignmentQuerySet
from samsyn.web.people.session_keys import CHOSEN, COMMISSION, SINCE


def actor_of(request: HttpRequest) -> Actor | None:
    """The user in the chosen assignment, else in their first; None without log-in or assignment.

    None too for who has something to do before anything else opens: nothing then depends on a redirect.
    """
    if not request.user.is_authenticated or _too_old(request):
        return None
    request.first_to_do = first_to_do(request)  # type: ignore[attr-defined]
    if request.first_to_do:  # type: ignore[attr-defined]
        return None
    mine = current_assignments(request)
    chosen = request.session.get(CHOSEN)
    assignment = next((each for each in mine if str(each.id) == chosen), mine[0] if mine else None)
    request.assignments = mine  # type: ignore[attr-defined]
    return assignment.actor if assignment else None


def current_assignments(request: HttpRequest) -> "list[Assignment]":
    """The user's assignments on this day, oldest first; for who came with a commission, that one alone."""
    commission = request.session.get(COMMISSION)
    own = _own(request.user).filter(from_commission=bool(commission))
    return list(own.filter(id=commission) if commission else own)


def own_actor(user: Any) -> Actor | None:
    """The user in their first assignment: who did it, where no assignment has been chosen yet (a log-in)."""
    first = _own(user).first()
    return first.actor if first else None


def _own(user: Any) -> AssignmentQuerySet:
    """The user's assignments on this day: lasting ones first, the oldest of them first."""
    own = Assignment.objects.active_on(today()).filter(user_id=user.pk).select_related("unit", "user")
    return own.order_by("from_commission", "first_day", "unit__sort_key", "role")


def choose(request: HttpRequest, assignment_id: UUID) -> bool:
    """Make another of the user's own assignments the active one; False if it is none of theirs."""
    if not any(each.id == assignment_id for each in current_assignments(request)):
        return False
    request.session[CHOSEN] = str(assignment_id)
    return True


def _too_old(request: HttpRequest) -> bool:
    """However busy, a log-in ends after some hours (SESSION_LONGEST_SECONDS)."""
    began = request.session.setdefault(SINCE, now().timestamp())
    if now().timestamp() - began <= settings.SESSION_LONGEST_SECONDS:
        return False
    logout(request)
    return True
