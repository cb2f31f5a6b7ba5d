"""The answer when the database cannot be read, or the access log cannot be written: nothing of the page, and 503."""

import structlog
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

_log = structlog.get_logger("samsyn.unavailable")


def unavailable(request: HttpRequest, error: Exception) -> HttpResponse:
    """A plain page that needs no database. The error's own text may hold data, so only its kind is logged."""
    _log.error("database", kind=type(error).__name__)
    context = {"request_id": getattr(request, "id", ""), "heading": _("Tjänsten är inte tillgänglig just nu")}
    response = HttpResponse(render_to_string("503.html", context), status=503)
    response.headers["Retry-After"] = "30"
    return response
