"""Pages of log-in where allauth's own do not suffice."""

from typing import Any
from uuid import UUID

from allauth.account.views import LoginView, LogoutView, PasswordChangeView
from allauth.mfa.base.views import AuthenticateView
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from samsyn.web.people.active import own_actor
from samsyn.web.people.login.forms import ChosenPasswordForm
from samsyn.web.people.login.links import holds
from samsyn.web.people.login.trail import note
from samsyn.web.people.models import User
from samsyn.web.people.session_keys import CHOOSING


class _Unreadable:
    """A form that cannot be taken is shown again with 422, as everywhere here."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show it again."""
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        response.status_code = 422
        return response


class LogInView(_Unreadable, LoginView):
    """User name and password, a passkey, or the region's identity provider."""

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """Say which ways there are."""
        apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
        return super().get_context_data(**more) | {
            "provider_name": apps[0]["name"] if apps else "",
            "demo": settings.DEMO,
        }


class SecondFactorView(_Unreadable, AuthenticateView):
    """The second step."""


class LogOutView(LogoutView):
    """Ends the session, and has the browser forget what it kept of the pages."""

    def post(self, *arguments: Any, **named: Any) -> HttpResponse:
        """Log out."""
        response = super().post(*arguments, **named)
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


class ChangePasswordView(_Unreadable, PasswordChangeView):
    """For who has a password; others log in elsewhere."""

    def dispatch(self, request: HttpRequest, *arguments: Any, **named: Any) -> Any:
        """Lead those without to their own page."""
        if request.user.is_authenticated and not request.user.has_usable_password():
            messages.info(request, _("Du loggar in genom regionen och har inget lösenord här."))
            return redirect("people:account")
        return super().dispatch(request, *arguments, **named)


log_in = LogInView.as_view()
second_factor = SecondFactorView.as_view()
log_out = LogOutView.as_view()
change_password = ChangePasswordView.as_view()


@never_cache
@require_safe
def open_link(request: HttpRequest, user_id: UUID, token: str) -> HttpResponse:
    """Take what the link says into the session, so that the secret stands in no further address (nor in a log)."""
    user = User.objects.filter(id=user_id).first()
    if user is None or not holds(user, token):
        return _dead(request)
    request.session[CHOOSING] = {"user": str(user.id), "token": token}
    return redirect("choose_password")


@never_cache
@sensitive_post_parameters()
def choose_password(request: HttpRequest) -> HttpResponse:
    """Take a password for the account that the link was for; a link that no longer holds says nothing of why."""
    opened = request.session.get(CHOOSING) or {}
    with transaction.atomic():
        user = User.objects.select_for_update().filter(id=opened.get("user")).first()
        if user is None or not holds(user, opened["token"]):
            return _dead(request)
        form = ChosenPasswordForm(request.POST if request.method == "POST" else None, user=user)
        if not form.is_valid():
            return render(request, "account/choose_password.html", {"form": form}, status=_status(form))
        user.set_password(form.cleaned_data["password1"])
        user.password_is_temporary = False
        user.save()
        note("password.choose", by=own_actor(user), user=user)
    del request.session[CHOOSING]
    messages.success(request, _("Lösenordet är sparat. Logga in med det."))
    return redirect("account_login")


def _dead(request: HttpRequest) -> HttpResponse:
    return render(request, "account/link_is_dead.html", status=404)


def _status(form: ChosenPasswordForm) -> int:
    return 422 if form.is_bound else 200
