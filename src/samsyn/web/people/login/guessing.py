"""Against guessing: ten wrong tries for a name or from an address, and both rest for a quarter of an hour (axes)."""

from typing import Any

from allauth.core.internal.httpkit import get_client_ip
from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The name as accounts have it: capital letters and spaces around it do not give more tries."""
    name = (credentials or {}).get("username") or request.POST.get("login", "")
    return str(name).strip().casefold()[:150]


def address_of(request: HttpRequest) -> str | None:
    """Where the request comes from; behind a proxy, what ALLAUTH_TRUSTED_PROXY_COUNT says of its header."""
    return get_client_ip(request)


def too_many(request: HttpRequest, response: HttpResponse | None = None, credentials: object = None) -> HttpResponse:
    """Answer 429, the same for names that exist and those that do not."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    answer = render(request, "account/too_many.html", {"minutes": minutes}, status=429)
    answer.headers["Retry-After"] = str(minutes * 60)
    return answer


def may_try(request: HttpRequest, username: str) -> bool:
    """Whether a code may be tried for the name; if not, the answer will be `too_many`."""
    if AxesProxyHandler.is_allowed(request, {"username": username}):
        return True
    request.axes_locked_out = True  # type: ignore[attr-defined]
    return False


def count_failure(request: HttpRequest, username: str) -> None:
    """A wrong code counts as a wrong password does."""
    user_login_failed.send(sender=__name__, credentials={"username": username}, request=request)


def forget_failures(username: str) -> None:
    """Who has logged in begins anew. Failures of other names from the same address stay counted."""
    AccessAttempt.objects.filter(username=name_tried(HttpRequest(), {"username": username})).delete()
