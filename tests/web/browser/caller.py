"""A visitor without a browser: real HTTP with cookies, for what a browser's user cannot do twenty times at once."""

import urllib.request
from dataclasses import dataclass
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode

from samsyn.web.project.demo_logins import PASSWORD
from tests.web.directory.conftest import filled

_LOGIN = "/konto/login/"


@dataclass(frozen=True)
class Answer:
    """What came back; where it leads is not followed."""

    status_code: int
    location: str
    content: bytes

    @property
    def text(self) -> str:
        """The page."""
        return self.content.decode()


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow nothing."""


class Caller:
    """Someone of the demonstration, logged in through the form; may call from many threads at once."""

    def __init__(self, address: str, username: str) -> None:
        self.address = address
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()), _Stay())
        sent = self.post(_LOGIN, filled(self.get(_LOGIN), _LOGIN, login=username, password=PASSWORD))
        assert (sent.status_code, sent.location) == (302, "/"), sent.text

    def get(self, path: str) -> Answer:
        """Ask for a page."""
        return self._call(path, None)

    def post(self, path: str, form: dict[str, Any]) -> Answer:
        """Send a form."""
        return self._call(path, urlencode(form, doseq=True).encode())

    def _call(self, path: str, body: bytes | None) -> Answer:
        try:
            response = self._opener.open(self.address + path, body, timeout=60)
        except HTTPError as told:  # also an answer that leads elsewhere
            response = told
        with response:
            return Answer(response.status, response.headers.get("Location", ""), response.read())
