"""Teams, people in them, and forms that are filled in as a browser would."""

import re
import uuid
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any

import pytest

from samsyn.web.audit.actor import Role
from samsyn.web.directory.models import RegistryConnection, Team, TeamMember
from samsyn.web.organisations.models import Unit
from tests.web.conftest import SamsynClient, SignIn

SHORT, EXTENDED = "short-psychotherapy", "extended"
WHOLE = [("physician", []), ("physiotherapist", []), ("psychologist", [SHORT])]
"""A roster that fills level 1."""


@pytest.fixture(autouse=True)
def small_volumes(db: None) -> None:
    """Every test here needs the database."""


@pytest.fixture
def day(settings: Any) -> Callable[[str], date]:
    """Let the clock stand still on another day."""

    def stand(written: str) -> date:
        settings.STANDS_STILL_ON = date.fromisoformat(written)
        return settings.STANDS_STILL_ON

    return stand


@pytest.fixture
def make_team() -> Callable[..., Team]:
    """A registered team, with its roster from 2018 and its registry."""

    def make(unit: Unit, name: str = "Smärtteamet", roster: Any = WHOLE, **facts: Any) -> Team:
        facts = {"programme": "vgr-mmr", "level": "MMR1", "care_level": "primary"} | facts
        team = Team(unit=unit, region=unit.region, name=name, **facts)
        team.save()
        for number, (profession, competences) in enumerate(roster):
            TeamMember(
                unit=unit, region=unit.region, team=team, name=f"Person {number}", profession=profession,
                competences=competences, first_day=date(2018, 1, 1),
            ).save()  # fmt: skip
        RegistryConnection(unit=unit, region=unit.region, team=team, module="primary", since=date(2018, 1, 1)).save()
        return team

    return make


@pytest.fixture
def team(unit: Unit, make_team: Callable[..., Team]) -> Team:
    return make_team(unit)


@pytest.fixture
def coordinator(sign_in: SignIn, unit: Unit) -> SamsynClient:
    return sign_in(Role.COORDINATOR, unit)


@pytest.fixture
def officer(sign_in: SignIn, office: Unit) -> SamsynClient:
    return sign_in(Role.REGION_OFFICER, office)


def filled(page: Any, action: str = "", **values: Any) -> dict[str, Any]:
    """What a browser would send of the form with that action, with some fields filled in."""
    html = page.content.decode()
    forms = re.findall(r"<form\b[^>]*>.*?</form>", html, re.DOTALL)
    wanted = [form for form in forms if 'method="post"' in form and f'action="{action}"' in form]
    if not action:
        wanted = [form for form in forms if 'name="act_key"' in form and "action=" not in form.split(">")[0]]
    assert wanted, f"No form for {action or 'the page itself'}"
    sent: dict[str, Any] = {}
    for tag in re.findall(r"<input\b[^>]*>", wanted[0]):
        chosen = not re.search(r'type="(checkbox|radio)"', tag) or "checked" in tag
        if (name := re.search(r'name="([^"]*)"', tag)) and chosen:
            value = re.search(r'value="([^"]*)"', tag)
            sent[name[1]] = unescape(value[1]) if value else ""
    for name, options in re.findall(r'<select name="([^"]*)"[^>]*>(.*?)</select>', wanted[0], re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        sent[name] = chosen[1] if chosen else ""
    for name, text in re.findall(r'<textarea name="([^"]*)"[^>]*>(.*?)</textarea>', wanted[0], re.DOTALL):
        sent[name] = unescape(text).strip()
    return sent | values


def send(client: SamsynClient, address: str, action: str = "", **values: Any) -> Any:
    """Open the page, fill in its form, and send it."""
    page = client.get(address)
    assert page.status_code == 200, (address, page.status_code)
    return client.post(action or address, filled(page, action, **values))


def key() -> str:
    """The key of a form that has just been shown."""
    return str(uuid.uuid4())
