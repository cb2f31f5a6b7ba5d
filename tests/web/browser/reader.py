"""Someone who goes through the pages in one language, by what is written on links and buttons."""

import re
from typing import Any

from django.utils.translation import gettext, override, pgettext
from playwright.sync_api import Locator

from tests.web.browser.doing import choose_language, press, write
from tests.web.browser.looking import faults, left_in_swedish, picture
from tests.web.chromium import Visit

NAMES = {"sv": "Svenska", "en": "English"}


class Reader:
    """A visit in a language. Links and buttons are named in Swedish here, and pressed by what the page calls them."""

    def __init__(self, visit: Visit, language: str = "sv") -> None:
        self.visit, self.page, self.language = visit, visit.page, language
        visit.open("/om")
        if language != "sv":
            choose_language(self.page, NAMES[language])

    def said(self, words: str, *, context: str = "", **values: object) -> str:
        """What the program says for its Swedish words in the reader's language."""
        with override(self.language):
            told = pgettext(context, words) if context else gettext(words)
        return told % values if values else told

    def start(self) -> None:
        """The start page, from which everything is found."""
        self.visit.open("/")

    def menu(self, words: str) -> None:
        """Follow the menu at the top; its words are those of the table of rights in the reader's language."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.locator("nav.nav-wide").get_by_role("link", name=words, exact=True).click()

    def press(self, words: str, *, besides: str = "", **values: object) -> None:
        """The link or button so named; `besides`: what only who listens to the page hears after it."""
        press(self.page, f"{self.said(words, **values)}{besides}")

    def send(self, words: str, /, **fields: Any) -> None:
        """Fill in the form and send it."""
        write(self.page, **fields)
        self.press(words)

    def follow(self, link: Locator) -> None:
        """A link that has no name of its own among its neighbours: of one row, of the next step."""
        with self.page.expect_navigation(wait_until="load"):
            link.first.press("Enter")

    def row(self, words: str) -> None:
        """The first link of the table row that says so."""
        self.follow(self.page.locator("main tbody tr", has_text=words).first.get_by_role("link"))

    def sees(self, words: str, **values: object) -> bool:
        """Whether the page's content says so."""
        return self.said(words, **values) in re.sub(r"\s+", " ", self.page.inner_text("main"))

    def check(self) -> None:
        """The page is as web pages must be, and says nothing in the other language."""
        assert self.visit.complaints == []
        if self.language == "sv":
            assert faults(self.visit) == []
        else:
            assert left_in_swedish(self.page) == []
            assert self.page.locator("html").get_attribute("lang") == self.language

    def shot(self, name: str, **where: Any) -> None:
        """A picture for the manual, which is in Swedish."""
        if self.language == "sv":
            picture(self.page, name, **where)
