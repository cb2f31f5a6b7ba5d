"""Changing which of one's assignments is active."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.web.people.active import actor_of, choose
from samsyn.web.people.role_names import ROLE_NAMES


@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """Take the chosen assignment and go to its start page, saying what one now is."""
    try:
        chosen = choose(request, UUID(request.POST.get("assignment", "")))
    except ValueError:
        chosen = False
    if not chosen or (actor := actor_of(request)) is None:
        raise Http404
    words = _("Du är nu %(role)s på %(unit)s.") % {"role": ROLE_NAMES[actor.role], "unit": actor.unit_name}
    messages.info(request, words)
    return redirect("pages:start")
