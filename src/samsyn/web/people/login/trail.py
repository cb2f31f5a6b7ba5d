"""What is written down of log-ins: who came in and went, who tried, who changed their means of logging in."""

import uuid
from typing import Any

from allauth.account.signals import password_changed, user_logged_in
from allauth.core import context
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_login_failed
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now
from samsyn.web.audit.trail import leave_event
from samsyn.web.people.active import own_actor
from samsyn.web.people.login.guessing import forget_failures, name_tried
from samsyn.web.people.models import User
from samsyn.web.people.session_keys import CHOSEN, COMMISSION, SINCE

NOBODY = uuid.UUID(int=0)
"""In the trail for a name that no one has; what was written is not kept, since it may be a password."""
_KINDS = {"totp": "app", "webauthn": "passkey", "recovery_codes": "codes"}


def note(action: str, *, by: Actor | None, user: Any, **changes: tuple[Any, Any]) -> None:
    """One event on a user."""
    leave_event(action=action, by=by, on=user, changes=changes)


def _came(request: HttpRequest, user: Any, **more: Any) -> None:
    """A log-in is complete: it begins to grow old, and whatever an earlier one chose is gone."""
    commission = getattr(request, "commission", None)
    request.session.pop(CHOSEN, None)
    request.session.pop(COMMISSION, None)
    if commission is not None:
        request.session[COMMISSION] = str(commission.id)
    request.session[SINCE] = now().timestamp()
    forget_failures(user.username)
    note("login.make", by=commission.actor if commission else own_actor(user), user=user)


def _failed(credentials: dict[str, Any], request: HttpRequest | None = None, **more: Any) -> None:
    """The same work whether the name exists or not, so that time tells nothing."""
    name = name_tried(request or HttpRequest(), credentials)
    note("login.fail", by=None, user=User.objects.filter(username=name).first() or User(id=NOBODY))


def _password(request: HttpRequest, user: Any, **more: Any) -> None:
    note("password.change", by=own_actor(user), user=user)


def _who(user: Any) -> Actor | None:
    """Who acts in this request: an administrator, or oneself."""
    request = context.request
    return getattr(request, "actor", None) or own_actor(user)


def _factor_added(instance: Authenticator, created: bool, **more: Any) -> None:
    if created:
        _factor("second-factor.add", instance, (None, _KINDS[instance.type]))


def _factor_removed(instance: Authenticator, **more: Any) -> None:
    _factor("second-factor.remove", instance, (_KINDS[instance.type], None))


def _factor(action: str, instance: Authenticator, change: tuple[str | None, str | None]) -> None:
    note(action, by=_who(instance.user), user=instance.user, kind=change)


def connect() -> None:
    """Listen. The rows themselves are listened to, not allauth's signals: those come after the transaction's end."""
    user_logged_in.connect(_came, dispatch_uid="samsyn")
    user_login_failed.connect(_failed, dispatch_uid="samsyn")
    password_changed.connect(_password, dispatch_uid="samsyn")
    post_save.connect(_factor_added, sender=Authenticator, dispatch_uid="samsyn")
    post_delete.connect(_factor_removed, sender=Authenticator, dispatch_uid="samsyn")
