"""A new installation in a real browser: the first administrator, an app, a passkey, a colleague; no page at fault."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_socket
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Browser, BrowserContext, Page

from tests.web.chromium import Visit, axe, chromium, unreachable, wider_than_window
from tests.web.served import serving, settings_in

MANAGE = [sys.executable, "-m", "samsyn.web.project.manage"]
OWN = "sju blå kanoter i regn"
PICTURES = os.environ.get("SAMSYN_PICTURES")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """An empty installation, no demonstration, and the password that the command printed."""
    pytest_socket.enable_socket()
    folder = tmp_path_factory.mktemp("begun")
    settings = settings_in(folder, f"sqlite:///{folder / 'own.sqlite3'}") | {"SAMSYN_DEMO": "0"}
    settings.pop("SAMSYN_TODAY")
    for command in (["migrate", "--no-input", "-v", "0"], ["collectstatic", "--no-input", "-v", "0"]):
        subprocess.run([*MANAGE, *command], env=settings, check=True)
    said = subprocess.run(
        [
            *MANAGE, "create_administrator", "--no-input", "--region", "Region Prov", "--organisation-number",
            "2321000131", "--office", "Regionkontoret", "--office-hsa-id", "SE2321000131-E000000000001",
            "--username", "anna", "--name", "Anna Först",
        ],
        env=settings, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    with serving(folder, settings) as address:
        yield address.replace("127.0.0.1", "localhost"), said.strip().rpartition(" ")[2]


@pytest.fixture(scope="module")
def browser(begun: Any) -> Iterator[Browser]:
    with chromium() as started:
        yield started


def sound(visit: Visit, name: str) -> None:
    """Nothing that axe finds, nothing out of the keyboard's reach, no sideways scroll on a telephone."""
    page = visit.page
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert axe(page) == [], (name, scheme)
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"people-{name}-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 640})
    assert wider_than_window(page) == [], name
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"people-{name}-phone.png", full_page=True)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert unreachable(page) == [], name
    expected = ("status of 422", "status of 409", "status of 429", "status of 404", "Cleared data types")
    assert [each for each in visit.complaints if not any(one in each for one in expected)] == [], name


def press(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("button", name=words, exact=True).click()
    page.wait_for_load_state("networkidle")


def follow(page: Page, words: str) -> None:
    page.get_by_role("main").get_by_role("link", name=words, exact=True).click()
    page.wait_for_load_state("networkidle")


def code(secret: str, step: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step))


def with_authenticator(context: BrowserContext, page: Page) -> None:
    """A virtual device that holds passkeys and always says yes."""
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def log_in(page: Page, name: str, password: str) -> None:
    page.get_by_label("Användarnamn").fill(name)
    page.get_by_label("Lösenord").fill(password)
    press(page, "Logga in")


@pytest.mark.enable_socket
def test_from_nothing_to_a_colleague_who_logs_in(begun: tuple[str, str], browser: Browser) -> None:
    address, temporary = begun
    context = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    visit = Visit(context, address)
    page = visit.open("/")
    with_authenticator(context, page)
    sound(visit, "login")
    log_in(page, "anna", "inte rätt alls")
    sound(visit, "login-refused")
    log_in(page, "anna", temporary)
    assert page.url.endswith("/konto/losenord")
    sound(visit, "change-password")
    for label, value in (("Nuvarande lösenord", temporary), ("Nytt lösenord", OWN), ("Nytt lösenord igen", OWN)):
        page.get_by_label(label, exact=True).fill(value)
    press(page, "Byt lösenord")
    assert page.url.endswith("/konto/inloggning")
    sound(visit, "second-factor")

    follow(page, "Lägg till en app")
    sound(visit, "confirm")
    page.get_by_label("Lösenord").fill(OWN)
    press(page, "Bekräfta")
    sound(visit, "add-app")
    secret = page.locator("code.secret").inner_text()
    page.get_by_label("Koden som appen visar").fill(code(secret))
    press(page, "Lägg till")
    sound(visit, "codes")
    spare = page.locator(".codes code").first.inner_text()
    follow(page, "Jag har sparat koderna")
    sound(visit, "account")

    visit.open("/konto/inloggning/passnycklar/ny")
    sound(visit, "add-passkey")
    page.get_by_label("Logga in med bara passnyckeln").check()
    page.get_by_label("Passnyckelns namn").fill("Arbetsdatorn")
    press(page, "Lägg till")
    page.wait_for_url(f"{address}/konto/inloggning")
    follow(page, "Se passnycklarna")
    sound(visit, "passkeys")
    follow(page, "Byt namn på Arbetsdatorn")
    sound(visit, "rename-passkey")
    visit.open("/konto/inloggning/passnycklar")
    follow(page, "Ta bort Arbetsdatorn")
    sound(visit, "remove-passkey")
    visit.open("/konto/inloggning/app/ta-bort")
    sound(visit, "remove-app")
    visit.open("/konto/inloggning/reservkoder/nya")
    sound(visit, "new-codes")

    visit.open("/konto/logga-ut")
    sound(visit, "log-out")
    press(page, "Logga ut")
    press(page, "Logga in med passnyckel")
    page.wait_for_url(f"{address}/")
    visit.open("/konto/logga-ut")
    press(page, "Logga ut")

    log_in(page, "anna", OWN)
    sound(visit, "second-step")
    press(page, "Använd en passnyckel")
    page.wait_for_url(f"{address}/")
    visit.open("/konto/logga-ut")
    press(page, "Logga ut")
    log_in(page, "anna", OWN)
    page.get_by_label("Engångskod").fill("000000")
    press(page, "Logga in")
    sound(visit, "second-step-refused")
    page.get_by_label("Engångskod").fill(spare)
    press(page, "Logga in")
    page.wait_for_url(f"{address}/")

    link = administrate(visit)
    guest = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 900})
    other = Visit(guest, "")
    other.open(link)
    sound(other, "choose-password")
    other.page.get_by_label("Nytt lösenord", exact=True).fill(OWN)
    other.page.get_by_label("Nytt lösenord igen").fill(OWN)
    press(other.page, "Spara lösenordet")
    log_in(other.page, "bo.ek", OWN)
    assert other.page.url.endswith("/konto/inloggning")
    other.open(link)
    sound(other, "dead-link")
    for each in (context, guest):
        each.close()


def administrate(visit: Visit) -> str:
    """Every page of the administrators; the link for a new colleague."""
    page = visit.open("/personer/anvandare")
    sound(visit, "users")
    follow(page, "Ny användare")
    press(page, "Skapa kontot")
    sound(visit, "new-user-refused")
    page.get_by_label("Namn", exact=True).fill("Bo Ek")
    page.get_by_label("Användarnamn").fill("bo.ek")
    page.get_by_label("Enhet").select_option(index=1)
    page.get_by_label("Roll").select_option("region_officer")
    sound(visit, "new-user")
    press(page, "Skapa kontot")
    sound(visit, "link")
    link = re.findall(r"http://\S+", page.locator("code.secret").inner_text())[0]
    follow(page, "Till användaren")
    sound(visit, "user")
    for words, name in (
        ("Ge ett uppdrag", "give-assignment"),
        ("Nollställ inloggningen i två steg", "reset"),
        ("Stäng kontot", "close"),
        (re.compile("Avsluta .*"), "end-assignment"),
    ):
        back = page.url
        page.get_by_role("main").get_by_role("link", name=words).first.click()
        page.wait_for_load_state("networkidle")
        sound(visit, name)
        page.goto(back)
    for path, name in (
        ("/personer/anvandare?q=finnsinte", "users-none"),
        ("/personer/medarbetaruppdrag", "commissions"),
        ("/personer/medarbetaruppdrag/ny", "new-commission"),
        ("/personer/rattigheter", "rights"),
    ):
        visit.open(path)
        sound(visit, name)
    return link


@pytest.mark.enable_socket
def test_too_many_tries(begun: tuple[str, str], browser: Browser) -> None:
    context = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 900})
    visit = Visit(context, begun[0])
    page = visit.open("/konto/login/")
    for _ in range(10):
        if page.get_by_label("Användarnamn").count():
            log_in(page, "gissad", "inte rätt alls")
    assert page.get_by_role("heading", level=1).inner_text() == "För många försök"
    sound(visit, "too-many")
    context.close()


@pytest.mark.enable_socket
def test_without_script_a_password_still_works(begun: tuple[str, str], browser: Browser) -> None:
    context = browser.new_context(locale="sv-SE", java_script_enabled=False)
    page = context.new_page()
    page.goto(begun[0] + "/konto/login/")
    assert not page.get_by_role("button", name="Logga in med passnyckel").is_visible()
    assert page.get_by_role("main").get_by_role("button", name="Logga in", exact=True).is_visible()
    context.close()
