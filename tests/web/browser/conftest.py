"""The demonstration served once for all tests here, and visitors who have logged in through the form."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_socket
from playwright.sync_api import Browser, Page

from samsyn.web.project.demo_logins import PASSWORD
from tests.web.chromium import Visit, chromium
from tests.web.served import load, serving, settings_in


@dataclass(frozen=True)
class Site:
    """A served demonstration: its address, the folder with its database and log, and its environment."""

    address: str
    folder: Path
    settings: dict[str, str]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    pytest_socket.enable_socket()
    folder = tmp_path_factory.mktemp("site")
    settings = settings_in(folder, _own_database(folder))
    load(folder, settings)
    with serving(folder, settings) as address:
        yield Site(address, folder, settings)


@pytest.fixture(scope="session")
def in_june(site: Site) -> Iterator[str]:
    """The address of the same demonstration on a day five months before: where a story that takes months begins."""
    folder = site.folder / "june"
    folder.mkdir()
    with serving(folder, site.settings | {"SAMSYN_TODAY": "2019-06-03"}) as address:
        yield address


def _own_database(folder: Path) -> str | None:
    """In the run on PostgreSQL: a database of this session's own on the same server."""
    if os.environ.get("SAMSYN_TEST_DATABASE") != "postgresql":
        return None
    import environ
    import psycopg

    url = os.environ["SAMSYN_DATABASE_URL"]
    name = f"site_{os.getpid()}"
    host = environ.Env.db_url_config(url)["HOST"].replace("%2F", "/")
    with psycopg.connect(host=host, user="samsyn", dbname="samsyn", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{url.rpartition('/')[0]}/{name}"


@pytest.fixture(scope="module")  # no longer: beside a driver that runs, Django refuses its database in this process
def browser(site: Site) -> Iterator[Browser]:
    with chromium() as started:
        yield started


VisitAs = Callable[..., Visit]


@pytest.fixture
def visit_as(browser: Browser, site: Site, socket_enabled: None) -> Iterator[VisitAs]:
    """A visit by someone of the demonstration (None: nobody logged in); keywords are the browser context's."""
    contexts = []

    def make(username: str | None, **settings: Any) -> Visit:
        defaults = {"locale": "sv-SE", "viewport": {"width": 1366, "height": 900}, "base_url": site.address}
        context = browser.new_context(**(defaults | settings))
        context.set_default_timeout(15_000)
        contexts.append(context)
        if username:
            context.add_cookies(_session_of(browser, site, username))
        return Visit(context, site.address)

    yield make
    for context in contexts:
        context.close()


def _accept_that_reading_is_logged(page: Page, site: Site) -> None:
    """Who may see patients is told so first, once a session."""
    page.goto(f"{site.address}/patienter/")
    accept = page.get_by_role("button", name="Jag förstår, visa patienter")
    if accept.count():
        accept.click()
        page.wait_for_url(f"{site.address}/patienter/")


_sessions: dict[tuple[str, str], Any] = {}


def _session_of(browser: Browser, site: Site, username: str) -> Any:
    """The cookies of someone who has logged in through the form, once for all tests."""
    key = (site.address, username)
    if key not in _sessions:
        context = browser.new_context(locale="sv-SE")
        page = context.new_page()
        page.goto(f"{site.address}/konto/login/")
        page.fill("input[name=login]", username)
        page.fill("input[name=password]", PASSWORD)
        page.click("main form button[type=submit]")
        page.wait_for_url(f"{site.address}/")
        _accept_that_reading_is_logged(page, site)
        _sessions[key] = [each for each in context.cookies() if "colour" not in each["name"]]
        context.close()
    return _sessions[key]
