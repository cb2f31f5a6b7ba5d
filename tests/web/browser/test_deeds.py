"""What people do with patients, accounts and logs; pages that exist only afterwards are looked at on the way."""

import re
import subprocess
import sys
import uuid
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Site, VisitAs
from tests.web.browser.doing import heading, path_of, press, rows, send, write
from tests.web.browser.looking import faults, picture
from tests.web.chromium import ROOT, Visit

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SINCE = "2019-09-01"
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
    expect(page.get_by_role("switch")).to_have_attribute("aria-checked", "false")


def test_the_start_page_says_what_waits(visit_as: VisitAs) -> None:
    visit = visit_as("koordinator")
    visit.open("/")
    visit.page.locator("details.user > summary").click()
    assert visit.page.locator(".menu-panel").get_by_text("behandlare · Vårdcentralen Almdala").is_visible()
    assert visit.page.locator(".work").count() > 0
    picture(visit.page, "startsida", height=640)


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
    send(page, _button(page), name="Prov Provsson", username=name, first_day="2019-10-31")
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
    picture(page, "atkomstlogg", height=1000)
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
    told = re.sub(r"\b[A-Za-z0-9]{64}\b", "", visit.page.content())  # the masked tokens against forgery
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
