"""The door: one transaction, one actor, one look in the table of rights, and the access log, for every request."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.views.defaults import permission_denied

from samsyn.web.audit.reach import declare
from samsyn.web.audit.reading import Reads, log_access, reading
from samsyn.web.people.active import actor_of
from samsyn.web.people.rights import Action, action_at, allowed
from samsyn.web.project.unavailable import unavailable

Handler = Callable[[HttpRequest], HttpResponse]


class DoorMiddleware:
    """Stands innermost, so that nothing of a page is made outside its transaction."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request through, keep its log, and show nothing that could not be logged."""
        request.failed = request.refused = False  # type: ignore[attr-defined]
        try:
            with transaction.atomic(), reading() as reads:
                request.actor = actor_of(request)  # type: ignore[attr-defined]
                declare(request.actor)  # type: ignore[attr-defined]
                reads.unit_id = request.actor and request.actor.unit_id  # type: ignore[attr-defined]
                response = self.get_response(request)
                if request.failed or response.status_code >= 500:  # type: ignore[attr-defined]
                    transaction.set_rollback(True)
                else:
                    _log(request, reads)
            if request.refused:  # type: ignore[attr-defined]
                self._log_refusal(request, reads)
        except DatabaseError as error:
            return unavailable(request, error)
        return _never_stored(request, response)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        """Refuse what the table of rights does not let this actor do."""
        match = request.resolver_match
        action = action_at(match.view_name) if match else None
        actor = request.actor  # type: ignore[attr-defined]
        request.action = action  # type: ignore[attr-defined]
        if action is not None and allowed(action, actor):
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        request.refused = True  # type: ignore[attr-defined]
        return permission_denied(request, PermissionDenied())

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Whatever stops the view undoes what it wrote."""
        request.failed = True  # type: ignore[attr-defined]
        request.refused = isinstance(exception, PermissionDenied)  # type: ignore[attr-defined]

    def _log_refusal(self, request: HttpRequest, reads: Reads) -> None:
        with transaction.atomic():
            declare(request.actor)  # type: ignore[attr-defined]
            _log(request, reads, "refused")


def _log(request: HttpRequest, reads: Reads, result: str = "allowed") -> None:
    action: Action | None = getattr(request, "action", None)
    if request.actor is None or (result == "allowed" and not reads.patients):  # type: ignore[attr-defined]
        return
    log_access(
        reads,
        by=request.actor,  # type: ignore[attr-defined]
        action=action.id if action else "unknown",
        purpose=action.purpose if action else "none",
        request_id=request.id,  # type: ignore[attr-defined]
        result=result,
    )


def _never_stored(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Pages of someone who is logged in are kept by no cache."""
    if request.user.is_authenticated:
        response.headers.setdefault("Cache-Control", "no-store")
    return response
