"""The handbook says what the tables and the guidelines say, and every heading can be linked to."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from samsyn.guidelines import load_register
from tests.docs.pages import has_drifted, write_or_check
from tests.spec import handbook, tables
from tests.spec.model import LANGUAGES
from tests.spec.tables import referrals


@pytest.fixture(scope="module")
def written() -> str:
    return handbook.page()


def test_the_handbook_has_not_drifted(written: str) -> None:
    assert not has_drifted(handbook.PAGE, written), "run python -m tests.spec.handbook"


def test_drift_is_noticed_and_mended(written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.docs.pages.ROOT", tmp_path)
    copy = tmp_path / "rule-handbook.md"
    copy.write_text(written.replace("16–67 år", "16–68 år"), encoding="utf-8")
    assert write_or_check(copy, written, ["--check"]) == 1
    assert write_or_check(copy, written, []) == 0
    assert write_or_check(copy, written, ["--check"]) == 0


def test_every_row_stands_in_both_languages(written: str) -> None:
    swedish, english = written.split("\n## In English\n")
    every = (
        *tables.SERIES,
        *tables.DECISIONS,
        *tables.BUILDING,
        *tables.TEAMS,
        *tables.PAYMENTS,
        *tables.RECONCILIATIONS,
    )
    for row in (row for of in every for row in of.rows):
        assert f"| {row.sv} |" in swedish
        assert f"| {row.en} |" in english


def test_every_referral_stands_in_both_languages(written: str) -> None:
    swedish, english = written.split("\n## In English\n")
    for row in (row for of in referrals.TABLES for row in of.rows):
        assert f"| {row.sv} |" in swedish
        assert f"| {row.en} |" in english


def test_every_clock_and_criterion_stands_there(written: str) -> None:
    for guideline in load_register().guidelines:
        clocks = [(clock.citation, clock.label) for clock in guideline.clocks]
        for citation, label in (*clocks, *((criterion.citation, criterion.label) for criterion in guideline.criteria)):
            assert f"”{citation.quote}”" in written
            assert all(label[language] in written for language in LANGUAGES)


def test_every_clause_quote_and_reading_stands_there(written: str) -> None:
    for guideline in load_register().guidelines:
        for condition in (*guideline.conditions, *guideline.team_conditions, *guideline.referral_conditions):
            assert condition.citation.clause in written
            assert f"”{condition.citation.quote}”" in written
            assert all(reading in written for reading in condition.citation.reading.values())


def test_no_heading_is_ambiguous(written: str) -> None:
    headings = Counter(re.findall(r"^#+ (.*)$", written, re.MULTILINE))
    assert {heading for heading, count in headings.items() if count > 1} == set()
