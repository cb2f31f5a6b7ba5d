"""The gallery in a real Chromium: axe, the policy, narrow screens, keyboard, and without script."""

from collections.abc import Callable

import pytest

from tests.web.chromium import Visit, axe

pytestmark = pytest.mark.enable_socket

PAGES = ["/galleri", "/galleri?fel", "/galleri?sida=list", "/galleri?sida=work", "/tillganglighet", "/om"]
Visitor = Callable[..., Visit]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_the_browser_does_not_complain(context_of: Visitor, path: str, scheme: str) -> None:
    visit = context_of(path, color_scheme=scheme)
    assert visit.page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Inter")
    assert axe(visit.page) == []
    assert visit.complaints == []


def test_axe_finds_nothing_in_an_open_menu_and_an_open_dialog(context_of: Visitor) -> None:
    visit = context_of("/galleri", viewport={"width": 320, "height": 700})
    visit.page.locator("details.user > summary").click()
    assert axe(visit.page) == []
    visit.page.keyboard.press("Escape")
    assert visit.page.evaluate("document.activeElement.tagName") == "SUMMARY"
    visit.page.get_by_role("button", name="Avsluta serien").click()
    assert visit.page.get_by_role("dialog", name="Avsluta serien i förtid?").is_visible()
    visit.page.wait_for_timeout(600)
    assert axe(visit.page) == []
    visit.page.get_by_role("button", name="Avbryt").click()
    assert not visit.page.get_by_role("dialog").is_visible()
    assert visit.complaints == []


def test_the_policy_is_sent_and_stops_inline_code(context_of: Visitor) -> None:
    visit = context_of("/galleri")
    added = "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.head.append(s)"
    visit.page.evaluate(added)
    assert visit.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in each for each in visit.complaints)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_the_screen(context_of: Visitor, path: str) -> None:
    visit = context_of(path)
    for width in (1000, 640, 320):
        visit.page.set_viewport_size({"width": width, "height": 700})
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_reaches_everything_in_order(context_of: Visitor) -> None:
    visit = context_of("/galleri?sida=list")
    wanted = visit.page.evaluate(
        "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary,"
        ' [tabindex="0"]\')].filter(e => e.checkVisibility({visibilityProperty: true})).length'
    )
    reached = []
    for _ in range(wanted + 1):
        visit.page.keyboard.press("Tab")
        where = "document.activeElement === document.body ? '' : document.activeElement.outerHTML.slice(0, 200)"
        reached.append(visit.page.evaluate(where))
        ring = visit.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring != "none" or not reached[-1] or "ds-skip-link" in reached[-1], reached[-1]
    assert "ds-skip-link" in reached[0]
    assert len([each for each in reached if each]) >= wanted


def test_the_error_summary_takes_focus_and_leads_to_the_field(context_of: Visitor) -> None:
    visit = context_of("/galleri?fel")
    assert visit.page.evaluate("document.activeElement.className") == "ds-error-summary"
    visit.page.get_by_role("link", name="Välj nivå").click()
    assert visit.page.evaluate("document.activeElement.id") == "id_level_0"
    visit.page.get_by_role("link", name="Skriv en motivering").click()
    assert visit.page.evaluate("document.activeElement.id") == "id_reason"


@pytest.mark.parametrize("script", [True, False])
def test_the_switch_hides_personal_data_and_is_remembered(context_of: Visitor, script: bool) -> None:
    visit = context_of("/galleri?sida=list", java_script_enabled=script)
    name = visit.page.get_by_text("Märta Lindqvist")
    assert name.is_visible()
    visit.page.get_by_role("switch", name="Visa personuppgifter").click()
    name.wait_for(state="hidden")
    assert visit.page.url.endswith("/galleri?sida=list")
    visit.page.wait_for_load_state("networkidle")
    visit.open("/galleri?sida=list")
    assert not name.is_visible()
    assert visit.page.get_by_role("switch").get_attribute("aria-checked") == "false"
    visit.page.get_by_role("switch").click()
    name.wait_for(state="visible")
    assert visit.complaints == []


@pytest.mark.parametrize("script", [True, False])
def test_dark_colours_are_chosen_and_remembered_but_never_printed(context_of: Visitor, script: bool) -> None:
    visit = context_of("/galleri", java_script_enabled=script)
    visit.page.locator("details.user > summary").click()
    visit.page.get_by_role("button", name="Mörkt").click()
    visit.page.locator("html[data-color-scheme=dark]").wait_for()
    visit.page.wait_for_load_state("networkidle")
    visit.open("/galleri")
    if not script:
        return
    light = "getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)'"
    assert not visit.page.evaluate(light)
    visit.page.emulate_media(media="print")
    assert visit.page.evaluate(light)


def test_a_form_is_sent_once_however_often_one_clicks(context_of: Visitor) -> None:
    visit = context_of("/galleri")
    sent: list[str] = []
    visit.page.on("request", lambda asked: sent.append(asked.url) if asked.method == "POST" else None)
    visit.page.get_by_role("button", name="Spara beslut").dblclick()
    visit.page.get_by_text("Beslutet är sparat.").wait_for()
    assert len(sent) == 1


def test_cards_on_a_narrow_screen_name_each_value(context_of: Visitor) -> None:
    visit = context_of("/galleri?sida=list", viewport={"width": 320, "height": 700})
    cell = visit.page.locator("td[data-label='Remittent']").first
    assert cell.inner_text() == "Vårdcentralen Åby"
    assert visit.page.evaluate("getComputedStyle(document.querySelector('thead')).display") == "none"
