"""A real browser on a gallery of the components, with the policy that the application sends."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test import override_settings
from playwright.sync_api import Browser

from tests.web.chromium import ROOT, Visit, chromium

HERE = Path(__file__).resolve().parent
GALLERY: dict[str, Any] = {
    "ROOT_URLCONF": "tests.web.pages.gallery",
    "ALLOWED_HOSTS": ["localhost", "testserver"],
    "DEBUG": False,
    "MESSAGE_STORAGE": "django.contrib.messages.storage.cookie.CookieStorage",
    "MIDDLEWARE": [
        "csp.middleware.CSPMiddleware",
        "django.middleware.locale.LocaleMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    "TEMPLATES": [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [HERE / "templates"],
            "OPTIONS": {
                "loaders": [
                    "django_cotton.cotton_loader.Loader",
                    "django.template.loaders.filesystem.Loader",
                    "django.template.loaders.app_directories.Loader",
                ],
                "builtins": ["django_cotton.templatetags.cotton"],
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.messages.context_processors.messages",
                    "tests.web.pages.gallery.surroundings",
                ],
            },
        }
    ],
    "STORAGES": {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
    "STATICFILES_DIRS": [str(ROOT / "build" / "front")],
    "CONTACT_EMAIL": "samsyn@example.org",
}


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass


@pytest.fixture
def gallery_settings() -> Iterator[None]:
    """The gallery's settings, for tests that need no browser."""
    with override_settings(**GALLERY):
        yield


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not (ROOT / "build/front/.ready").exists():
        pytest.fail("The user interface kit is not here: run `make front`.")
    with chromium() as started:
        yield started


@pytest.fixture
def gallery(socket_enabled: None) -> Iterator[str]:
    """The address of the gallery, served by this process."""
    with override_settings(**GALLERY):
        server = make_server("localhost", 0, StaticFilesHandler(WSGIHandler()), ThreadedWSGIServer, _Quiet)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def context_of(browser: Browser, gallery: str) -> Iterator[Any]:
    """Make a visit: keyword arguments are the browser context's own, and `path` to open at once."""
    contexts = []

    def make(path: str | None = None, **settings: Any) -> Visit:
        context = browser.new_context(**({"locale": "sv-SE", "viewport": {"width": 1366, "height": 900}} | settings))
        context.set_default_timeout(10_000)
        contexts.append(context)
        visit = Visit(context, gallery)
        if path:
            visit.open(path)
        return visit

    yield make
    for context in contexts:
        context.close()
