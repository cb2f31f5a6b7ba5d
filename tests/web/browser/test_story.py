"""A team is announced, approved and found, in both languages; pages that exist only afterwards are looked at.

With SAMSYN_PICTURES set to a folder, the pictures of the manual (docs/manual) are written there.
"""

from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import VisitAs
from tests.web.browser.doing import choose_language, heading, path_of, press, rows, send, write
from tests.web.browser.looking import faults, left_in_swedish, picture
from tests.web.chromium import Visit

_SINCE = "2019-09-01"
_PHONE = "010-123 45 67"


@dataclass(frozen=True)
class Words:
    """What the story's pages say in one language."""

    language: str
    team: str
    register: tuple[str, str]  # the link and the button
    add: tuple[str, str]
    join: tuple[str, str]
    announce: tuple[str, str]
    physician: str
    lacks: str
    submit: str
    submitted: str
    waiting: str
    approve: str
    approved: str
    search: str
    find: str
    confirm: tuple[str, str]
    withdraw: tuple[str, str]


_IN = [
    Words(
        "Svenska", "Ljungteamet", ("Registrera ett team", "Registrera"), ("Lägg till person", "Lägg till"),
        ("Registrera anslutning", "Registrera"), ("Anmäl teamet", "Påbörja anmälan"), "läkare",
        "Teamet saknar något som riktlinjen kräver", "Skicka in anmälan",
        "Anmälan är inskickad. Regionen ser den nu.", "Anmälningar", "Godkänn och visa nästa", "Teamet är godkänt.",
        "Filtrera", "Hitta team för smärtrehabilitering",
        ("Stämmer uppgifterna?", "Ja, uppgifterna stämmer"), ("Återkalla godkännande", "Återkalla"),
    ),
    Words(
        "English", "Heather Team", ("Register a team", "Register"), ("Add person", "Add"),
        ("Register connection", "Register"), ("Notify the region of the team", "Start the notification"), "physician",
        "The team lacks something that the guideline requires", "Submit the notification",
        "The notification is submitted. The region can see it now.", "Notifications", "Approve and show the next",
        "The team is accredited.", "Filter", "Find a team for pain rehabilitation",
        ("Are the details correct?", "Yes, the details are correct"), ("Withdraw accreditation", "Withdraw"),
    ),
]  # fmt: skip


class Reader:
    """A visit by someone who reads in the story's language, and sees when a page slips out of it."""

    def __init__(self, visit: Visit, words: Words) -> None:
        self.visit, self.page, self.words = visit, visit.page, words
        visit.open("/om")
        if words.language != "Svenska":
            choose_language(self.page, words.language)

    def shot(self, name: str, **where: object) -> None:
        """A picture for the manual, which is in Swedish."""
        if self.words.language == "Svenska":
            picture(self.page, name, **where)  # type: ignore[arg-type]

    def check(self) -> None:
        """Nothing on the page is in the other language, and the browser has not complained."""
        assert self.visit.complaints == []
        if self.words.language == "English":
            assert left_in_swedish(self.page) == []
            assert self.page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("words", _IN, ids=lambda words: words.language)
def test_a_team_is_announced_approved_and_found(visit_as: VisitAs, words: Words) -> None:
    coordinator, officer = (Reader(visit_as(name), words) for name in ("koordinator", "handlaggare"))
    team = _registered(coordinator)
    notification = _drafted(coordinator, team)
    _completed_and_submitted(coordinator, team, notification)
    _approved(officer)
    stranger = Reader(visit_as(None), words)
    _found_by_anyone(stranger)
    _confirmed(coordinator, team)
    _withdrawn(officer, team)


def _registered(by: Reader) -> str:
    """A new team with its contact details; the address of its page."""
    page, words = by.page, by.words
    by.visit.open("/teamregister/")
    by.check()
    press(page, words.register[0])
    by.check()
    send(
        page, words.register[1], name=words.team, work="vgr-mmr|MMR1", care_level="primary", phone=_PHONE,
        email="team@example.org", address="Ljungvägen 3, Almdala", waiting_weeks="6",
        presentation="Vi möter dig som har haft ont länge. I teamet finns läkare, psykolog och fysioterapeut.",
    )  # fmt: skip
    assert heading(page) == f"{words.team}, MMR1"
    by.check()
    return path_of(page)


def _drafted(by: Reader, team: str) -> str:
    """With two in the roster the draft says by name what is missing."""
    page, words = by.page, by.words
    _add(by, team, "Olle Fors", "physiotherapist", "extended")
    _add(by, team, "Inga Åberg", "psychologist", "short-psychotherapy")
    by.visit.open(team)
    press(page, words.join[0])
    by.check()
    send(page, words.join[1], module="primary", since=_SINCE)
    by.visit.open(team)
    press(page, words.announce[0])
    by.check()
    send(page, words.announce[1], year="2019")
    assert words.lacks in page.inner_text("main")
    assert page.locator(".check li", has_text=words.physician).count() == 1
    by.check()
    by.shot("anmalan-saknas", height=960)
    return path_of(page)


def _add(by: Reader, team: str, name: str, profession: str, competence: str) -> None:
    by.visit.open(team)
    press(by.page, by.words.add[0])
    by.check()
    write(by.page, name=name, profession=profession, competences=competence, first_day=_SINCE)
    if profession == "physician":
        by.shot("bemanning")
    press(by.page, by.words.add[1])
    assert rows(by.page, name) == 1


def _completed_and_submitted(by: Reader, team: str, notification: str) -> None:
    page, words = by.page, by.words
    _add(by, team, "Mia Sand", "physician", "extended")
    by.visit.open(notification)
    assert words.lacks not in page.inner_text("main")
    press(page, words.submit)
    assert page.locator(".ds-error-summary, [role=alert]").first.is_visible(), "it must be attested"
    by.visit.complaints.clear()  # the browser writes down every answer of 400 and above
    by.check()
    send(page, words.submit, attested="on")
    assert words.submitted in page.inner_text("main")
    by.check()


def _approved(by: Reader) -> None:
    page, words = by.page, by.words
    by.visit.open("/anmalningar/")
    assert heading(page) == words.waiting
    by.check()
    press(page, words.team)
    by.check()
    by.shot("besluta", of="#beslut", height=720)
    press(page, words.approve)
    assert words.approved in page.inner_text("main")
    assert path_of(page).startswith("/anmalningar/")
    assert words.team not in heading(page)


def _found_by_anyone(by: Reader) -> None:
    page, words = by.page, by.words
    by.visit.open("/team/")
    by.shot("hitta-team")
    assert heading(page) == words.find
    write(page, q=words.team) if page.locator("form.form").count() else page.fill("[name=q]", words.team)
    press(page, words.search)
    by.check()
    press(page, words.team)
    assert _PHONE in page.inner_text("main")
    by.check()


def _confirmed(by: Reader, team: str) -> None:
    page, (title, button) = by.page, by.words.confirm
    by.visit.open("/bekraftelser/")
    by.check()
    page.locator("main tr", has_text=by.words.team).get_by_role("link").last.click()
    expect(page.locator("h1")).to_have_text(title)
    by.check()
    assert faults(by.visit) == []
    by.shot("bekrafta", height=640)
    press(page, button)
    by.visit.open("/bekraftelser/")
    assert by.words.team not in page.inner_text("main")


def _withdrawn(by: Reader, team: str) -> None:
    page, (title, button) = by.page, by.words.withdraw
    by.visit.open(team)
    by.check()
    page.locator("#godkannanden").get_by_role("link", name=button).click()
    expect(page.locator("h1")).to_have_text(title)
    by.check()
    assert faults(by.visit) == []
    send(page, button, from_day="2019-11-01", words="Teamet är ett exempel.")
    assert path_of(page) == team
