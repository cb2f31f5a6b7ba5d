"""What people come to do, done in a real browser; pages that exist only afterwards are looked at on the way.

With SAMSYN_PICTURES set to a folder, the pictures of the manual (docs/manual) are written there.
"""

import re
import subprocess
import sys
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Site, VisitAs
from tests.web.browser.doing import choose_language, heading, path_of, press, rows, send, write
from tests.web.browser.looking import faults, left_in_swedish, picture
from tests.web.chromium import ROOT, Visit

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
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
    no_match: str
    confirm: tuple[str, str]
    withdraw: tuple[str, str]


_IN = [
    Words(
        "Svenska", "Ljungteamet", ("Registrera ett team", "Registrera"), ("Lägg till person", "Lägg till"),
        ("Registrera anslutning", "Registrera"), ("Anmäl teamet", "Påbörja anmälan"), "läkare",
        "Teamet saknar något som riktlinjen kräver", "Skicka in anmälan",
        "Anmälan är inskickad. Regionen ser den nu.", "Anmälningar", "Godkänn och visa nästa", "Teamet är godkänt.",
        "Filtrera", "Hitta team för smärtrehabilitering", "Inget stämmer med filtren",
        ("Stämmer uppgifterna?", "Ja, uppgifterna stämmer"), ("Återkalla godkännande", "Återkalla"),
    ),
    Words(
        "English", "Heather Team", ("Register a team", "Register"), ("Add person", "Add"),
        ("Register connection", "Register"), ("Notify the region of the team", "Start the notification"), "physician",
        "The team lacks something that the guideline requires", "Submit the notification",
        "The notification is submitted. The region can see it now.", "Notifications", "Approve and show the next",
        "The team is accredited.", "Filter", "Find a team for pain rehabilitation", "Nothing matches the filters",
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
    stranger.visit.open(f"/team/?q={words.team}")
    assert words.no_match in stranger.page.inner_text("main")


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
    by.shot("anmalan-saknas")
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
    _add(by, team, "Mia Läkare Sand", "physician", "extended")
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
    by.shot("besluta", of="#beslut", height=560)
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
    send(page, button, from_day="2019-10-31", words="Teamet är ett exempel.")
    assert path_of(page) == team


_ASA, _KALLE, _VERA = "19800102-2386", "19801204-2381", "19900711-2387"


def test_patients_are_registered_linked_and_protected(visit_as: VisitAs) -> None:
    visit = visit_as("koordinator")
    page = visit.page
    kept = _register(visit, _ASA, "Åsa", "Öbergsdotter")
    _register(visit, _KALLE, "Åsa", "Öberg")
    _give_and_withdraw_number(visit, kept)
    _link_and_unlink(visit, kept)
    visit.open(f"{kept}/skydd")
    page.locator("main form.form [name=protection]").nth(1).check()
    send(page, page.locator("main form.form button").inner_text(), reason="Besked från Skatteverket.")
    _open_protected(visit_as, kept)


def _register(visit: Visit, number: str, given: str, family: str) -> str:
    page = visit.page
    visit.open("/patienter/")
    press(page, "Registrera patient")
    write(page, number=number, given_name=given, family_name=family)
    press(page, "Registrera")
    assert family in heading(page)
    return path_of(page)


def _give_and_withdraw_number(visit: Visit, patient: str) -> None:
    page = visit.page
    visit.open(patient)
    press(page, "Lägg till eller byt nummer")
    send(page, "Spara numret", number=_VERA, valid_from="2019-10-01", replaces="0")
    assert rows(page, _VERA) == 1
    page.locator("main tr", has_text=_VERA).get_by_role("link").click()
    expect(page.get_by_role("heading", name="Ta bort ett felregistrerat nummer")).to_be_visible()
    assert faults(visit) == []
    send(page, "Ta bort numret", reason="Numret tillhör en annan.")
    assert rows(page, _VERA) == 0


def _link_and_unlink(visit: Visit, kept: str) -> None:
    page = visit.page
    visit.open(f"{kept}/samma-person")
    send(page, "Visa båda posterna", number=_KALLE)
    expect(page.get_by_role("heading", name="Är det samma person?")).to_be_visible()
    assert faults(visit) == []
    send(page, "Koppla ihop posterna", reason="Samma person enligt Skatteverket.")
    visit.open(kept)
    assert rows(page, _KALLE) == 1
    page.get_by_role("link", name="Häv koppling 1").click()
    expect(page.get_by_role("heading", name="Häv kopplingen")).to_be_visible()
    assert faults(visit) == []
    send(page, "Häv kopplingen", reason="Det var två personer.")
    visit.open(kept)
    assert rows(page, _KALLE) == 0


def _open_protected(visit_as: VisitAs, patient: str) -> None:
    visit = visit_as("behandlare")
    page = visit.page
    visit.open("/patienter/")
    page.select_option("select[name=show]", "protected")
    page.get_by_role("button", name="Sök", exact=True).click()
    page.get_by_role("link", name=re.compile("Öppna post . med skäl")).first.click()
    expect(page.locator("h1")).to_have_text("Skyddade personuppgifter")
    assert "Öbergsdotter" not in page.content()
    assert faults(visit) == []
    picture(page, "skyddade-personuppgifter", height=640)
    send(page, "Öppna posten", reason="Patienten har ett besök hos mig.")
    assert path_of(page) == patient
    assert "Öbergsdotter" in heading(page)


def test_whoever_comes_to_patients_is_told_of_the_log(visit_as: VisitAs) -> None:
    visit = visit_as(None)
    page = visit.page
    visit.open("/konto/login/")
    page.fill("[name=login]", "behandlare")
    page.fill("[name=password]", "samsyn i demonstration")
    press(page, "Logga in")
    visit.open("/patienter/")
    assert heading(page) == "Åtkomst loggas"
    assert faults(visit) == []
    press(page, "Jag förstår, visa patienter")
    assert rows(page, "19") > 0
    picture(page, "patienter")
    page.get_by_role("switch").click()
    page.wait_for_load_state("networkidle")
    assert page.get_by_role("switch").get_attribute("aria-checked") == "false"


def test_the_start_page_says_what_waits(visit_as: VisitAs) -> None:
    visit = visit_as("koordinator")
    visit.open("/")
    visit.page.locator("details.user > summary").click()
    assert visit.page.locator(".menu-panel").get_by_text("behandlare · Vårdcentralen Almdala").is_visible()
    assert visit.page.locator(".work").count() > 0
    picture(visit.page, "startsida", height=560)


def test_the_volumes_of_the_year(visit_as: VisitAs) -> None:
    visit = visit_as("koordinator")
    visit.open("/volym/")
    assert rows(visit.page, "Smärtteamet Almdala") > 0
    picture(visit.page, "volym")


def test_an_account_is_opened_again_and_a_line_of_roles_removed(visit_as: VisitAs) -> None:
    visit = visit_as("administrator")
    page = visit.page
    visit.open("/personer/anvandare/ny")
    page.locator("[name=unit]").select_option(index=1)
    page.locator("[name=role]").select_option("clinician")
    name = f"prov{uuid.uuid4().hex[:6]}"
    send(page, _button(page), name="Prov Provsson", username=name, first_day="2019-10-01")
    visit.open(f"/personer/anvandare?q={name}")
    press(page, "Prov Provsson")
    person = path_of(page)
    press(page, "Stäng kontot")
    press(page, _button(page))
    visit.open(person)
    press(page, "Öppna kontot")
    assert heading(page) == "Öppna kontot"
    assert faults(visit) == []
    press(page, _button(page))
    visit.open(person)
    assert page.get_by_role("link", name="Stäng kontot").count() == 1
    picture(page, "anvandare")
    _add_and_remove_line(visit_as("regionadmin"))


def _add_and_remove_line(visit: Visit) -> None:
    page = visit.page
    visit.open("/personer/medarbetaruppdrag/ny")
    page.locator("[name=role]").select_option(index=1)
    send(page, "Spara", purpose="Uppföljning", name_contains="Smärtprov")
    page.get_by_role("link", name=re.compile("Ta bort .*Smärtprov")).click()
    expect(page.locator("h1")).to_have_text("Ta bort raden")
    assert faults(visit) == []
    press(page, "Ta bort")
    assert rows(page, "Smärtprov") == 0


def _button(page: Page) -> str:
    """The words of the button that does what the page is for."""
    return page.locator("main form.form .buttons button").first.inner_text()


def test_the_log_is_read_extracted_and_checked(site: Site, visit_as: VisitAs) -> None:
    subprocess.run([sys.executable, "-m", "tests.web.browser.yesterday"], cwd=ROOT, env=site.settings, check=True)
    visit = visit_as("loggranskare")
    page = visit.page
    visit_as("koordinator").open("/patienter/")
    visit.open("/insyn/atkomstlogg")
    assert rows(page, "Karin Ek") > 0
    picture(page, "atkomstlogg")
    number = re.search(r"\d{8}-\d{4}", page.locator("main tbody").inner_text())
    assert number, "the log shows whose record was read"
    send(page, "Visa patientens logg", number=number[0])
    press(page, "Gör utdrag till patienten")
    assert heading(page) == "Vem har läst uppgifter om dig?"
    assert rows(page, "Vårdcentralen Almdala") > 0
    assert faults(visit) == []
    _spot_check(visit)


def _spot_check(visit: Visit) -> None:
    page, yesterday = visit.page, (datetime.now(UTC) - timedelta(days=1)).date()
    visit.open("/insyn/stickprov/nytt")
    write(page, first_day=f"{yesterday - timedelta(days=1)}", last_day=f"{yesterday}", sample_size="2")
    press(page, "Dra stickprovet")
    check, drawn = path_of(page), page.locator("main tbody tr").count()
    assert drawn >= 2
    assert faults(visit) == []
    picture(page, "stickprov")
    press(page, "Bedöm nästa")
    assert faults(visit) == []
    for _ in range(drawn):
        press(page, "Godkänn och visa nästa")
    assert path_of(page) == check
    assert faults(visit) == []
    press(page, "Avsluta stickprovet")
    assert "avslutat" in page.locator("main").inner_text()
    assert page.get_by_role("button", name="Avsluta stickprovet").count() == 0


def test_another_unit_learns_nothing(visit_as: VisitAs) -> None:
    """Of a patient, or of a team that is not published: the same page as for what does not exist."""
    own = visit_as("koordinator")
    own.open("/patienter/")
    patient = own.page.locator("main table a").first.get_attribute("href")
    own.open("/teamregister/")
    team = own.page.locator("main tr", has_text="Ryggteamet").get_by_role("link").first.get_attribute("href")
    assert patient
    assert team
    for username in ("remittent", None):
        stranger = visit_as(username)
        for real in (patient, f"{patient}/ratta", team, team.replace("/teamregister/", "/team/")):
            assert _answer(stranger, real) == _answer(stranger, _UUID.sub(str(uuid.uuid4()), real)), real


def _answer(visit: Visit, path: str) -> tuple[int, str, str]:
    """Status, where one ends up, and everything on the page that is not new at every request."""
    response = visit.page.goto(visit.address + path)
    assert response
    told = re.sub(r"name=\"csrfmiddlewaretoken\" value=\"\w+\"|\"X-CSRFToken\": \"\w+\"", "", visit.page.content())
    ids = re.compile(rf"{_UUID.pattern}|[0-9a-f]{{32}}")
    return response.status, ids.sub("", visit.page.url), ids.sub("", told)


def test_pages_of_errors(visit_as: VisitAs) -> None:
    visit = visit_as("ekonom")
    for path, status, words in (
        (f"/teamregister/{uuid.uuid4()}", 404, "Sidan finns inte"),
        ("/finns-inte", 404, "Sidan finns inte"),
        ("/personer/anvandare", 403, "Du har inte rätt till den här sidan"),
    ):
        response = visit.page.goto(visit.address + path)
        assert response
        assert (response.status, heading(visit.page)) == (status, words)
        visit.complaints.clear()  # the browser writes down every answer of 400 and above
        assert faults(visit) == []


def test_double_click_back_and_two_tabs_give_one_row(visit_as: VisitAs) -> None:
    visit = visit_as("koordinator")
    page = visit.page
    visit.open("/teamregister/")
    press(page, "Kvällsteamet Almdala")
    team = path_of(page)
    name = f"Dubbla Dora {uuid.uuid4().hex[:4].translate(str.maketrans('0123456789', 'ghijklmnop'))}"
    press(page, "Lägg till person")
    write(page, name=name, profession="nurse", first_day=_SINCE)
    page.get_by_role("button", name="Lägg till", exact=True).dblclick()
    page.wait_for_url(f"**{team}#bemanning")
    page.go_back()
    if page.locator("main form.form [name=name]").input_value() == "":
        write(page, name=name, profession="nurse", first_day=_SINCE)
    press(page, "Lägg till")
    visit.open(team)
    assert rows(page, name) == 1


def test_of_two_tabs_the_second_is_told(visit_as: VisitAs) -> None:
    """Both have read the same contact details; the one that saves last must not undo the other's change unseen."""
    visit = visit_as("koordinator")
    visit.open("/teamregister/")
    press(visit.page, "Kvällsteamet Almdala")
    team = path_of(visit.page)
    other = visit.page.context.new_page()
    for page in (visit.page, other):
        page.goto(f"{visit.address}{team}/uppgifter")
    send(visit.page, "Spara", phone="010-111 11 11")
    other.fill("[name=phone]", "010-222 22 22")
    with other.expect_response(lambda answer: answer.request.method == "POST") as answered:
        other.get_by_role("button", name="Spara", exact=True).click()
    assert answered.value.status == 409
    visit.open(team)
    assert "010-111 11 11" in visit.page.inner_text("main")
