"""The load run's own parts: forms filled in as a browser would, and sections that stay in the document."""

from bench.load.filling_in import filled
from bench.load.report import LISTS, kept_from, lists_section, written_into

_PAGE = """
<form class="filters" method="post" action="/x"><input name="text" value="sökt"></form>
<form class="form" method="post" novalidate hx-post="?kontroll=1">
<input type="hidden" name="act_key" value="a&amp;b"><input type="date" name="day" value="2019-10-31">
<input type="number" name="minutes"><input type="checkbox" name="professions" value="nurse" checked>
<input type="checkbox" name="professions" value="physician"><input type="checkbox" name="closing">
<input type="radio" name="investigated" value="True"><input type="radio" name="investigated" value="False">
<input type="radio" name="answer" value="one"><input type="radio" name="answer" value="two">
<input type="radio" name="chosen" value="one"><input type="radio" name="chosen" value="two" checked>
<select name="level"><option value="" selected>Välj</option><option value="MMR1">MMR1</option></select>
<select name="kind"><option value="group" selected>G</option><option value="individual">I</option></select>
<textarea name="grounds" rows="3">
</textarea><textarea name="own">Skrivet &amp; sparat</textarea></form>
<form method="post" action="/y"><input name="act_key" value="k"></form>
"""
_ROWS = [
    {"page": "", "units": 3, "letters": 10, "cases": 5, "visits": 1200},
    {"page": "inbox", "median": 20.4, "p95": 31.0, "work": 15.2, "queries": 9},
]


def test_a_form_is_filled_in_by_what_is_known() -> None:
    assert filled(_PAGE, "/own") == {
        "act_key": ["a&b"],
        "day": ["2019-10-31"],
        "minutes": ["60"],
        "professions": ["physician"],
        "investigated": ["True"],
        "answer": ["one"],
        "chosen": ["two"],
        "level": ["MMR1"],
        "kind": ["individual"],
        "grounds": ["Behöver flera professioner samtidigt."],
        "own": ["Skrivet & sparat"],
    }
    assert filled(_PAGE, "/y") == {"act_key": ["k"]}
    assert filled("<p></p>", "/own") is None


def test_the_section_says_whether_the_target_is_reached() -> None:
    asked = {"letters": 100_000, "cases": 20_000, "visits": 1_000_000, "calls": 21}
    section = lists_section({"PostgreSQL": _ROWS, "SQLite": _ROWS}, asked)
    assert "| inbox | 20 | 31 | 15 | 9 | 20 | 31 | 15 | 9 |" in section
    assert "Reached by all" in section
    slow = [_ROWS[0], {**_ROWS[1], "median": 101.0}]
    assert "Not reached: inbox (SQLite)" in lists_section({"PostgreSQL": _ROWS, "SQLite": slow}, asked)


def test_sections_are_kept_and_replaced() -> None:
    load, lists = "## The web application under load\n\na\n", f"{LISTS}\n\nb\n"
    document = written_into(written_into("# Top\n\n## Other\n\nc\n", load), lists, begins=LISTS)
    assert kept_from(document) == f"{load}\n{lists}"
    again = written_into(document, f"{LISTS}\n\nnew\n", begins=LISTS)
    assert "new" in again
    assert "\nb\n" not in again
    assert again.count(LISTS) == 1
    assert written_into("# Top\n", kept_from(again)).endswith(f"a\n\n{LISTS}\n\nnew\n")
