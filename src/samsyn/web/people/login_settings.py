"""How people log in: settings of django-allauth and django-axes."""

from datetime import timedelta
from typing import Any

_ALLAUTH, _OWN = "allauth.account.auth_backends.AuthenticationBackend", "samsyn.web.people.login"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", _ALLAUTH]
SESSION_EXPIRE_AT_BROWSER_CLOSE = True  # and on the server after a quarter of an hour without a request
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_OWN}.passwords.Length"},
    {"NAME": f"{_OWN}.passwords.CommonWords"},
    {"NAME": f"{_OWN}.passwords.ContextWords"},
]
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60  # how long a link to choose a password can be used

# What is counted (codes used once, tries of a minute) must be counted by all server processes together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "people_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

ACCOUNT_ADAPTER = f"{_OWN}.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_FORMS = {
    "login": f"{_OWN}.forms.LogInForm",
    "change_password": f"{_OWN}.forms.NewPasswordForm",
    "reauthenticate": f"{_OWN}.forms.ConfirmByPasswordForm",
}
# Guessing is counted by axes, in the database; an address shared by a hospital must not stop honest log-ins.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}

MFA_ADAPTER = f"{_OWN}.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "preferred"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody has an e-mail address here
MFA_TOTP_ISSUER = "Samsyn"
MFA_TOTP_TOLERANCE = 1  # telephones go wrong by half a minute
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}
MFA_FORMS = {
    "authenticate": f"{_OWN}.forms.CodeForm",
    "reauthenticate": f"{_OWN}.forms.ConfirmByCodeForm",
    "activate_totp": f"{_OWN}.forms.AddAppForm",
    "add_webauthn": f"{_OWN}.forms.AddPasskeyForm",
    "edit_webauthn": f"{_OWN}.forms.RenamePasskeyForm",
}

AXES_FAILURE_LIMIT = 10
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]  # ten tries for a name, and ten from an address
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True  # log-ins stand in the trail
AXES_USERNAME_CALLABLE = f"{_OWN}.guessing.name_tried"
AXES_CLIENT_IP_CALLABLE = f"{_OWN}.guessing.address_of"
AXES_LOCKOUT_CALLABLE = f"{_OWN}.guessing.too_many"
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = [
    "username", "ip_address", "login", "code", "credential", "password1", "password2", "oldpassword",
]  # fmt: skip

SOCIALACCOUNT_REQUESTS_TIMEOUT = 5


def providers(issuer: str, *, name: str, client_id: str, secret: str) -> dict[str, Any]:
    """The region's identity provider for allauth; none where there is no issuer."""
    app = {
        "provider_id": "region",
        "name": name,
        "client_id": client_id,
        "secret": secret,
        "settings": {
            "server_url": issuer.rstrip("/"),
            "oauth_pkce_enabled": True,
            "scope": ["openid", "profile", "commission"],
        },
    }
    return {"openid_connect": {"APPS": [app] if issuer else []}}
