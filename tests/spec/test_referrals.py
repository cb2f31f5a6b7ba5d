"""Every row of the tables of referrals, and any letter at all, through the program and through the naive judge."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.adjudication.catalogue import answer
from samsyn.adjudication.wording import referral_wording
from samsyn.guidelines import load_register
from samsyn.pathway import ReferralFacts, judge_referral
from samsyn.series.facts import age_at_start
from tests.naive_judge.referrals import REFERRALS, Letter, judge_letter
from tests.spec.referrals import ReferralRow, ReferralTable
from tests.spec.tables.referrals import TABLES

REGISTER = load_register()
ROWS = [pytest.param(table, row, id=f"{table.condition}: {row.en}") for table in TABLES for row in table.rows]


def told(letter: Letter, guideline: str) -> dict[str, tuple[str, str]]:
    """Outcome and what was seen, by condition."""
    findings = judge_referral(ReferralFacts(**asdict(letter)), REGISTER.get(guideline))
    return {found.condition.id: (found.outcome.value, found.observed) for found in findings}


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_condition(table: ReferralTable, row: ReferralRow) -> None:
    letter = row.letter(table.base)
    outcome, observed = told(letter, table.base.guideline)[table.condition]
    assert (outcome, row.observed or observed) == (row.outcome, observed)
    assert judge_letter(letter, table.base.guideline)[table.condition] == row.outcome


@pytest.mark.parametrize(
    "base", list({id(table.base): table.base for table in TABLES}.values()), ids=lambda b: b.guideline
)
def test_the_good_letter_fails_nothing(base: object) -> None:
    table = next(table for table in TABLES if table.base is base)
    outcomes = {outcome for outcome, _ in told(table.base.letter, table.base.guideline).values()}
    assert "not_met" not in outcomes


def test_every_condition_on_a_referral_has_a_table_and_words() -> None:
    shown = {(table.base.guideline, table.condition) for table in TABLES}
    for guideline in REGISTER.guidelines:
        for condition in guideline.referral_conditions:
            assert any(name == condition.id for _, name in shown), condition.id
            words = referral_wording(condition)
            assert words.title["sv"] != words.title["en"]
            assert words.remedy["sv"] != words.remedy["en"]


def test_a_guideline_that_says_nothing_of_referrals_gives_no_findings() -> None:
    assert judge_referral(ReferralFacts(date(2017, 1, 1)), REGISTER.get("vgr-rehabgaranti-2015")) == ()


NOW = date(2018, 5, 31)
NEAR = st.one_of(st.none(), st.dates(date(1940, 1, 1), NOW), st.integers(0, 500).map(lambda n: NOW - timedelta(days=n)))
WORDS = st.sampled_from(("", " ", "Fysioterapi", "R-17"))
LETTERS = st.builds(
    Letter,
    day=st.dates(date(2015, 1, 1), date(2020, 12, 31)),
    birth_date=NEAR,
    diagnosis=st.sampled_from(("", "M545", "M791A", "M540", "R522", "R522A", "R522AX")),
    pain_onset=NEAR,
    investigated=st.sampled_from((None, True, False)),
    linton_sum=st.one_of(st.none(), st.integers(48, 52), st.integers(0, 210)),
    linton_form=st.sampled_from(("", "short", "full")),
    level_considered=WORDS,
    referral_code=WORDS,
    chosen_by_patient=st.booleans(),
    sick_leave_share=st.sampled_from((None, 0, 25, 50, 75, 100)),
    sick_leave_since=NEAR,
    tried=WORDS,
    question=WORDS,
)


@given(LETTERS, st.sampled_from(sorted(REFERRALS)))
def test_any_letter_is_judged_alike(letter: Letter, guideline: str) -> None:
    real = {condition: outcome for condition, (outcome, _) in told(letter, guideline).items()}
    assert list(real.items()) == list(judge_letter(letter, guideline).items())


@given(LETTERS)
def test_a_shared_rule_gives_the_letter_what_it_gives_a_series_that_starts_on_the_day(letter: Letter) -> None:
    guideline = REGISTER.get("vgr-mmr-2019")
    of_letter = told(letter, guideline.id)
    facts = pl.DataFrame(
        {
            "start": [letter.day],
            "birth_date": pl.Series([letter.birth_date], dtype=pl.Date()),
            "pain_onset": pl.Series([letter.pain_onset], dtype=pl.Date()),
            "investigated": pl.Series([letter.investigated], dtype=pl.Boolean()),
            "diagnoses": pl.Series([[letter.diagnosis] if letter.diagnosis else []], dtype=pl.List(pl.String())),
        }
    ).with_columns(age_at_start())
    for name in ("age", "diagnosis-listed", "pain-duration", "investigated"):
        given_to_series = answer(guideline.condition(name), guideline)
        met, observed = facts.select(met=given_to_series.met, observed=given_to_series.observed).row(0)
        assert of_letter[name] == ({True: "met", False: "not_met", None: "unknown"}[met], observed or "")
