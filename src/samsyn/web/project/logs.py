"""One JSON line an event, without patient data: what was asked, by which request, how it went, how long it took."""

import logging
import time
import uuid
from collections.abc import Callable
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse

from samsyn.web.project.environment import read

_frames = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)


def _where(error: Any) -> list[dict[str, Any]]:
    """What kind of error and where in the code; not its words, which may quote what was written of a patient."""
    return [{"type": each["exc_type"], "frames": each["frames"]} for each in _frames(error)]


_shared: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
structlog.configure(
    processors=[*_shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": _shared,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.ExceptionRenderer(_where),
                structlog.processors.JSONRenderer(),
            ],
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": read("SAMSYN_LOG_LEVEL")},
    # The request line of Django's own warnings holds only opaque ids, but queries may hold a search: not logged.
    "loggers": {"django.db.backends": {"level": "WARNING"}},
}

Handler = Callable[[HttpRequest], HttpResponse]
_log: Any = structlog.get_logger("samsyn.request")


class RequestIdMiddleware:
    """Gives each request an id, shown on error pages and written with every log row that the request leaves."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and log the name of the page (never its address: a mistyped one may hold anything)."""
        request.id = uuid.uuid4().hex  # type: ignore[attr-defined]
        began = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request=request.id):  # type: ignore[attr-defined]
            response = self.get_response(request)
            match = request.resolver_match
            _log.log(
                logging.ERROR if response.status_code >= 500 else logging.INFO,
                "request",
                page=match.view_name if match else None,
                method=request.method,
                status=response.status_code,
                milliseconds=round(1000 * (time.perf_counter() - began)),
            )
        return response
