"""Teams, NRS, evidence and money, against cases worked out by hand from the rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.naive_judge import Evidence, InvoiceLine, Nrs, RosterRow, judge
from tests.naive_judge.composition import Person, complete
from tests.naive_judge.example import FIRST, GOOD, TEAM, D, contact, finding, moved, with_contacts


@pytest.mark.parametrize(
    ("day", "outcome"),
    [("2018-08-05", "met"), ("2018-08-04", "not_met"), ("2019-04-01", "met"), ("2019-04-02", "not_met")],
)
def test_nrs_registration_is_from_180_days_before_the_start_to_as_of(day: str, outcome: str) -> None:
    tables = replace(GOOD, nrs=[Nrs("P1", "U1", "primary", D(day))])
    assert finding(tables, "nrs-registered") == outcome


def test_nrs_registration_is_by_the_unit_in_the_module_needed() -> None:
    assert finding(replace(GOOD, nrs=None), "nrs-registered") == "unknown"
    specialist = [Nrs("P1", "U1", "specialist", D("2019-02-01"))]
    assert finding(replace(GOOD, nrs=specialist), "nrs-registered") == "not_met"
    assert finding(replace(GOOD, nrs=specialist, teams=[]), "nrs-registered") == "met"
    assert finding(replace(GOOD, nrs=[Nrs("P1", "U2", "primary", D("2019-02-01"))]), "nrs-registered") == "not_met"


def test_one_team_the_whole_time_its_rows_together() -> None:
    first = replace(TEAM, accredited_to=D("2019-02-28"))
    second = replace(TEAM, accredited_from=D("2019-03-01"), nrs_module="", nrs_connected_from=None)
    result = judge(replace(GOOD, teams=[first, second])).findings[FIRST]
    assert (result["team-accredited"], result["nrs-connected"]) == ("met", "met")
    apart = [first, replace(second, team_id="T2")]
    result = judge(replace(GOOD, teams=apart)).findings[FIRST]
    assert (result["team-accredited"], result["nrs-connected"]) == ("not_met", "not_met")
    assert (result["nrs-registered"], result["care-level"]) == ("met", "unknown")
    gap = [first, replace(second, accredited_from=D("2019-03-02"))]
    assert finding(replace(GOOD, teams=gap), "team-accredited") == "not_met"


def test_the_module_follows_care_level_in_2019_and_level_in_2018() -> None:
    hospital = replace(GOOD, teams=[replace(TEAM, care_level="hospital")])
    assert finding(hospital, "nrs-connected") == "not_met"
    assert finding(hospital, "nrs-registered") == "not_met"
    assert finding(hospital, "care-level") == "not_met"
    earlier = moved(hospital, -91)
    assert finding(earlier, "nrs-connected", "P1:MMR1:20181102:1") == "met"
    late = replace(TEAM, nrs_module="both", nrs_connected_from=D("2019-04-01"))
    assert finding(replace(GOOD, teams=[late]), "nrs-connected") == "met"
    late = replace(late, nrs_connected_from=D("2019-04-02"))
    assert finding(replace(GOOD, teams=[late]), "nrs-connected") == "not_met"


def test_evidence_that_is_there_decides_and_missing_evidence_is_attested() -> None:
    row = Evidence("P1", "MMR1", D("2019-02-01"), D("2018-11-01"), "yes", "no", "")
    result = judge(replace(GOOD, evidence=[row]))
    names = ("pain-duration", "investigated", "rehab-plan", "physician-at-conference")
    assert [result.findings[FIRST][name] for name in names] == ["met", "met", "not_met", "attested"]
    assert result.series[FIRST].decision == "denied"
    assert finding(replace(GOOD, evidence=[replace(row, pain_onset=D("2018-11-02"))]), names[0]) == "not_met"
    elsewhere = replace(GOOD, evidence=[replace(row, start=D("2019-02-02"))])
    assert judge(elsewhere).findings[FIRST] == judge(GOOD).findings[FIRST]


def people(*told: str) -> list[Person]:
    """Read "physician/short" as a physician with short-psychotherapy."""
    names = {"short": "short-psychotherapy", "extended": "extended"}
    split = [one.split("/") for one in told]
    return [(first, frozenset(names[name] for name in rest)) for first, *rest in split]


@pytest.mark.parametrize(
    ("level", "told", "holds"),
    [
        ("MMR1", "physician/short physiotherapist social_worker", True),
        ("MMR1", "physician physiotherapist social_worker", False),
        ("MMR1", "physician physiotherapist nurse/short", True),
        ("MMR1", "physician physiotherapist nurse", False),
        ("MMR1", "physician/short physiotherapist nurse", False),
        ("MMR1", "physiotherapist occupational_therapist psychologist/short", False),
        ("MMR1", "physician/short physician physiotherapist", True),
        ("MMR1", "physician physician physiotherapist/short", False),
        ("MMR1", "physician physiotherapist/short physiotherapist", True),
        ("MMR1", "physician/short psychologist psychotherapist", False),
        ("MMR1", "physician physiotherapist other/short social_worker", False),
        ("MMR1", "physician physiotherapist rehabilitation_coordinator/short", False),
        (
            "MMR2",
            "physician/extended physiotherapist/extended occupational_therapist/extended psychologist/short",
            True,
        ),
        ("MMR2", "physician/extended physiotherapist/extended occupational_therapist psychologist/short", False),
        (
            "MMR2",
            "physician/extended/short physiotherapist/extended occupational_therapist/extended psychologist",
            False,
        ),
    ],
)
def test_composition_of_a_team(level: str, told: str, holds: bool) -> None:
    assert complete(level, people(*told.split())) is holds


def test_team_findings_per_year_up_to_as_of() -> None:
    staff = [
        RosterRow("T1", "physician", ("short-psychotherapy",), D("2019-01-01")),
        RosterRow("T1", "physiotherapist", (), D("2019-01-01")),
        RosterRow("T1", "social_worker", (), D("2019-01-01"), D("2019-04-01")),
    ]
    tables = with_contacts(contact(30, "2018-12-31", "UV118"), base=replace(GOOD, roster=staff))
    found = judge(tables).team_findings
    key = ("T1", "U1", "MMR1")
    assert found == {
        (*key, 2018, "composition"): "not_met",
        (*key, 2018, "volume"): "not_met",
        (*key, 2018, "team-nrs-connected"): "met",
        (*key, 2019, "composition"): "met",
        (*key, 2019, "volume"): "not_met",
        (*key, 2019, "team-nrs-connected"): "met",
    }
    assert judge(tables, D("2019-04-02")).team_findings[(*key, 2019, "composition")] == "not_met"
    assert judge(replace(tables, roster=None)).team_findings[(*key, 2019, "composition")] == "unknown"


@pytest.mark.parametrize(("count", "outcome"), [(19, "met"), (18, "not_met")])
def test_volume_counts_twenty_patients(count: int, outcome: str) -> None:
    more = [replace(contact(100 + number, "2019-03-01", "UV110"), patient_id=f"Q{number}") for number in range(count)]
    found = judge(with_contacts(*more, *more[:1])).team_findings
    assert found[("T1", "U1", "MMR1", 2019, "volume")] == outcome


def test_reconciliation_per_month_and_year() -> None:
    lines = [
        InvoiceLine("A", "u1", "MMR1", "2019-05", 3, 105_000),
        InvoiceLine("B", "U1", "90158", "2019-05", 1, 55_000),
        InvoiceLine("C", "U1", "MMR2", "2019-05", 1, 55_000),
        InvoiceLine("D", "U1", "90158", "2018-05", 1, 55_000),
        InvoiceLine("E", "U1", "MMR1", "2020-01", 1, 35_000),
        InvoiceLine("F", "U1", "MMR2", "2017-01", 1, 55_000),
    ]
    result = judge(replace(GOOD, invoices=lines))
    assert result.reconciliation == {
        ("U1", "MMR1", "MMR1", "2019-04"): (0, 1, -1, None, None),
        ("U1", "MMR1", "MMR1", "2019-05"): (3, 0, 3, None, None),
        ("U1", "MMR1", "MMR1", "2019"): (3, 1, 2, 70_000, 0),
        ("U1", "MMR2", "90158", "2019-05"): (1, 0, 1, None, None),
        ("U1", "MMR2", "90158", "2019"): (1, 0, 1, 55_000, 0),
        ("U1", "MMR2", "MMR2", "2017-01"): (1, 0, 1, None, None),
        ("U1", "MMR2", "MMR2", "2017"): (1, 0, 1, None, None),
    }
    assert [row[1] for row in result.unmatched] == ["C", "D", "E"]
    assert judge(replace(GOOD, invoices=[])).reconciliation[("U1", "MMR1", "MMR1", "2019")] == (0, 1, -1, 0, 35_000)
