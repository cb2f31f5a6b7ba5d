"""The two addresses of the way to the identity provider and back."""

from typing import Any

import structlog
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.internal import statekit
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from requests import RequestException

from samsyn.web.audit.refusal import Refusal
from samsyn.web.people.models import Assignment
from samsyn.web.people.oidc.person import admit
from samsyn.web.people.oidc.provider import claims_of, provider_of, way_there
from samsyn.web.people.oidc.token import TokenRefused

_log = structlog.get_logger("samsyn.oidc")
_FAULTS = (TokenRefused, OAuth2Error, RequestException, KeyError, ValueError)
_NO_ANSWER = _("Inloggningstjänsten svarar inte som den ska. Försök igen om en stund.")
_OTHER_WAY = _("Inloggningen tog för lång tid eller började i ett annat fönster. Försök igen.")
_STOPPED = _("Inloggningen avbröts. Försök igen.")
_NOT_PROVEN = _("Inloggningstjänstens svar kunde inte styrkas. Försök igen, och hör av dig om det händer på nytt.")


@never_cache
@require_safe
def log_in(request: HttpRequest) -> HttpResponse:
    """Go to the provider. A link, not a form: the policy lets forms be sent to ourselves alone."""
    try:
        return way_there(request, get_next_redirect_url(request))
    except _FAULTS as fault:
        return _refused(request, _NO_ANSWER, fault)


@never_cache
@require_safe
def callback(request: HttpRequest) -> HttpResponse:
    """Come back from it."""
    provider = provider_of(request)
    state = statekit.unstash_state(request, provider_id=provider.sub_id, state_id=request.GET.get("state", ""))
    if state is None:
        return _refused(request, _OTHER_WAY)
    if "code" not in request.GET:
        return _refused(request, _STOPPED if request.GET.get("error") == "access_denied" else _NO_ANSWER)
    try:
        claims = claims_of(request, state)
    except _FAULTS as fault:
        return _refused(request, _NOT_PROVEN, fault)
    try:
        return _let_in(request, admit(claims), state)
    except Refusal as refusal:
        return _refused(request, refusal.words)


def _let_in(request: HttpRequest, assignment: Assignment, state: dict[str, Any]) -> HttpResponse:
    """Begin a new session, in which the person is what the commission says and nothing else."""
    if request.user.is_authenticated:
        logout(request)
    user = assignment.user
    request.commission = assignment  # type: ignore[attr-defined]
    record_authentication(request, user, "socialaccount", provider="region", uid=user.hsa_id)
    return perform_login(request, Login(user=user, redirect_url=state.get("next")))


def _refused(request: HttpRequest, words: str | Promise, fault: Exception | None = None) -> HttpResponse:
    """A page that says why not. What a fault holds may be someone's data, so only its kind is logged."""
    if fault is not None:
        _log.warning("refused", kind=type(fault).__name__, why=str(fault) if isinstance(fault, TokenRefused) else "")
    return render(request, "socialaccount/authentication_error.html", {"words": words}, status=403)
