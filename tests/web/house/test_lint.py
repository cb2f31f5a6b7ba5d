"""What the source may not say, read from the files themselves (reliability 7.4)."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

import samsyn.web
from samsyn.web.organisations.owned import UnitOwned

WEB = Path(samsyn.web.__file__).parent
SOURCES = sorted(path for path in WEB.rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted(WEB.rglob("*.html"))

ACROSS_UNITS = {
    "organisations/owned.py": "defines it",
    "directory/models/directive.py": "defines it: a directive belongs to a provider",
    "patients/models/patient.py": "defines it: no record is deleted",
    "patients/models/secret.py": "defines `at` for rows that no region sees",
    "care/loading/filling.py": "the demonstration's loader",
    "care/loading/people.py": "the demonstration's loader",
    "referrals/models/between.py": "defines it: a letter belongs to two units",
    "directory/accredited.py": "the public page of approved teams",
    "directory/counting.py": "counts for the operator's loader",
    "directory/directives.py": "a directive belongs to a provider; scoped to it there",
    "directory/loading.py": "the operator's loader",
    "directory/stories.py": "the demonstration's loader",
    "oversight/records.py": "an auditor looks after all units of the provider; scoped to it there",
    "oversight/drawing.py": "the same, as values that nobody is shown",
}
"""The modules that may reach rows of all units, and why. Acts and commands may too: see `_may`."""

TYPED_CLOCK = re.compile(r"\b(datetime\.(utc)?now|date\.today|datetime\.today|timezone\.now)\b|\blocal(date|time)\(\)")
INLINE = re.compile(r"<[^>{]*\s(style|on[a-z]+)\s*=", re.IGNORECASE)
SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)|<style|javascript:", re.IGNORECASE)
UNSAFE = re.compile(r"\|\s*safe\b|safeseq|autoescape\s+off")


def _name(path: Path) -> str:
    return path.relative_to(WEB).as_posix()


def _may_cross(path: Path) -> bool:
    """Named above, or an act (which has its actor), or a command or loader of the operator."""
    name = _name(path)
    return name in ACROSS_UNITS or "/acts/" in name or "/management/commands/" in name


def test_there_is_something_to_read() -> None:
    assert len(SOURCES) > 40
    assert len(TEMPLATES) > 40


def test_rows_of_all_units_are_reached_from_few_places() -> None:
    wrong = [_name(path) for path in SOURCES if "across_units" in path.read_text("utf-8") and not _may_cross(path)]
    assert wrong == [], "use Model.at(actor), or give the reason in ACROSS_UNITS"


def test_the_list_of_such_places_names_no_other() -> None:
    assert [name for name in ACROSS_UNITS if "across_units" not in (WEB / name).read_text("utf-8")] == []


def test_no_row_of_a_unit_has_a_manager_called_objects() -> None:
    own = [model for model in apps.get_models() if issubclass(model, UnitOwned)]
    assert own
    assert [model for model in own if hasattr(model, "objects")] == []
    assert all(isinstance(model.across_units, models.Manager) for model in own)


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_source_marks_nothing_safe_and_reads_no_clock(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    names |= {each.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for each in node.names}
    assert not names & {"mark_safe", "SafeString", "SafeText", "html_safe", "csrf_exempt", "RawSQL", "extra"}
    if _name(path) != "audit/clock.py":
        assert not TYPED_CLOCK.search(path.read_text("utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_template_has_no_inline_script_or_style_and_escapes_all(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not INLINE.search(text)
    assert not SCRIPT.search(text)
    assert not UNSAFE.search(text)


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_form_that_is_posted_has_its_tokens(path: Path) -> None:
    """Written by hand: the token against forgery; what acts on data stands in <c-form>, which also gives the key."""
    for form in re.findall(r"<form\b.*?</form>", path.read_text("utf-8"), re.DOTALL | re.IGNORECASE):
        opening = form.partition(">")[0]
        if re.search(r'method="?(post|{{)', opening, re.IGNORECASE):
            assert "csrf_token" in form
            if _name(path).partition("/")[0] != "pages" and not _changes_no_data(form):
                assert "act_key" in form


def _changes_no_data(form: str) -> bool:
    """A search sent by POST so that it stands in no address, log-in, and the way out are known by it."""
    return 'role="search"' in form or "{% url 'account_" in form or "{% url 'mfa_" in form or 'url "account_' in form


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (TYPED_CLOCK, "x = timezone.now()"), (TYPED_CLOCK, "date.today()"), (INLINE, '<p style="x">'),
        (INLINE, '<a href="#" onclick="x()">'), (SCRIPT, "<script>x</script>"), (UNSAFE, "{{ x|safe }}"),
        (UNSAFE, "{% autoescape off %}"),
    ],
)  # fmt: skip
def test_the_patterns_see_what_they_should(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)
    assert not pattern.search('<script src="x.js" defer></script><p class="style" data-x="1">')
