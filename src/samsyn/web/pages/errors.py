"""Pages for what went wrong, drawn without the database: generic words and the request's id, never a trace."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400; for `handler400`. The exception's words are not for the reader."""
    return _plain(request, "400.html", status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500; for `handler500`."""
    return _plain(request, "500.html", status=500)


def _plain(request: HttpRequest, template: str, *, status: int) -> HttpResponse:
    context = {"request_id": getattr(request, "id", "")}
    return HttpResponse(render_to_string(template, context), status=status)
