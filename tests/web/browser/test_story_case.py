"""A patient's way from referral to completion, through the pages alone, by someone who has never seen them before.

Only links, buttons and the pages' own next step are followed. With SAMSYN_PICTURES set to a folder, the pictures of the
manual (docs/manual) are written there.
"""

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.cli.calling import done
from tests.web.browser.conftest import VisitAs
from tests.web.browser.doing import heading, path_of, rows, write
from tests.web.browser.looking import faults
from tests.web.browser.reader import Reader
from tests.web.chromium import Visit

_TEAM = "Smärtteamet Almdala"
_NUMBER = {"sv": "19790514-2381", "en": "19820923-2381"}
_FAMILY = {"sv": "Hagelin", "en": "Hawthorn"}
_LETTER = {
    "diagnosis": "M54.5", "pain_onset": "2018-03-01", "investigated": "yes", "tried": "Fysioterapi och smärtskola.",
    "linton_sum": "62", "linton_form": "short", "linton_on": "2019-05-20", "sick_leave": "50",
    "sick_leave_since": "2019-02-01", "phone": "031-390 06 50", "chosen_by_patient": "on",
    "question": "Smärta i ländryggen som påverkar arbete och vardag. Kan patienten få rehabilitering i team?",
}  # fmt: skip
_ALL = ("physician", "psychologist", "physiotherapist", "occupational_therapist")
_GOAL = "Gå till arbetet, två kilometer"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_from_referral_to_completion(visit_as: VisitAs, in_june: str, tmp_path: Path, language: str) -> None:
    referrer, coordinator, clinician = (
        Reader(visit_as(name), language) for name in ("remittent", "koordinator", "behandlare")
    )
    name = f"Maja {_FAMILY[language]}"
    referrer.visit.address = coordinator.visit.address = in_june
    _written(referrer, name)
    _booked(coordinator, name)
    _opened(clinician, name)
    _planned(clinician)
    _treated(clinician, name)
    _completed(clinician)
    _printed(clinician)
    _exported(visit_as("ekonom"), clinician, tmp_path)


def _written(by: Reader, name: str) -> None:
    """The referrer saves a draft with nothing but the team, reads what it lacks, writes the rest, and sends it."""
    by.start()
    by.menu({"sv": "Patienter", "en": "Patients"}[by.language])
    by.press("Registrera patient")
    given, family = name.split()
    by.send("Registrera", number=_NUMBER[by.language], given_name=given, family_name=family)
    by.press("Skriv remiss")
    by.check()
    by.press("Skriv till %(team)s", team=_TEAM)
    by.check()
    by.press("Spara utkastet")
    lacking = by.page.locator("#kontroll .check:not([data-outcome=met])").count()
    assert lacking >= 3
    by.check()
    by.shot("remiss-kontroll", of="#kontroll", height=1000)
    by.press("Ändra")
    by.check()
    by.send("Spara utkastet", **_LETTER)
    assert by.page.locator("#kontroll .check:not([data-outcome=met])").count() < lacking
    by.press("Skicka remissen")
    assert by.sees("Remissen är skickad. Teamet ser den nu.")
    by.check()


def _booked(by: Reader, name: str) -> None:
    """The coordinator finds it on the start page, confirms it and books the first visit."""
    by.start()
    by.press("Remisser att besvara")
    assert by.page.locator("tbody tr", has_text=name).locator(".clock").count() == 1
    by.check()
    by.row(name)
    assert name in heading(by.page)
    by.check()
    by.press("Bekräfta")
    by.press("Boka första besöket")
    by.check()
    by.send("Spara bokningen", visit_on="2019-06-17")
    assert by.sees("Första besöket är bokat. Remittenten ser dagen.")
    by.check()


def _opened(by: Reader, name: str) -> None:
    """The patient has come on the booked day: the case is opened on the letter, which registers the patient here."""
    by.start()
    by.press("Bokat besök har varit, ärende saknas")
    by.row(name)
    by.press("Öppna ärende")
    assert by.page.input_value("[name=opened_on]") == "2019-06-17"
    by.check()
    by.press("Öppna ärendet")
    assert heading(by.page) == f"{name}, {_NUMBER[by.language]}"
    by.check()


def _next(by: Reader, title: str) -> None:
    """The page says that this is to be done now, and leads there."""
    assert by.said(title) in by.page.locator(".next h2").inner_text()
    by.follow(by.page.locator(".next a"))
    by.check()


def _planned(by: Reader) -> None:
    """Each step is the one that the page names: assessment, level, plan, goal."""
    _next(by, "Gör bedömningen")
    assert by.page.input_value("[name=diagnoses]") == "M54.5", "as the referral says"
    write(by.page, day="2019-06-17", professions=_ALL, minutes="120", screening="nothing", suitability="suitable")
    by.press("Spara bedömningen")
    _next(by, "Besluta nivå")
    write(by.page, day="2019-06-18", level="MMR1", grounds="Flera professioner behövs.", professions=["physician"])
    by.shot("niva", of="form.form", height=1080)
    by.press("Spara beslutet")
    _next(by, "Gör rehabiliteringsplanen")
    by.send("Spara planen", day="2019-06-19", problem="Vill gå till arbetet.", signed_with_patient_on="2019-06-19")
    _next(by, "Skriv målen")
    by.send(
        "Spara målet", text=_GOAL, measure="Antal gånger i veckan", baseline="0", target="3",
        profession="physiotherapist", due_on="2019-09-02",
    )  # fmt: skip
    by.check()


def _treated(by: Reader, name: str) -> None:
    """Visits, one of them with a group; the registry, work, the goal followed up, a closing conference, the hours."""
    _next(by, "Registrera det första besöket")
    assert by.page.input_value("[name=procedures]") == "UV110", "the level's code is proposed"
    by.send("Spara och lägg till ett till", day="2019-06-24", professions=["physician"], minutes="60")
    write(by.page, day="2019-07-01", professions=["physiotherapist", "psychologist"], minutes="90", diagnoses="")
    by.press("Kontrollera")
    assert by.sees("Diagnos saknas. Den ska anges vid varje besök.")
    by.check()
    by.shot("besok", of="label[for=id_minutes]", height=960)
    by.send("Spara besöket", diagnoses="M54.5")
    by.press("Registrera gruppbesök")
    _in_a_group(by, name)
    by.press("Registrera information")
    by.check()
    by.send("Spara", informed_on="2019-06-17", module="primary", registered_on="2019-06-24")
    by.press("Registrera kontakt")
    by.check()
    by.send("Spara kontakten", day="2019-08-05", code="ZV506", with_whom="Närmaste chef")
    by.follow(by.page.locator(".next a"))
    by.press("Följ upp", besides=f" {_GOAL}")
    by.check()
    by.send("Spara uppföljningen", day="2019-09-02", result="partly", words="Går två gånger i veckan.")
    by.press("Registrera teamkonferens")
    by.check()
    by.send("Spara konferensen", day="2019-09-30", professions=_ALL, patient_present="on", closing="on")
    by.press("Skriv skäl till att timmarna avviker")
    by.check()
    by.send("Spara skälet", words="Patienten har börjat arbeta och behöver färre timmar.")
    by.check()


def _in_a_group(by: Reader, name: str) -> None:
    """One form for all who were there; back to the case by the list of cases."""
    by.check()
    write(by.page, title="Smärtskolan", day="2019-08-19", minutes="120", professions=["occupational_therapist"])
    by.page.locator("main tbody tr", has_text=name).get_by_role("checkbox").check()
    by.shot("grupp", of="main table", height=800)
    by.press("Registrera för alla som var med")
    assert by.sees("Gruppbesöket är registrerat.")
    by.menu({"sv": "Ärenden", "en": "Cases"}[by.language])
    by.row(name)
    assert rows(by.page, "Smärtskolan") == 1


def _completed(by: Reader) -> None:
    """Everything binding is met; the act of completion says so first. Then the copy, and nothing more to do."""
    by.shot("arende", height=1100)
    by.press("Avsluta behandlingen")
    by.check()
    by.shot("avsluta", of="#checks-heading", height=860)
    by.send("Avsluta behandlingen", professions=_ALL, words="Arbetar halvtid.")
    assert by.sees("Behandlingen är avslutad.")
    _next(by, "Skicka en kopia till vårdcentralen")
    by.send("Spara", consent="1")
    assert by.said("Ärendet är klart") in by.page.locator(".next h2").inner_text()
    by.check()


def _printed(by: Reader) -> None:
    """Plan and summary as pages, and as files that begin as a PDF does."""
    case = path_of(by.page)
    for words in ("Skriv ut planen", "Skriv ut sammanfattning"):
        by.press(words)
        assert _GOAL in by.page.inner_text("main")
        by.check()
        with by.page.expect_download() as told:
            by.page.get_by_role("link", name=by.said("Hämta som PDF"), exact=True).click()
        assert told.value.path().read_bytes()[:5] == b"%PDF-"
        by.visit.open(case)


def _exported(economist: Visit, by: Reader, folder: Path) -> None:
    """The unit's registrations as a file say of the series what the page of the case says."""
    page = economist.page
    economist.open("/")
    page.locator("nav.nav-wide").get_by_role("link", name="Registreringar som fil", exact=True).click()
    page.get_by_role("link", name="Hämta filen (ZIP)").wait_for()
    assert faults(economist) == []
    with page.expect_download() as told:
        page.get_by_role("link", name="Hämta filen (ZIP)").click()
    zipfile.ZipFile(io.BytesIO(told.value.path().read_bytes())).extractall(folder / "extract")
    done("adjudicate", folder / "extract", "--out", folder / "out", "--as-of", "2019-10-31", "--quiet")
    link = by.page.get_by_role("link", name=by.said("Patientens uppgifter")).get_attribute("href")
    (series,) = [row for row in _read(folder / "out" / "series.csv") if row["patient_id"] in str(link)]
    told = [row for row in _read(folder / "out" / "findings.csv") if row["series_id"] == series["series_id"]]
    checks = by.page.locator(".case-checks")
    assert (series["decision"], series["end"]) == ("approved", "2019-10-31")
    assert by.said("Ersätts") == checks.locator(".ds-tag").first.inner_text()
    assert f"{int(series['amount']):,}".replace(",", " ") in re.sub(r"\s", " ", checks.inner_text())
    assert checks.locator(".check").count() == len(told)
    assert checks.locator(".check[data-outcome=met]").count() == sum(row["outcome"] == "met" for row in told)


def _read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
