"""The whole program on a made-up region: exactly the planted faults are found, by file, and nothing else."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import polars as pl
import pytest

from samsyn.extracts.synthetic import RegionPlan, RegionSummary, generate_region
from tests.cli.calling import done

ALWAYS = ("price-basis", "work-contact")  # not of the generator's making: the price of 2019, and an info
RAISED = ("same-year", "duplicate-completion")
REFUSED = ("ROW_CONFLICT", "CODE_FORM", "DATE_BAD")
PLANS = [(11, "csv"), (12, "csv"), (13, "parquet")]


@dataclass(frozen=True)
class Judged:
    """A region, its truth, and what the program found in it."""

    summary: RegionSummary
    truth: list[dict[str, Any]]
    out: Path
    receipt: dict[str, Any]

    def table(self, name: str) -> pl.DataFrame:
        return pl.read_parquet(self.out / f"{name}.parquet")

    def planted(self, column: str) -> list[dict[str, Any]]:
        return [row for row in self.truth if row[column] is not None]


@pytest.fixture(scope="module", params=PLANS, ids=lambda plan: f"{plan[0]}-{plan[1]}")
def judged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Judged:
    folder = tmp_path_factory.mktemp("planted")
    seed: int = request.param[0]
    form: Literal["csv", "parquet"] = request.param[1]
    plan = RegionPlan(seed=seed, contacts=16_000, coded_share=0.25, format=form)
    summary = generate_region(plan, folder / "extract")
    called = done("reconcile", folder / "extract", "--out", folder / "out", "--format", "parquet", "--json")
    truth = pl.read_csv(folder / "extract" / "planted.csv", separator=";", infer_schema=False).to_dicts()
    assert len({row["kind"] for row in truth}) > 25
    return Judged(summary, truth, folder / "out", called.data)


def test_every_series_is_decided_as_told(judged: Judged) -> None:
    told = {row["series_id"]: row["detail"] for row in judged.planted("series_id") if row["detail"]}
    found = judged.table("series").filter(pl.col("end").is_not_null())
    wrong = {k: d for k, d in found.select("series_id", "decision").iter_rows() if d != told.get(k, "approved")}
    assert not wrong
    assert set(told) <= set(found["series_id"])
    assert Counter(judged.table("series")["decision"]) == judged.summary.series


def test_every_finding_is_told_and_no_other(judged: Judged) -> None:
    told = {
        (row["series_id"], row["condition"], row["outcome"])
        for row in judged.planted("series_id")
        if row["condition"] is not None
    }
    wrong = pl.col("outcome").is_in(["not_met", "unknown"]) | pl.col("condition").is_in(RAISED)
    found = judged.table("findings").filter(wrong & ~pl.col("condition").is_in(ALWAYS))
    assert set(found.select("series_id", "condition", "outcome").iter_rows()) == told
    assert len(told) > 20


def test_every_team_falls_short_as_told(judged: Judged) -> None:
    told = {(row["team_id"], row["period"], row["condition"]) for row in judged.planted("team_id")}
    findings = judged.table("team_findings")
    found = findings.filter(pl.col("outcome") != "met", pl.col("condition") != "follow-up-report")
    assert set(found.select("team_id", pl.col("year").cast(pl.String()), "condition").iter_rows()) == told
    assert told


def test_every_month_differs_as_told(judged: Judged) -> None:
    keys = ("unit", "level", "product_code", "period")
    told = {tuple(row[k] for k in keys): int(row["difference"]) for row in judged.planted("difference")}
    told = {key: difference for key, difference in told.items() if difference}
    rows = judged.table("reconciliation").filter(pl.col("period").str.len_chars() == 7, pl.col("difference") != 0)
    assert {row[:4]: row[4] for row in rows.select(*keys, "difference").iter_rows()} == told
    assert {difference > 0 for difference in told.values()} == {True, False}


def test_the_years_owe_what_the_months_leave(judged: Judged) -> None:
    """What cancels within a year is not claimed; the rest is claimed at the price of the level."""
    keys = ("unit", "level", "product_code")
    left: Counter[tuple[str, ...]] = Counter()
    for row in judged.planted("difference"):
        left[(*(row[k] for k in keys), row["period"][:4])] += int(row["difference"])
    owed = Counter[str]()
    for (_, level, _, _), difference in left.items():
        price = 35_000 if level == "MMR1" else 55_000
        owed["repayment" if difference > 0 else "unbilled"] += abs(difference) * price
    told = judged.receipt["totals"]["reconciliation"]
    assert {"repayment": told["repayment"], "unbilled": told["unbilled"]} == dict(owed)


def test_exactly_the_planted_rows_are_refused(judged: Judged) -> None:
    told = [row["detail"].split(" ") for row in judged.truth if row["detail"] and row["detail"].endswith(REFUSED)]
    twice = {"ROW_CONFLICT": 2}
    expected = Counter({reason: 0 for _, reason in told})
    for _, reason in told:
        expected[reason] += twice.get(reason, 1)
    rejected = judged.table("rejected")
    assert Counter(rejected["reason"]) == expected
    assert set(rejected["file"].str.head(8)) == {"contacts"}
    conflicts = {key for key, reason in told if reason == "ROW_CONFLICT"}
    shown = set(rejected.filter(pl.col("reason") == "ROW_CONFLICT")["detail"].str.extract('"(.*)"'))
    assert shown == conflicts


def test_the_unknown_product_and_the_doubled_row_are_told(judged: Judged) -> None:
    kinds = Counter(row["kind"] for row in judged.truth)
    assert judged.table("unmatched")["reason"].to_list() == ["product-code-unknown"] * kinds["wrong-product-code"]
    assert judged.receipt["lines"]["contacts"]["duplicate"] == kinds["duplicate-row"] > 0
    assert judged.receipt["contacts"]["coded"] == judged.summary.coded
