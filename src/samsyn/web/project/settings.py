"""Django's settings; what an operator may change stands in `environment.py`."""

from datetime import date
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from samsyn.web.project import environment
from samsyn.web.project.environment import read

DEMO: bool = read("SAMSYN_DEMO")
STANDS_STILL_ON: date | None = date.fromisoformat(read("SAMSYN_TODAY")) if read("SAMSYN_TODAY") else None
if STANDS_STILL_ON and not DEMO:
    raise ImproperlyConfigured("SAMSYN_TODAY is for demonstrations: unset it, or set SAMSYN_DEMO=1.")
SECRET_KEY: str = read("SAMSYN_SECRET_KEY") or ("demonstration-only-" + "x" * 40 if DEMO else "")
# A secret of its own for the seals of the logs: they then outlive a change of the application's key.
LOG_KEY: str = read("SAMSYN_LOG_KEY") or SECRET_KEY
DEBUG = False
ALLOWED_HOSTS: list[str] = read("SAMSYN_HOSTS")
CONTACT_EMAIL: str = read("SAMSYN_CONTACT_EMAIL")
GUIDELINES: str = read("SAMSYN_GUIDELINES")

WEB = Path(__file__).resolve().parent.parent
ROOT_URLCONF = "samsyn.web.project.urls"
WSGI_APPLICATION = "samsyn.web.project.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": environment.database()}
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_cotton",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "samsyn.web.pages",
    "samsyn.web.audit",
    "samsyn.web.organisations",
    "samsyn.web.people",
    "samsyn.web.patients",
    "samsyn.web.directory",
    "samsyn.web.referrals",
    "samsyn.web.care",
    "samsyn.web.oversight",
    "samsyn.web.project",
]
MIDDLEWARE = [
    "samsyn.web.project.logs.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "samsyn.web.people.login.first.FirstThingsFirstMiddleware",  # asked before the door
    "samsyn.web.project.door.DoorMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "pages" / "templates"],  # before the libraries' own: their pages are laid out by ours
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samsyn.web.project.surroundings.surroundings",
            ],
        },
    }
]
COTTON_SNAKE_CASED_NAMES = False
FORM_RENDERER = "samsyn.web.pages.forms.SamsynRenderer"

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [WEB / "locale"]
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True
LANGUAGE_COOKIE_SAMESITE = "Lax"

STATIC_URL = "static/"
STATIC_ROOT = read("SAMSYN_STATIC")
STATICFILES_DIRS = [read("SAMSYN_FRONT")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        # Fingerprinted and compressed files take some seconds to make; a demonstration starts sooner without.
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEMO
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

AUTH_USER_MODEL = "people.User"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "pages:start"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: [] for feature in ("camera", "geolocation", "microphone", "payment", "usb", "autoplay", "fullscreen")
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
ALLAUTH_TRUSTED_PROXY_COUNT: int = read("SAMSYN_PROXIES")
HTTPS: bool = read("SAMSYN_HTTPS")
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^health$"]
SESSION_COOKIE_NAME = "__Host-samsyn" if HTTPS else "samsyn"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 15 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_LONGEST_SECONDS = 10 * 60 * 60

from samsyn.web.people.login_settings import *  # noqa: E402, F403  how people log in, in a file of its own
from samsyn.web.people.login_settings import providers  # noqa: E402
from samsyn.web.project.logs import LOGGING  # noqa: E402, F401

MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
SOCIALACCOUNT_PROVIDERS = providers(
    read("SAMSYN_OIDC_ISSUER"),
    name=read("SAMSYN_OIDC_NAME"),
    client_id=read("SAMSYN_OIDC_CLIENT_ID"),
    secret=read("SAMSYN_OIDC_CLIENT_SECRET"),
)
