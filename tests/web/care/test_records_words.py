"""Every condition of every guideline in words: also where nothing is registered, and never with whose series it is."""

from datetime import date

import pytest

from samsyn.guidelines import Condition, Guideline
from samsyn.web.care.finding_words import Around, observed_words, required_words
from samsyn.web.care.told import tell
from samsyn.web.directory.rules import register

CONDITIONS = [(each, condition) for each in register().guidelines for condition in each.conditions]
TEXTS = (
    "", "17", "yes", "M54.5", "2019-03-01", "37:30 h", "physician, nurse", "primary ≤ 2019-05-01",
    "SE1-1 primary ≥ 2019-01-01", "≥ 2019-09-01 (11111111-1111-4111-8111-111111111111:MMR1:20190301:1)",
    "11111111-1111-4111-8111-111111111111:MMR1:20190301:1 2019-05-01",
)  # fmt: skip


def around(guideline: Guideline) -> Around:
    names = {"11111111-1111-4111-8111-111111111111": "Smärtteamet"}
    return Around(guideline, guideline.levels[0], date(2019, 3, 1), date(2019, 6, 1), names, (date(2019, 4, 1),))


@pytest.mark.parametrize(("guideline", "condition"), CONDITIONS, ids=lambda each: each.id)
def test_a_condition_has_words_for_what_is_registered_and_for_nothing(
    guideline: Guideline, condition: Condition
) -> None:
    own = around(guideline)
    assert observed_words(condition, "", own) or condition.id == "same-year"
    for text in TEXTS:
        assert isinstance(observed_words(condition, text, own), str)
        assert isinstance(required_words(condition, text, own), str)


def test_an_earlier_series_is_named_by_level_and_day() -> None:
    guideline = next(each for each in register().guidelines if each.id == "vgr-mmr-2019")
    words = required_words(guideline.condition("treatment-gap"), TEXTS[9], around(guideline))
    assert words == "Tidigast 2019-09-01, efter serien på MMR1 som började 2019-03-01"


def test_where_no_guideline_is_in_force_that_is_said() -> None:
    finding = {"condition": "in-force", "force": "must", "outcome": "unknown", "observed": "2021-01-01", "required": ""}
    (told,) = tell([finding], None, None)
    assert (told.title, told.observed, told.asks_for_action) == (
        "Ingen riktlinje gäller den dagen", "2021-01-01", True
    )  # fmt: skip
    assert told.remedy


@pytest.mark.parametrize(
    ("force", "outcome", "mark", "word", "action"),
    [
        ("must", "not_met", "not_met", "", True), ("must", "unknown", "unknown", "", True),
        ("must", "attested", "attested", "", False), ("should", "not_met", "unknown", "Avviker", True),
        ("should", "met", "met", "", False), ("info", "not_met", "info", "Upplysning", False),
        ("info", "met", "met", "", False),
    ],
)  # fmt: skip
def test_what_only_deviates_is_not_marked_as_a_fault(
    force: str, outcome: str, mark: str, word: str, action: bool
) -> None:
    guideline = next(each for each in register().guidelines if each.id == "vgr-mmr-2019")
    finding = {"condition": "hours", "force": force, "outcome": outcome, "observed": "", "required": ""}
    (told,) = tell([finding], guideline, around(guideline))
    assert (told.mark, str(told.mark_word), told.asks_for_action) == (mark, word, action)
    assert bool(told.remedy) is (outcome in ("not_met", "unknown"))
