"""Series and the conditions on contacts, against cases worked out by hand from the rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.naive_judge import Nrs, Patient, judge
from tests.naive_judge.conditions import TABLE
from tests.naive_judge.days import add_months, whole_years
from tests.naive_judge.example import FIRST, GOOD, D, contact, finding, moved, second_course, with_contacts


def test_a_good_series_of_2019_is_approved_with_every_finding_in_the_order_of_the_table() -> None:
    result = judge(GOOD)
    not_met = {"price-basis", "work-contact"}
    attested = {"pain-duration", "investigated", "rehab-plan", "physician-at-conference"}
    assert list(result.findings[FIRST].items()) == [
        (name, "not_met" if name in not_met else "attested" if name in attested else "met")
        for name in TABLE
        if name not in {"same-year", "duplicate-completion"}
    ]
    series = result.series[FIRST]
    assert (series.start, series.end, series.contacts) == (D("2019-02-01"), D("2019-04-01"), 3)
    assert (series.guideline, series.decision, series.amount_kr) == ("vgr-mmr-2019", "approved", 35_000)
    assert result.payments == {("U1", "MMR1", "MMR1", "2019-04"): (1, 35_000)}


@pytest.mark.parametrize(
    ("birth", "outcome"),
    [
        ("2003-02-01", "met"),
        ("2003-02-02", "not_met"),
        ("1951-02-02", "met"),
        ("1951-02-01", "not_met"),
        (None, "unknown"),
    ],
)
def test_age_is_16_to_67_on_the_start_both_in(birth: str | None, outcome: str) -> None:
    tables = replace(GOOD, patients=[Patient("P1", D(birth) if birth else None)])
    assert finding(tables, "age") == outcome
    assert judge(tables).series[FIRST].decision == {"met": "approved", "not_met": "denied"}.get(outcome, "review")


def test_the_calendar_turns_on_leap_days_and_short_months() -> None:
    assert whole_years(D("2000-02-29"), D("2018-02-28")) == 17
    assert whole_years(D("2000-02-29"), D("2018-03-01")) == 18
    assert whole_years(D("2000-02-29"), D("2016-02-29")) == 16
    assert add_months(D("2018-08-31"), 6) == D("2019-02-28")
    assert add_months(D("2019-08-31"), 6) == D("2020-02-29")
    assert add_months(D("2018-11-30"), 3) == D("2019-02-28")


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        ("m791A", "met"),
        ("M79.1AX", "met"),
        ("R52.2A", "met"),
        ("R52.2AX", "not_met"),
        ("R52.2", "not_met"),
        ("R522B", "not_met"),
        ("M54", "not_met"),
    ],
)
def test_a_four_character_code_covers_its_subdivisions_a_longer_one_only_itself(code: str, outcome: str) -> None:
    contacts = [replace(row, diagnoses=("J10", code)) for row in GOOD.contacts]
    assert finding(replace(GOOD, contacts=contacts), "diagnosis-listed") == outcome


def test_every_contact_needs_a_diagnosis_but_an_assessment_does_not() -> None:
    bare = replace(GOOD.contacts[0], diagnoses=())
    assert finding(replace(GOOD, contacts=[bare, *GOOD.contacts[1:]]), "diagnosis-every-visit") == "met"
    bare = replace(GOOD.contacts[3], diagnoses=())
    assert finding(replace(GOOD, contacts=[*GOOD.contacts[:3], bare]), "diagnosis-every-visit") == "not_met"


@pytest.mark.parametrize(
    ("earlier", "end", "start", "outcome"),
    [
        ("MMR1", "2018-08-01", "2019-02-01", "met"),
        ("MMR1", "2018-08-02", "2019-02-01", "not_met"),
        ("MMR1", "2018-08-31", "2019-02-28", "met"),
        ("MMR1", "2018-08-31", "2019-02-27", "not_met"),
        ("MMR2", "2018-08-02", "2019-02-01", "not_met"),
        ("open MMR2", "2018-08-02", "2019-02-01", "not_met"),
        ("open MMR2", "2018-08-01", "2019-02-01", "met"),
    ],
)
def test_six_calendar_months_between_series(earlier: str, end: str, start: str, outcome: str) -> None:
    ongoing, completion = ("UV110", "UV114") if earlier == "MMR1" else ("UV115", "UV116")
    last = ongoing if earlier.startswith("open") else completion
    before = [contact(10, "2018-05-01", ongoing), contact(11, end, last)]
    mine = [contact(12, start, "UV110"), contact(13, "2019-04-01", "UV114")]
    tables = replace(GOOD, contacts=[*before, *mine])
    assert finding(tables, "treatment-gap", f"P1:MMR1:{start.replace('-', '')}:1") == outcome


@pytest.mark.parametrize(("start", "outcome"), [("2019-04-01", "met"), ("2019-03-31", "not_met")])
def test_mmr2_may_follow_a_completed_mmr1_at_once(start: str, outcome: str) -> None:
    tables = with_contacts(contact(5, start, "UV115"), contact(6, "2019-06-01", "UV116"))
    assert finding(tables, "treatment-gap", f"P1:MMR2:{start.replace('-', '')}:1") == outcome


def test_mmr2_may_not_follow_an_open_mmr1() -> None:
    tables = replace(
        GOOD, contacts=[*GOOD.contacts[:3], contact(5, "2019-04-01", "UV115"), contact(6, "2019-06-01", "UV116")]
    )
    result = judge(tables)
    assert result.findings["P1:MMR2:20190401:1"]["treatment-gap"] == "not_met"
    assert result.series[FIRST].decision == "open"
    assert result.series[FIRST].guideline == "vgr-mmr-2019"
    assert FIRST not in result.findings


def test_a_duplicate_completion_is_counted_and_used_by_nothing_else() -> None:
    extra = replace(contact(9, "2019-05-01", "UV114", "nurse", 9999), diagnoses=(), unit="U2")
    result = judge(with_contacts(extra))
    assert result.series[FIRST].contacts == 4
    assert result.series[FIRST].end == D("2019-04-01")
    assert result.series[FIRST].decision == "approved"
    assert result.findings[FIRST] == judge(GOOD).findings[FIRST] | {"duplicate-completion": "met"}


def test_a_completion_alone_is_a_series_that_fails_and_the_next_one_joins_it() -> None:
    only = [contact(1, "2019-04-01", "UV114"), contact(2, "2019-04-01", "UV114")]
    result = judge(replace(GOOD, contacts=only))
    series = result.series["P1:MMR1:20190401:1"]
    assert (series.contacts, series.decision) == (2, "denied")
    assert result.findings[series.series_id]["ongoing-coded"] == "not_met"
    assert result.findings[series.series_id]["duplicate-completion"] == "met"


def test_on_one_day_ongoing_comes_before_completion_and_ids_are_text() -> None:
    day = "2019-02-01"
    codes = ("UV114", "UV110", "UV110+UV114", "UV110+UV114")
    rows = [contact(number, day, code) for number, code in zip((9, 99, 10, 8), codes, strict=True)]
    series = judge(replace(GOOD, contacts=rows)).series
    # Order: 99, then 10, 8, 9. 99+10 is one series, 8 another, 9 a duplicate completion of the second.
    assert {key: one.contacts for key, one in series.items()} == {
        "P1:MMR1:20190201:1": 2,
        "P1:MMR1:20190201:2": 2,
    }


def test_one_contact_with_both_levels_codes_belongs_to_both() -> None:
    rows = [contact(1, "2019-02-01", "UV110+UV115"), contact(2, "2019-04-01", "UV114+UV116")]
    result = judge(replace(GOOD, contacts=rows))
    assert [one.contacts for one in result.series.values()] == [2, 2]
    assert result.findings["P1:MMR1:20190201:1"]["treatment-gap"] == "met"
    assert result.findings["P1:MMR2:20190201:1"]["treatment-gap"] == "not_met"


def test_the_guideline_is_the_one_on_the_day_of_completion() -> None:
    result = judge(moved(GOOD, -91))  # completed 2018-12-31
    assert result.series["P1:MMR1:20181102:1"].guideline == "vgr-mmr-2018"
    assert result.findings["P1:MMR1:20181102:1"]["price-basis"] == "met"
    result = judge(moved(GOOD, -90))  # completed 2019-01-01
    assert result.series["P1:MMR1:20181103:1"].guideline == "vgr-mmr-2019"


def test_where_no_amount_is_known_a_person_decides() -> None:
    result = judge(moved(GOOD, -456))  # completed 2017-12-31
    assert list(result.findings.values()) == [{"in-force": "unknown", "work-contact": "not_met"}]
    result = judge(moved(GOOD, 275))  # completed 2020-01-01
    assert list(result.findings.values()) == [{"in-force": "unknown"}]
    (series,) = result.series.values()
    assert (series.guideline, series.decision, series.amount_kr) == ("", "review", None)


@pytest.mark.parametrize(
    ("minutes", "outcome"),
    [(520, "met"), (519, "not_met"), (1480, "met"), (1481, "not_met")],
)
def test_hours_of_mmr1_are_32_to_48_bounds_in(minutes: int, outcome: str) -> None:
    rows = [replace(row, minutes={"2": 1400, "3": None, "4": minutes}.get(row.contact_id)) for row in GOOD.contacts]
    assert finding(replace(GOOD, contacts=rows), "hours") == outcome


def test_hours_and_professions_are_unknown_only_where_nothing_is_written() -> None:
    bare = replace(GOOD, contacts=[replace(row, minutes=None, profession="") for row in GOOD.contacts])
    assert (finding(bare, "hours"), finding(bare, "multiprofessional")) == ("unknown", "unknown")
    other = replace(GOOD, contacts=[replace(row, profession="dietician") for row in GOOD.contacts])
    assert finding(other, "multiprofessional") == "not_met"


def test_psychologist_and_psychotherapist_are_one_profession() -> None:
    names = {"2": "physician", "3": "psychologist", "4": "psychotherapist"}
    rows = [replace(row, profession=names.get(row.contact_id, "")) for row in GOOD.contacts]
    assert finding(replace(GOOD, contacts=rows), "multiprofessional") == "not_met"


def test_same_year_is_raised_when_an_approved_series_ended_in_the_year() -> None:
    tables = with_contacts(*second_course("2019-10-01", "2019-12-01"))
    tables = replace(tables, nrs=[*(GOOD.nrs or []), Nrs("P1", "U1", "primary", D("2019-10-01"))])
    result = judge(tables)
    assert result.findings["P1:MMR1:20191001:1"]["same-year"] == "met"
    assert result.series["P1:MMR1:20191001:1"].decision == "approved"
    in_review = replace(tables, patients=[])
    assert finding(in_review, "same-year", "P1:MMR1:20191001:1") is None


@pytest.mark.parametrize(("day", "outcome"), [("2019-04-01", "not_met"), ("2019-04-02", "met")])
def test_an_assessment_is_new_for_each_series(day: str, outcome: str) -> None:
    rows = [contact(20, day, "UV118"), *second_course("2019-10-01", "2019-12-01")[1:]]
    assert finding(with_contacts(*rows), "assessment-coded", "P1:MMR1:20191001:1") == outcome


@pytest.mark.parametrize(
    ("day", "outcome"),
    [("2019-01-31", "not_met"), ("2019-02-01", "met"), ("2019-04-01", "met"), ("2019-04-02", "not_met")],
)
def test_a_work_contact_lies_between_start_and_end(day: str, outcome: str) -> None:
    assert finding(with_contacts(replace(contact(9, day, "gc 001"), unit="U9")), "work-contact") == outcome


def test_completion_elsewhere_is_not_met() -> None:
    rows = [*GOOD.contacts[:3], replace(GOOD.contacts[3], unit="U2")]
    result = judge(replace(GOOD, contacts=rows))
    assert result.findings[FIRST]["completion-unit"] == "not_met"
    assert (result.series[FIRST].start_unit, result.series[FIRST].completion_unit) == ("U1", "U2")


def test_a_contact_told_twice_counts_once_and_two_contents_of_one_id_count_not_at_all() -> None:
    assert judge(with_contacts(GOOD.contacts[1])) == judge(GOOD)
    other = replace(GOOD.contacts[3], date=D("2019-04-02"))
    assert judge(with_contacts(other)).series[FIRST].decision == "open"
