"""What each reader has chosen about the looks, kept in cookies: colours, and whether personal data are shown."""

from typing import Final

from django.http import HttpRequest, HttpResponse

SCHEMES: Final = ("auto", "light", "dark")
COLOUR_COOKIE: Final = "colour_scheme"
PERSONAL_COOKIE: Final = "show_personal"
HIDDEN: Final = "0"
A_YEAR: Final = 365 * 24 * 60 * 60


def colour_scheme(request: HttpRequest) -> str:
    """Return 'auto', 'light' or 'dark'; a cookie with anything else counts as 'auto'."""
    chosen = request.COOKIES.get(COLOUR_COOKIE, "auto")
    return chosen if chosen in SCHEMES else "auto"


def show_personal(request: HttpRequest) -> bool:
    """Return whether names and numbers may be read on the screen; so it is until someone switches it off."""
    return request.COOKIES.get(PERSONAL_COOKIE) != HIDDEN


def remember_colours(request: HttpRequest, response: HttpResponse, scheme: str) -> None:
    """Keep the choice of colours for a year on this machine."""
    _keep(request, response, COLOUR_COOKIE, scheme, seconds=A_YEAR)


def remember_personal(request: HttpRequest, response: HttpResponse, *, shown: bool) -> None:
    """Keep the switch until the browser is closed: the next person at a shared screen starts from the usual."""
    _keep(request, response, PERSONAL_COOKIE, "1" if shown else HIDDEN, seconds=None)


def _keep(request: HttpRequest, response: HttpResponse, name: str, value: str, *, seconds: int | None) -> None:
    response.set_cookie(name, value, max_age=seconds, secure=request.is_secure(), httponly=True, samesite="Lax")
