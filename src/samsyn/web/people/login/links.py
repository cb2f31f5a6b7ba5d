"""Links by which someone chooses a password: made by an administrator, used once, within a day."""

from typing import Any

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse

from samsyn.web.people.models import User


class _Links(PasswordResetTokenGenerator):
    """Signed, not stored: the password's hash is in it, so using it kills it, and so does ending the log-ins."""

    key_salt = "samsyn.people.login.links"

    def _make_hash_value(self, user: Any, timestamp: int) -> str:
        return f"{user.pk}{user.password}{user.sessions_ended}{user.is_active}{timestamp}"


_links = _Links()


def link_for(user: User) -> str:
    """The address, without the host's name. Make it after `sessions_ended` has been raised: older links are dead."""
    return reverse("password_link", kwargs={"user_id": user.pk, "token": _links.make_token(user)})


def holds(user: User, token: str) -> bool:
    """Whether the link is the newest, unused and not too old."""
    return user.is_active and _links.check_token(user, token)
