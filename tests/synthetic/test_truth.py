"""What planted.csv tells is what the independent judge finds: that, and nothing else."""

from collections import Counter
from pathlib import Path

import polars as pl
import pytest

from tests.naive_judge.judge import judge
from tests.naive_judge.loading import load
from tests.naive_judge.model import NaiveResult
from tests.synthetic.conftest import Made
from tests.synthetic.test_shape import coded

REFUSED = ["ROW_CONFLICT", "CODE_FORM", "DATE_BAD"]
ALWAYS = {"price-basis", "work-contact"}  # not of the generator's making: the price of 2019, and an info
RAISED = {"same-year", "duplicate-completion"}


@pytest.fixture(scope="module")
def judged(csv_region: Made, tmp_path_factory: pytest.TempPathFactory) -> NaiveResult:
    """The region as a careful reader leaves it, judged."""
    clean = tmp_path_factory.mktemp("clean")
    for path in csv_region.folder.glob("*.csv"):
        table = csv_region.table(path.stem)
        (_careful(csv_region, table) if path.stem == "contacts" else table).write_csv(clean / path.name)
    return judge(load(Path(clean)))


def _careful(made: Made, contacts: pl.DataFrame) -> pl.DataFrame:
    """Coded contacts and both ends of the extract, without the planted rows that must be refused."""
    detail = made.table("planted")["detail"].drop_nulls().str.split(" ")
    refused = [words[0] for words in detail if words[-1] in REFUSED]
    kept = pl.concat([contacts[:2], coded(contacts)]).filter(~pl.col("contact_id").is_in(refused))
    return kept.unique(maintain_order=True)


def planted(made: Made) -> list[dict[str, str]]:
    return made.table("planted").fill_null("").to_dicts()


def test_every_series_is_decided_as_told(csv_region: Made, judged: NaiveResult) -> None:
    told = {row["series_id"]: row["detail"] for row in planted(csv_region) if row["series_id"] and row["detail"]}
    wrong = {
        key: series.decision
        for key, series in judged.series.items()
        if series.end and series.decision != told.get(key, "approved")
    }
    assert not wrong
    assert Counter(series.decision for series in judged.series.values()) == csv_region.summary.series


def test_every_finding_is_told_and_no_other(csv_region: Made, judged: NaiveResult) -> None:
    told = {
        (row["series_id"], row["condition"], row["outcome"])
        for row in planted(csv_region)
        if row["series_id"] and row["condition"]
    }
    found = {
        (key, condition, outcome)
        for key, findings in judged.findings.items()
        for condition, outcome in findings.items()
        if condition not in ALWAYS and (outcome in ("not_met", "unknown") or condition in RAISED)
    }
    assert found == told


def test_every_team_falls_short_as_told(csv_region: Made, judged: NaiveResult) -> None:
    told = {(row["team_id"], row["period"], row["condition"]) for row in planted(csv_region) if row["team_id"]}
    found = {
        (team, str(year), condition)
        for (team, _, _, year, condition), outcome in judged.team_findings.items()
        if outcome != "met"
    }
    assert found == told


def test_every_month_differs_as_told(csv_region: Made, judged: NaiveResult) -> None:
    told = {
        (row["unit"], row["level"], row["product_code"], row["period"]): int(row["difference"])
        for row in planted(csv_region)
        if row["difference"] != "" and row["difference"]
    }
    found = {key: balance[2] for key, balance in judged.reconciliation.items() if "-" in key[3] and balance[2]}
    assert found == told
