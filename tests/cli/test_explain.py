"""One series explained, in the language that is asked for and in no other."""

from pathlib import Path

import pytest

from samsyn.guidelines import load_register
from tests.cli import small
from tests.cli.calling import call, done, refused
from tests.cli.reading_back import rows

SWEDISH = ("Villkoren", "Uppfyllt", "Det krävs", "Beslut:", "Nivå", "Riktlinje", "Vad som är registrerat", "Källa")
ENGLISH = ("The conditions", "Required", "What is registered", "Level", "Clause", "We saw")
FORMULA = "=1+1:MMR1:20160501:1"
DECISIONS = {
    small.APPROVED: ("Godkänd, 35", "Approved, 35"),
    small.APPROVED_2: ("Godkänd, 55", "Approved, 55"),
    small.DENIED: ("Nekad", "Denied"),
    small.REVIEW: ("Granskas", "To be reviewed"),
    small.OPEN: ("Pågår", "Open"),
    FORMULA: ("Granskas", "To be reviewed"),
    "F:MMR1:20130501:1": ("Granskas", "To be reviewed"),
}


@pytest.mark.parametrize("series_id", DECISIONS)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_page_tells_the_decision_and_every_condition(extract: Path, series_id: str, lang: str) -> None:
    told = done("explain", extract, series_id, "--lang", lang).out
    assert series_id in told
    assert DECISIONS[series_id][lang == "en"] in told.replace("\u00a0", " ")
    ours, others = (ENGLISH, SWEDISH) if lang == "en" else (SWEDISH, ENGLISH)
    assert any(word in told for word in ours)
    assert [word for word in others if word in told] == []


@pytest.mark.parametrize("series_id", [small.APPROVED, small.DENIED, small.REVIEW, FORMULA])
def test_the_findings_are_those_of_the_batch(extract: Path, out: Path, series_id: str) -> None:
    told = done("explain", extract, series_id, "--json").data
    batch = [row for row in rows(out, "findings") if row["series_id"].removeprefix("'") == series_id]
    keys = ("condition", "force", "outcome", "observed", "required", "clause")
    assert [[(one[k] or "") for k in keys] for one in told["findings"]] == [[row[k] for k in keys] for row in batch]
    (series,) = [row for row in rows(out, "series") if row["series_id"].removeprefix("'") == series_id]
    assert told["series"]["decision"] == series["decision"]
    assert len(told["contacts"]) == int(series["contacts"])


def test_an_open_series_is_judged_as_if_completed_on_the_day(extract: Path) -> None:
    told = done("explain", extract, small.OPEN, "--json").data
    assert (told["series"]["decision"], told["series"]["end"]) == ("open", None)
    assert told["as_of"] == "2019-12-31"
    outcomes = {one["condition"]: one["outcome"] for one in told["findings"]}
    assert (outcomes["in-force"], outcomes["nrs-registered"]) == ("met", "not_met")
    page = done("explain", extract, small.OPEN, "--lang", "en").out
    assert "as if completed on 2019-12-31" in page
    assert "Denied" in page


def test_a_denied_series_says_what_to_do_and_where_it_stands(extract: Path) -> None:
    told = done("explain", extract, small.DENIED, "--json", "--lang", "en").data
    missed = [one for one in told["findings"] if one["outcome"] == "not_met" and one["force"] == "must"]
    assert {one["condition"] for one in missed} >= {"completion-unit", "nrs-registered"}
    assert all(one["remedy"] and one["quote"] and one["clause"] and one["title"] for one in missed)
    assert all(not one["remedy"] for one in told["findings"] if one["outcome"] in ("met", "attested"))


def test_titles_are_those_of_the_language(extract: Path) -> None:
    titles = {
        lang: [
            one["title"] for one in done("explain", extract, small.APPROVED, "--json", "--lang", lang).data["findings"]
        ]
        for lang in ("sv", "en")
    }
    assert len(titles["sv"]) == len(titles["en"]) > 18
    assert not set(titles["sv"]) & set(titles["en"])
    assert not [title for title in titles["en"] if set(title.lower()) & set("åäö")]
    quotes = {c.citation.quote for c in load_register().get("vgr-mmr-2019").conditions}
    assert {one["quote"] for one in done("explain", extract, small.APPROVED, "--json").data["findings"]} <= quotes


@pytest.mark.parametrize(
    ("series_id", "words"),
    [
        ("A:MMR1:20190202:1", [small.APPROVED]),
        ("A:MMR2:20190201:1", [small.APPROVED]),
        ("A:MMR1:20190201:2", [small.APPROVED]),
        ("Z:MMR1:20190201:1", ["Z:MMR1:20190201:1"]),
        ("H:MMR1:20190201:1", ["H:MMR1:20190201:1"]),
        ("nonsense", ["nonsense"]),
        ("", []),
        (":::", [":::"]),
    ],
)
def test_an_unknown_series_is_a_wrong_call_that_names_the_patients_own(
    extract: Path, series_id: str, words: list[str]
) -> None:
    refused(call("explain", extract, series_id), 2, *words)


def test_the_day_of_judgement_is_obeyed(extract: Path) -> None:
    told = done("explain", extract, small.APPROVED, "--as-of", "2019-03-31", "--json").data
    assert (told["series"]["decision"], told["as_of"]) == ("open", "2019-03-31")
    assert len(told["contacts"]) == 2
