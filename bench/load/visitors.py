"""Made-up people who work: each logs in, opens pages of the menu, and from lists one of what stands there.

A locust file. They know no addresses of single pages: they follow the links, so that new pages are visited too. Who
refers or treats also takes the steps that a letter or a case offers, through its forms, from referral to treatment.
"""

import os
import random
import re
from html import unescape
from typing import ClassVar
from urllib.parse import urlencode

from locust import HttpUser, between, task

from bench.load.filling_in import filled

PASSWORD = os.environ["LOAD_PASSWORD"]
_USERNAMES = os.environ["LOAD_USERNAMES"].split(",")
_WORK = {"referrer": ("/patienter/",), "coordinator": ("/remisser/inkorg", "/arenden/"), "clinician": ("/arenden/",)}
_PLACES = {
    name: _WORK.get(role, ()) for name, role in (each.split("=") for each in os.environ["LOAD_ROLES"].split(","))
}
_MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
_MENU = re.compile(r"<nav[^>]*>.*?</nav>", re.DOTALL)
_LINK = re.compile(r'<a[^>]*href="(/[^"#]*)"')
_NEXT = re.compile(r'<section class="next".*?</section>', re.DOTALL)
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
_WHERE = re.compile(r"Du är [^.<]* på ([^<]*)\.")
_AT_ONCE = re.compile(r'action="(/remisser/[^"]*/(?:skicka|bekrafta))"')
_STEPS = ("/boka", "/ny/remiss/", "/besok")
_REFUSED = 409


class Visitor(HttpUser):
    """One person at their screen, thinking two to eight seconds between pages."""

    wait_time: ClassVar = between(2, 8)
    menu: list[str]
    page: str = ""
    treats_at: ClassVar[str] = ""  # the unit of those who treat: it is sent letters, so that they have some to answer

    def on_start(self) -> None:
        """Log in through the form, and read that access is logged."""
        self.username = random.choice(_USERNAMES)
        form = self._get("/konto/login/")
        answer = self.client.post(
            "/konto/login/",
            {"login": self.username, "password": PASSWORD, "csrfmiddlewaretoken": _TOKEN.search(form)[1]},
            headers={"Referer": f"{self.host}/konto/login/"},
            name="log in",
        )
        self.menu = _links(_MENU.findall(answer.text))
        if not self.menu:
            raise RuntimeError("The log-in did not lead to a page with a menu.")
        where = _WHERE.search(answer.text)
        if where and "/arenden/" in self.menu:
            Visitor.treats_at = unescape(where[1])
        if "/patienter/" in self.menu:
            token = _TOKEN.search(self._get("/patienter/logg"))[1]
            self._post("/patienter/logg", {"csrfmiddlewaretoken": [token]})

    @task(4)
    def list_of_the_menu(self) -> None:
        """Open a page of the menu."""
        self.page = self._get(random.choice(self.menu))

    @task(5)
    def one_of_the_list(self) -> None:
        """Open something that stands on the page."""
        links = [each for each in _things(self.page) if "csv" not in each and "pdf" not in each]
        self.page = self._get(random.choice(links or self.menu))

    @task(1)
    def start_page(self) -> None:
        """See what is waiting."""
        self.page = self._get("/")

    @task(3)
    def step(self) -> None:
        """Open a letter, a case or a patient, and do what its page offers next."""
        places = _PLACES.get(self.username)
        if not places:
            self.list_of_the_menu()
            return
        things = _things(self._get(random.choice(places)))
        if things:
            self.page = self._get(random.choice(things))
            self._offered()

    def _offered(self) -> None:
        """The first step that the page has: a form of its own, the next step of a case, or a page with a form."""
        if at_once := _AT_ONCE.search(self.page):
            self._send(at_once[1], filled(self.page, at_once[1]))
            return
        in_order = [*_links(_NEXT.findall(self.page)), *_those(self.page, *_STEPS)]
        if in_order:
            self._fill_in(in_order[0])
        elif choosing := _those(self.page, "/remisser/ny/"):
            self.page = self._get(f"{choosing[0]}?{urlencode({'q': self.treats_at})}")
            teams = [each for each in _those(self.page, "/remisser/ny/") if len(_ID.findall(each)) > 1]
            if teams:
                self._fill_in(random.choice(teams))
                self._offered()  # the draft is sent

    def _fill_in(self, path: str) -> None:
        """Open the page of a form and send it; where the step cannot be taken any more the page has none."""
        self.page = self._get(path)
        self._send(path, filled(self.page, path))

    def _send(self, path: str, form: dict[str, list[str]] | None) -> None:
        if form:
            self.page = self._post(path, form)

    def _get(self, path: str) -> str:
        """A page; any answer but 200 is a failure."""
        with self.client.get(path, name=_named(path), catch_response=True) as answer:
            if answer.status_code != 200:
                answer.failure(f"status {answer.status_code}")
            return answer.text

    def _post(self, path: str, form: dict[str, list[str]]) -> str:
        """A form sent. That someone else was first is an answer too: the refusal in words."""
        referer = {"Referer": f"{self.host}{path}"}
        with self.client.post(path, form, headers=referer, name=_named(path), catch_response=True) as answer:
            if answer.status_code == _REFUSED:
                answer.success()
            elif answer.status_code != 200:
                answer.failure(f"status {answer.status_code}")
            return answer.text


def _things(page: str) -> list[str]:
    """What stands in the page by its id."""
    return [each for each in _links(_MAIN.findall(page)) if _ID.search(each)]


def _those(page: str, *parts: str) -> list[str]:
    """The things whose address has one of the parts, in that order."""
    return [each for part in parts for each in _things(page) if part in each]


def _links(parts: list[str]) -> list[str]:
    return [unescape(each) for part in parts for each in _LINK.findall(part) if not each.startswith("/static/")]


def _named(path: str) -> str:
    return _ID.sub("…", path.partition("?")[0])
