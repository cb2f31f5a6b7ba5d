"""Made-up people who work: each logs in, opens pages of the menu, and from lists one of what stands there.

A locust file. They know no addresses: they follow the links of the pages, so that new pages are visited too.
"""

import os
import random
import re
from html import unescape
from typing import ClassVar

from locust import HttpUser, between, task

PASSWORD = os.environ["LOAD_PASSWORD"]
_USERNAMES = os.environ["LOAD_USERNAMES"].split(",")
_MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
_MENU = re.compile(r"<nav[^>]*>.*?</nav>", re.DOTALL)
_LINK = re.compile(r'<a[^>]*href="(/[^"#]*)"')
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
_SEARCHES = ("and", "öberg", "maria", "ström", "åsa", "lund")


class Visitor(HttpUser):
    """One person at their screen, thinking two to eight seconds between pages."""

    wait_time: ClassVar = between(2, 8)
    menu: list[str]
    page: str = ""

    def on_start(self) -> None:
        """Log in through the form."""
        form = self._get("/konto/login/")
        answer = self.client.post(
            "/konto/login/",
            {"login": random.choice(_USERNAMES), "password": PASSWORD, "csrfmiddlewaretoken": _TOKEN.search(form)[1]},
            headers={"Referer": f"{self.host}/konto/login/"},
            name="log in",
        )
        self.menu = _links(_MENU.findall(answer.text))
        if not self.menu:
            raise RuntimeError("The log-in did not lead to a page with a menu.")

    @task(4)
    def list_of_the_menu(self) -> None:
        """Open a page of the menu."""
        self.page = self._get(random.choice(self.menu))

    @task(5)
    def one_of_the_list(self) -> None:
        """Open something that stands on the page."""
        links = [each for each in _links(_MAIN.findall(self.page)) if _ID.search(each) and "csv" not in each]
        self.page = self._get(random.choice(links or self.menu))

    @task(1)
    def start_page(self) -> None:
        """See what is waiting."""
        self.page = self._get("/")

    def _get(self, path: str) -> str:
        """A page; any answer but 200 is a failure."""
        with self.client.get(path, name=_ID.sub("…", path.partition("?")[0]), catch_response=True) as answer:
            if answer.status_code != 200:
                answer.failure(f"status {answer.status_code}")
            return answer.text


def _links(parts: list[str]) -> list[str]:
    return [unescape(each) for part in parts for each in _LINK.findall(part) if not each.startswith("/static/")]
