"""The other ways of a referral and of a case, by pressing what the pages offer: what is seldom, wrong, or given up."""

import re

from playwright.sync_api import expect

from tests.web.browser.conftest import VisitAs
from tests.web.browser.doing import heading, path_of, rows, write
from tests.web.browser.reader import Reader

_PROTECTED = "19850617-2389"


def _opens(by: Reader, waiting: str, *, last: bool = False) -> None:
    """From the start page to the first (or last) of what waits."""
    by.start()
    by.press(waiting)
    lines = by.page.locator("main tbody tr")
    by.follow((lines.last if last else lines.first).get_by_role("link"))


def test_the_clock_stands_still_only_on_a_ground(visit_as: VisitAs) -> None:
    by = Reader(visit_as("koordinator"))
    by.start()
    by.menu("Remisser")
    by.check()
    by.shot("remissinkorg", height=900)
    _opens(by, "Remisser att besvara", last=True)
    by.press("Stoppa klockan")
    by.send("Stoppa klockan", ground="voluntary")
    assert by.sees("Frivillig väntan räknas bara med alla tre dagarna. Utan dem går klockan.")
    by.visit.complaints.clear()
    by.check()
    by.send("Stoppa klockan", offered_on="2019-11-20", informed_on="2019-10-31", wish_on="2019-10-31")
    assert by.sees("Från 2019-10-31 tills vidare: patienten vill vänta.")
    by.check()
    by.press("Låt klockan gå igen")
    by.check()
    by.press("Starta klockan")
    assert by.sees("2019-10-31 till och med 2019-10-31: patienten vill vänta.")


def test_a_referral_is_asked_about_and_completed(visit_as: VisitAs) -> None:
    team, writer = Reader(visit_as("koordinator")), Reader(visit_as("remittent"))
    _opens(team, "Remisser att besvara", last=True)
    team.press("Begär komplettering")
    team.press("Skicka till remittenten")
    expect(team.page.get_by_role("alert")).to_contain_text("Skriv vad remittenten ska komplettera.")
    team.visit.complaints.clear()  # the browser writes down every answer of 400 and above
    team.check()
    team.send("Skicka till remittenten", words="Vilka läkemedel har prövats?")
    assert team.sees("Klockan står still")
    team.check()
    _opens(writer, "Remisser att komplettera")
    assert writer.sees("Teamet ber om komplettering")
    writer.check()
    writer.press("Komplettera remissen")
    writer.check()
    writer.send("Skicka kompletteringen", words="Paracetamol och naproxen.")
    assert writer.sees("Kompletteringen är skickad.")
    writer.check()


def test_a_late_referral_is_told_of_forwarded_and_returned(visit_as: VisitAs) -> None:
    by, writer = Reader(visit_as("koordinator")), Reader(visit_as("remittent"))
    _opens(by, "Tiden för första besök har gått ut")
    late = path_of(by.page)
    by.check()
    by.press("Meddela")
    by.send("Spara och meddela remittenten", words="Ingen tid före 20 november. Patienten vill till ett annat team.")
    by.press("Skicka vidare")
    by.page.locator("[name=team]").select_option(index=1)
    by.send("Skicka vidare", chosen="on")
    assert by.sees("Remissen är skickad vidare.")
    by.check()
    writer.visit.open(late)
    assert writer.sees("Patienten har valt ett annat team.")
    _opens(by, "Remisser att besvara")
    by.press("Återsänd")
    by.send("Återsänd till remittenten", words="Patienten behöver utredas först.")
    returned = path_of(by.page)
    by.check()
    writer.visit.open(returned)
    assert writer.sees("Teamet har återsänt remissen")
    writer.check()


def test_a_letter_is_thrown_away_or_taken_back(visit_as: VisitAs) -> None:
    by = Reader(visit_as("remittent"))
    _opens(by, "Utkast som inte är skickade")
    by.press("Ta bort utkastet")
    by.check()
    by.press("Ta bort utkastet")
    assert by.sees("Remissen är tillbakatagen.")
    by.start()
    by.menu("Remisser")
    by.press("Återställ filter")  # the list is still narrowed to drafts
    by.row("Väntar på svar")
    by.press("Visa för utskrift")
    by.check()
    by.page.go_back()
    by.press("Ta tillbaka remissen")
    by.send("Ta tillbaka remissen", words="Patienten flyttar.")
    assert by.sees("Patienten flyttar.")
    by.check()


def test_who_is_protected_is_read_about_with_a_reason(visit_as: VisitAs) -> None:
    writer, team = Reader(visit_as("remittent")), Reader(visit_as("koordinator"))
    writer.start()
    writer.menu("Patienter")
    writer.press("Registrera patient")
    writer.send("Registrera", number=_PROTECTED, given_name="Siv", family_name="Skyddqvist")
    patient = path_of(writer.page)
    writer.press("Skriv remiss")
    writer.press("Skriv till %(team)s", team="Smärtteamet Almdala")
    writer.press("Spara utkastet")
    letter = path_of(writer.page)
    writer.visit.open(patient)
    writer.press("Märk skyddade personuppgifter")
    writer.page.locator("main form.form [name=protection]").nth(1).check()
    write(writer.page, reason="Besked från Skatteverket.")
    writer.follow(writer.page.locator("main form.form .buttons button"))
    writer.visit.open(letter)
    if heading(writer.page) == "Skyddade personuppgifter":
        writer.send("Öppna remissen", reason="Jag skickar remissen.")
    writer.press("Skicka remissen")
    team.start()
    team.press("Remisser att besvara")
    assert "Skyddqvist" not in team.page.content()
    team.follow(team.page.get_by_role("link", name=re.compile("Öppna remiss . med skäl")))
    assert "Skyddqvist" not in team.page.content()
    team.check()
    team.send("Öppna remissen", reason="Patienten ska bedömas här.")
    assert heading(team.page) == "Siv Skyddqvist"
    team.check()


def test_a_registration_is_put_right_and_every_version_read(visit_as: VisitAs) -> None:
    """From the list of what waits: the visits without diagnosis, one corrected, one taken away, and on to the next."""
    by = Reader(visit_as("behandlare"))
    by.start()
    by.press("Mål vars uppföljning inte är gjord")
    by.check()
    by.shot("arenden", height=900)
    _opens(by, "Besök utan diagnos")
    case, lacking = path_of(by.page), by.page.locator("#besok tr", has_text="Diagnos saknas")
    before = lacking.count()
    assert before == 2
    by.follow(lacking.first.get_by_role("link", name=re.compile("^Rätta")))
    by.check()
    by.send("Spara rättelsen", diagnoses="M54.5", why="Diagnosen glömdes.")
    assert lacking.count() == before - 1
    by.follow(by.page.get_by_role("link", name=re.compile("^2 versioner")))
    assert by.page.locator(".ds-tag", has_text="ändrat").count() == 1
    by.check()
    by.shot("versioner", height=1000)
    by.press("Till ärendet")
    by.follow(lacking.first.get_by_role("link", name=re.compile("^Ta bort")))
    by.check()
    by.send("Ta bort", why="Patienten kom inte.")
    assert lacking.count() == 0
    by.check()
    by.press("Visa nästa i listan: Besök utan diagnos")
    assert path_of(by.page) != case


def test_a_treatment_pauses_and_goes_on(visit_as: VisitAs) -> None:
    by = Reader(visit_as("behandlare"))
    _opens(by, "Mål vars uppföljning inte är gjord", last=True)
    by.press("Gör uppehåll")
    by.check()
    by.send("Gör uppehåll", reason="Patienten opereras.")
    assert by.sees("Återuppta behandlingen när patienten kommer")
    by.check()
    by.follow(by.page.locator(".next a"))
    by.check()
    by.press("Återuppta behandlingen")
    assert by.sees("2019-10-31 till och med 2019-10-31: Patienten opereras.")


def test_a_case_ends_without_completion_and_a_new_one_is_opened(visit_as: VisitAs) -> None:
    by = Reader(visit_as("koordinator"))
    _opens(by, "Väntar på bedömning")
    by.press("Ta ansvar")
    by.check()
    by.press("Ta ansvar")
    by.press("Avsluta utan slutförd behandling")
    by.check()
    by.send("Avsluta ärendet", kind="patient-declined", reason="Patienten vill inte fortsätta.")
    assert by.sees("Ärendet är avslutat.")
    by.check()
    by.press("Patientens uppgifter")
    by.press("Ärenden")
    by.check()
    by.press("Öppna ärende utan remiss")
    by.page.locator("[name=team]").select_option(label="Smärtteamet Almdala, MMR1")
    by.check()
    by.send("Öppna ärendet", reason="Patienten har ändrat sig.")
    assert by.sees("Ärendet är öppnat.")
    _treated_without_a_plan(by)
    by.press("Patientens uppgifter")
    by.press("Ärenden")
    assert rows(by.page, "2019-") == 2


def _treated_without_a_plan(by: Reader) -> None:
    """The next step is then the plan, written afterwards."""
    by.press("Registrera bedömningen")
    write(by.page, professions=["physician"], investigated="True", screening="nothing", suitability="suitable")
    by.press("Spara bedömningen")
    by.follow(by.page.locator(".next a"))
    by.send("Spara beslutet", level="MMR1", grounds="Flera professioner behövs.", professions=["physician"])
    by.press("Registrera besök")
    by.send("Spara besöket", professions=["physician"], minutes="60")
    by.follow(by.page.locator(".next a"))
    by.check()
    by.press("Spara planen")
    assert by.sees("Planen är sparad. Lägg till målen.")
