"""What allauth asks us about accounts."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from samsyn.web.people.active import actor_of, own_actor
from samsyn.web.people.login.trail import note


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators; a closed one is refused just like a wrong password."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Användarnamnet eller lösenordet stämmer inte. Försök igen."),
        "incorrect_password": _("Lösenordet stämmer inte. Försök igen."),
        "enter_current_password": _("Det är inte ditt nuvarande lösenord. Försök igen."),
        "too_many_login_attempts": _("För många försök. Vänta en stund och försök igen."),
        "rate_limited": _("För många försök. Vänta en stund och försök igen."),
        "incorrect_code": _("Koden stämmer inte. Skriv den kod som visas nu."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No one makes an account for themselves."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """The user, if name and password are right and the account is open."""
        user = super().authenticate(request, **credentials)
        return user if user is not None and user.is_active else None

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """The same words as for a wrong password."""
        messages.error(request, _g("Inloggningen gick inte. Kontakta din administratör om det fortsätter."))
        return HttpResponseRedirect(reverse("account_login"))

    def get_login_stages(self) -> list[str]:
        """A second factor, unless the region's identity provider has seen to it."""
        return ["samsyn.web.people.login.second_factor.SecondFactorStage"]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The start page; for who has no assignment the page that says so."""
        return super().get_login_redirect_url(request) if own_actor(request.user) else reverse("people:account")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's own page."""
        return reverse("people:account")

    def set_password(self, user: Any, password: str) -> None:
        """The person's own password: it need not be changed again."""
        user.set_password(password)
        user.password_is_temporary = False
        # These alone: the account may have been closed by another since this request began.
        user.save(update_fields=["password", "password_is_temporary"])

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """How one may show that it is still oneself, in our words."""
        words = {
            "reauthenticate": _("Bekräfta med lösenord"),
            "mfa_reauthenticate": _("Bekräfta med engångskod"),
            "mfa_reauthenticate:webauthn": _("Bekräfta med passnyckel"),
        }
        return [each | {"description": words[each["id"]]} for each in super().get_reauthentication_methods(user)]

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *rest: Any, **more: Any
    ) -> None:
        """No word about what one sees happen: that one is logged in."""
        if message_template != "account/messages/logged_in.txt":
            super().add_message(request, level, message_template, *rest, **more)

    def logout(self, request: HttpRequest) -> None:
        """End the session, and write it down."""
        user = request.user
        note("login.end", by=actor_of(request) or own_actor(user), user=user)
        logout(request)
