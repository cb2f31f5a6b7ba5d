"""What the components say, and that what is shown is said in words and not by colour alone."""

import json
import re
from datetime import date
from typing import Any

import pytest
from django.template import engines
from django.test import RequestFactory
from django.urls import reverse
from django_cotton.compiler_regex import CottonCompiler

from samsyn.web.pages import errors, views
from samsyn.web.pages.choices import colour_scheme, show_personal
from samsyn.web.pages.templatetags.looks import days_colour, days_words, iso, spaced
from tests.web.chromium import ROOT
from tests.web.pages.gallery import Decision, gallery

pytestmark = pytest.mark.usefixtures("gallery_settings")
PAGES = ROOT / "src/samsyn/web/pages"


def draw(template: str, **context: Any) -> str:
    """A template as text, with single spaces."""
    compiled = engines["django"].from_string(CottonCompiler().process(template))
    drawn = compiled.render({"act_key": "the-key", **context}, RequestFactory().get("/"))
    return " ".join(str(drawn).split())


@pytest.mark.parametrize(
    ("days", "words", "colour"),
    [(-8, "8 dagar försenad", "danger"), (-1, "1 dag försenad", "danger"), (0, "Sista dagen är i dag", "warning"),
     (1, "1 dag kvar", "warning"), (7, "7 dagar kvar", "warning"), (8, "8 dagar kvar", "success")],
)  # fmt: skip
def test_a_clock_has_words_and_colour(days: int, words: str, colour: str) -> None:
    assert days_words(days) == words
    assert days_colour(days) == colour
    drawn = draw('<c-clock :days="days" />', days=days)
    assert words in drawn
    assert f'data-color="{colour}"' in drawn


def test_no_limit_gives_no_clock() -> None:
    assert draw('<c-clock :days="days" />', days=None) == ""


@pytest.mark.parametrize(
    ("outcome", "word"),
    [("met", "Uppfyllt"), ("not_met", "Inte uppfyllt"), ("unknown", "Underlag saknas"), ("attested", "Intygas"),
     ("info", "Upplysning")],
)  # fmt: skip
def test_each_outcome_has_a_word_and_a_shape_of_its_own(outcome: str, word: str) -> None:
    assert f">{word}</span>" in draw('<c-check :outcome="outcome" title="Diagnos" />', outcome=outcome)
    marks = re.findall(
        r'\[data-outcome="(\w+)"\]::before \{\s+--mark: (.+);', (PAGES / "static/pages/parts.css").read_text()
    )
    assert len(dict(marks)) == len({shape for _, shape in marks}) == 4


def test_a_check_does_not_take_what_its_surroundings_are_called() -> None:
    drawn = draw('<c-check outcome="met" title="Diagnos" />', remedy="Fel", clause="Fel", reading="Fel", word="Fel")
    assert "Fel" not in drawn


def test_a_form_carries_its_key_and_its_token() -> None:
    drawn = draw('<c-form submit="Spara" :form="form" />', form=Decision())
    assert '<input type="hidden" name="act_key" value="the-key">' in drawn
    assert "csrfmiddlewaretoken" in drawn
    assert "novalidate" in drawn
    assert "act_key" not in draw('<c-form method="get" submit="Sök" />')


def test_the_error_summary_counts_and_leads() -> None:
    drawn = draw('<c-error-summary :form="form" />', form=Decision({"diagnosis": "M79.7", "day": "1/3 2019"}))
    assert "Det finns 2 saker att rätta" in drawn
    assert '<a class="ds-link" href="#id_level_0">Välj nivå</a>' in drawn
    assert draw('<c-error-summary :form="form" />', form=Decision()) == ""


def test_other_words_for_nothing_here_than_for_no_match() -> None:
    assert "Här finns inget ännu" in draw("<c-empty />")
    assert "Inget stämmer med filtren" in draw('<c-empty kind="no-match" />')


def test_paging_says_how_many() -> None:
    drawn = draw('<c-pages next="/n" :shown="50" :total="1084" />').replace("\N{NO-BREAK SPACE}", " ")
    assert "Visar 50 av 1 084" in drawn
    assert "Nästa" in drawn
    assert "Föregående" not in drawn


def test_small_words() -> None:
    assert spaced(1084) == "1\N{NO-BREAK SPACE}084"
    assert (iso(date(2019, 3, 1)), iso(None)) == ("2019-03-01", "")


@pytest.mark.parametrize("template", sorted((PAGES / "templates").rglob("*.html")), ids=lambda path: path.name)
def test_no_template_holds_inline_code_or_marks_text_safe(template: Any) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?! src=)|\|safe|autoescape|javascript:", text)


@pytest.mark.parametrize(
    ("view", "name", "value"), [("personal-data", "show", "0"), ("colour-scheme", "scheme", "dark")]
)
@pytest.mark.parametrize(
    ("address", "leads"), [("/galleri?x=1", "/galleri?x=1"), ("https://evil.example/", "/"), ("", "/")]
)
def test_a_choice_leads_back_and_never_away(view: str, name: str, value: str, address: str, leads: str) -> None:
    request = RequestFactory().post(reverse(f"pages:{view}"), {name: value, "next": address})
    answer = getattr(views, view.replace("-", "_"))(request)
    assert (answer.status_code, answer["Location"]) == (302, leads)
    assert all(cookie["httponly"] and cookie["samesite"] == "Lax" for cookie in answer.cookies.values())
    request.COOKIES = {key: cookie.value for key, cookie in answer.cookies.items()}
    assert (colour_scheme(request), show_personal(request)) in {("dark", True), ("auto", False)}


def test_a_choice_that_is_none_is_refused() -> None:
    assert views.colour_scheme(RequestFactory().post("/", {"scheme": "pink"})).status_code == 400
    assert views.personal_data(RequestFactory().post("/", {})).status_code == 400
    request = RequestFactory().get("/")
    request.COOKIES = {"colour_scheme": "pink"}
    assert colour_scheme(request) == "auto"


def test_error_pages_give_the_requests_id_and_nothing_more() -> None:
    request = RequestFactory().get("/")
    request.id = "f00d"  # type: ignore[attr-defined]
    for answer, status in ((errors.server_error(request), 500), (errors.bad_request(request, ValueError("x1")), 400)):
        assert answer.status_code == status
        text = answer.content.decode()
        assert "f00d" in text
        assert "ValueError" not in text
        assert "x1" not in text


def test_the_gallery_can_be_drawn_without_a_browser() -> None:
    request = RequestFactory().get("/galleri")
    assert "Karin Ek, koordinator" in gallery(request).content.decode()


def test_the_lock_file_holds_hashes_exact_versions_and_no_address_of_this_machine() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())
    assert all(
        entry.get("resolved", "https://registry.npmjs.org/").startswith("https://registry.npmjs.org/")
        for entry in packages.values()
    )
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    assert all(
        re.fullmatch(r"[\d.]+", version) for version in {**wanted["dependencies"], **wanted["devDependencies"]}.values()
    )
