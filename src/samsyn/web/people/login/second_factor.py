"""The second factor: when it is asked for, and how its secrets are kept."""

import base64
import hashlib
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.stages import AuthenticateStage
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from samsyn.web.people.models import User


class SecondFactorStage(AuthenticateStage):
    """Asked for at every log-in of who has one; not of who comes by the region's identity provider."""

    def _should_handle(self, request: HttpRequest) -> bool:
        records = get_authentication_records(request, self.login.user)
        by_provider = bool(records) and records[-1]["method"] == "socialaccount"
        return not by_provider and super()._should_handle(request)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of authenticator apps and the seeds of recovery codes encrypted in the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Koden stämmer inte. Skriv den kod som visas nu."),
        "cannot_generate_recovery_codes": _("Lägg först till en app eller en passnyckel."),
    }

    def encrypt(self, text: str) -> str:
        """Encrypt under a key made from SECRET_KEY."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Read it back; keys in SECRET_KEY_FALLBACKS are tried too."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002  (allauth's name)
        """What a new passkey is called until its owner calls it something else."""
        from allauth.mfa.models import Authenticator

        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return str(_("Passnyckel %(number)s") % {"number": number})

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        """What the telephone shows when it asks which account."""
        return super().get_public_key_credential_user_entity(user) | {"display_name": user.name}


def _cipher() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key(secret)) for secret in secrets])


def _key(secret: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(b"samsyn.people.second-factor" + secret.encode()).digest())
