"""What someone must do before anything else opens: take a password of their own, add a second factor (ASVS 6.3.3)."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from samsyn.web.people.rights import action_at
from samsyn.web.people.session_keys import COMMISSION

Handler = Callable[[HttpRequest], HttpResponse]

PASSWORD, SECOND_FACTOR = "account_change_password", "mfa_index"
_OPEN = {
    PASSWORD: {"page.public", "login.make", "password.change"},
    SECOND_FACTOR: {"page.public", "login.make", "login.confirm", "second-factor.own"},
}
"""Which actions of the table of rights stay open meanwhile, so that it can be done and one can log out."""


def first_to_do(request: HttpRequest) -> str | None:
    """The name of the page that must be dealt with first, if any.

    Whoever comes by the region's identity provider has been asked for more than a password there.
    """
    if request.session.get(COMMISSION):
        return None
    if request.user.password_is_temporary:  # type: ignore[union-attr]
        return PASSWORD
    return None if settings.DEMO or has_second_factor(request.user) else SECOND_FACTOR


def has_second_factor(user: object) -> bool:
    """Whether an authenticator app or a passkey is there. Codes on paper alone are none: they run out."""
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return Authenticator.objects.filter(user=user, type__in=kinds).exists()  # type: ignore[misc]


class FirstThingsFirstMiddleware:
    """Leads there from every page. Even without it nothing would open: such a user is no actor (`active.py`)."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let it through: the page is known only in `process_view`."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        """Answer with a redirect, unless the page helps to get it done."""
        wanted = request.first_to_do if request.user.is_authenticated else None  # type: ignore[attr-defined]
        if wanted is None:
            return None
        action = action_at(request.resolver_match.view_name) if request.resolver_match else None
        if action is not None and action.id in _OPEN[wanted]:
            return None
        return _lead(request, reverse(wanted))


def _lead(request: HttpRequest, address: str) -> HttpResponse:
    if getattr(request, "htmx", False):
        return HttpResponseClientRedirect(address)
    return HttpResponseRedirect(address)
