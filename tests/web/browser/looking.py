"""Looking at a page: what is wrong with it, what is left in the wrong language, and its picture for the manual."""

import os
import re
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

from tests.web.chromium import ROOT, Visit, axe, unreachable, wider_than_window

_WIDTH, _HEIGHT = 1366, 900
_PICTURE = {"width": 1280, "height": 800}
_OWN_WORDS = """() => [...document.querySelectorAll('h1, h2, h3, h4, th, legend, label, dt, main button, main summary, \
nav a, .check-title, .empty-title, .ds-alert, title')].map(each => each.textContent.trim().replace(/\\s+/g, ' '))"""
_TO_THE_TOP = """each => { const above = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 24;
    window.scrollTo(0, each.getBoundingClientRect().top + scrollY - above); }"""
_CATALOGUE = ROOT / "src" / "samsyn" / "web" / "locale" / "en" / "LC_MESSAGES" / "django.po"
_PAIR = re.compile(r'^msgid "(.+)"\nmsgstr "(.+)"$', re.MULTILINE)


def faults(visit: Visit) -> list[str]:
    """What a web page must not have: for axe, for the keyboard, in the dark, in a narrow window, for the browser."""
    page = visit.page
    found = [f"light: {each}" for each in axe(page)]
    found += [f"no key reaches {each}" for each in unreachable(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {each}" for each in axe(page)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 700})
    found += [f"wider than 320: {each}" for each in wider_than_window(page)]
    found += [f"narrow: {each}" for each in axe(page)]
    page.set_viewport_size({"width": _WIDTH, "height": _HEIGHT})
    found += [f"the browser complains: {each}" for each in visit.complaints]
    visit.complaints.clear()
    return [f"{page.url}: {each}" for each in found]


def left_in_swedish(page: Page) -> list[str]:
    """Headings, labels and buttons of an English page that say what the program says in Swedish."""
    swedish = _only_swedish()
    found: list[str] = page.evaluate(_OWN_WORDS)
    return sorted({each for each in found if each in swedish or each.removesuffix(" (optional)") in swedish})


@cache
def _only_swedish() -> frozenset[str]:
    """Texts that are other ones in English."""
    pairs = _PAIR.findall(_CATALOGUE.read_text(encoding="utf-8"))
    return frozenset(swedish for swedish, english in pairs if swedish != english)


def picture(page: Page, name: str, *, of: str = "h1", height: int = _PICTURE["height"]) -> None:
    """A picture for the manual, of the window from `of` on; only when SAMSYN_PICTURES names a folder."""
    folder = os.environ.get("SAMSYN_PICTURES")
    if not folder:
        return
    page.set_viewport_size({**_PICTURE, "height": height})
    page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0); }")
    if of != "h1":
        page.locator(of).first.evaluate(_TO_THE_TOP)
    Path(folder).mkdir(parents=True, exist_ok=True)
    page.screenshot(path=Path(folder) / f"{name}.png", animations="disabled")
    page.set_viewport_size({"width": _WIDTH, "height": _HEIGHT})
