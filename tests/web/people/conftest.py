"""People with passwords and second factors, and the real log-in form."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value

from samsyn.web.audit.actor import Role
from samsyn.web.organisations.models import Unit
from samsyn.web.people.models import Assignment, User
from tests.web.conftest import AssignmentOf, SamsynClient

PASSWORD = "sju blå kanoter i regn"
LOGIN = "/konto/login/"
HASHER = "django.contrib.auth.hashers.MD5PasswordHasher"


@pytest.fixture(autouse=True)
def quick_hashes(settings: Any) -> None:
    """What is tested here is not how slow a hash is."""
    settings.PASSWORD_HASHERS = [HASHER]


@pytest.fixture
def strict(settings: Any) -> Any:
    """As in real use: no demonstration."""
    settings.DEMO = False
    settings.STANDS_STILL_ON = None
    return settings


@pytest.fixture
def person(assignment_of: AssignmentOf, unit: Unit) -> User:
    """A coordinator who can log in."""
    return with_password(assignment_of(Role.COORDINATOR, unit, "Karin Ek"), "karin")


def with_password(assignment: Assignment, username: str) -> User:
    user: User = assignment.user
    user.username = username
    user.set_password(PASSWORD)
    user.save()
    return user


def add_app(user: User) -> str:
    """An authenticator app's secret, with recovery codes beside it."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def code_of(secret: str, steps: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def recovery_codes_of(user: User) -> list[str]:
    return Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()  # type: ignore[no-any-return]


LogIn = Callable[..., Any]


def log_in(client: SamsynClient, username: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post(LOGIN, {"login": username, "password": password, **more})


def key() -> dict[str, str]:
    """A form's own key."""
    import uuid

    return {"act_key": str(uuid.uuid4())}
