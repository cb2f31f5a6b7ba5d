"""The worked draft for 2020 loads with the packaged guidelines, and judges a series of 2020; so does the how-to."""

import re
from datetime import date
from typing import Any

from samsyn.adjudication import Judgement
from samsyn.guidelines import load_register
from tests.docs.example_draft import PAGE
from tests.docs.pages import DOCS

_PYTHON = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def test_the_draft_answers_for_2020_and_2019_is_as_it_was() -> None:
    register = load_register(PAGE.parent)
    answers = [register.in_force("MMR1", day) for day in (date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31))]
    assert [g.id for g in answers if g] == ["vgr-mmr-2019", "vgr-mmr-2020-draft", "vgr-mmr-2020-draft"]
    assert register.in_force("MMR1", date(2021, 1, 1)) is None


def test_the_how_to_judges_a_series_of_2020_with_the_draft() -> None:
    found = _run_the_how_to(load_register(PAGE.parent))
    series = found.series.row(0, named=True)
    assert (series["guideline"], series["decision"]) == ("vgr-mmr-2020-draft", "approved")
    assert found.findings.height >= 15


def test_without_the_draft_a_series_of_2020_is_reviewed() -> None:
    found = _run_the_how_to(load_register())
    assert found.series["decision"].to_list() == ["review"]
    assert found.findings["condition"].to_list() == ["in-force"]


def _run_the_how_to(register: Any) -> Judgement:
    """The Python of the how-to, as a reader would copy it, with the register put in."""
    text = (DOCS / "how-to" / "use-it-from-python.md").read_text(encoding="utf-8")
    names: dict[str, Any] = {"register": register}
    for block in _PYTHON.findall(text):
        exec(compile(block.replace("register = ", "_ = ", 1), "use-it-from-python.md", "exec"), names)
    judgement = names["judgement"]
    assert isinstance(judgement, Judgement)
    return judgement
