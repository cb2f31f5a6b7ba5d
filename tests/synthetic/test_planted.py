"""Every kind of fault is there, with what it must give; and nothing is planted where nothing is asked for."""

from collections import Counter
from pathlib import Path

import polars as pl
import pytest

from samsyn.extracts.synthetic import RegionPlan
from samsyn.extracts.synthetic.kinds import PART_YEAR, SINGLE_FAULTS, TOO_EARLY, UNCONNECTED
from tests.synthetic.conftest import Made, make

SERIES_KINDS = {kind.name for kind in (*SINGLE_FAULTS, PART_YEAR, UNCONNECTED, TOO_EARLY)}
TEAM_KINDS = {"volume-below", "roster-incomplete", "team-not-in-nrs"}
ROW_KINDS = {"duplicate-row", "conflicting-rows", "letter-in-code", "impossible-date"}
INVOICE_KINDS = {
    "invoiced-without-series",
    "forgotten-invoice",
    "wrong-month",
    "wrong-product-code",
    "invoiced-denied-series",
}
BY_CHANCE = {"volume-part-of-year", "repeat-in-same-year"}


def test_every_kind_is_planted_and_no_other(csv_region: Made, full_region: Made) -> None:
    for made in (csv_region, full_region):
        kinds = set(made.table("planted")["kind"])
        assert kinds - BY_CHANCE == SERIES_KINDS | TEAM_KINDS | ROW_KINDS | INVOICE_KINDS
        assert made.summary.planted == Counter(made.table("planted")["kind"])


def test_parquet_lacks_only_the_date_that_it_cannot_hold(csv_region: Made, parquet_region: Made) -> None:
    missing = set(csv_region.table("planted")["kind"]) - set(parquet_region.table("planted")["kind"])
    assert missing == {"impossible-date"}


def test_a_larger_region_has_more_of_every_series_kind(full_region: Made) -> None:
    assert min(full_region.summary.planted[kind] for kind in SERIES_KINDS) >= 7


def test_a_series_is_planted_with_one_kind_and_one_decision(full_region: Made) -> None:
    planted = full_region.table("planted").filter(pl.col("kind").is_in(SERIES_KINDS - {"team-not-in-nrs"}))
    each = planted.group_by("series_id").agg(pl.col("kind").n_unique(), pl.col("detail").n_unique())
    assert each["kind"].max() == each["detail"].max() == 1
    assert set(planted["detail"]) == {"approved", "denied", "review"}


def test_no_two_invoice_faults_meet_in_a_month(full_region: Made) -> None:
    faults = full_region.table("planted").filter(pl.col("kind").is_in(INVOICE_KINDS))
    assert not faults.select("unit", "product_code", "period").is_duplicated().any()
    months = faults.filter(pl.col("kind") == "wrong-month")
    assert months["difference"].cast(pl.Int64).sum() == 0


def test_amounts_are_quantities_times_the_price(full_region: Made) -> None:
    lines = full_region.table("invoices").cast({"quantity": pl.Int64(), "amount": pl.Int64()})
    hospital = lines.filter(pl.col("product_code").is_in(["90158", "MMR2"]))
    assert (hospital["amount"] == hospital["quantity"] * 55_000).all()
    primary = lines.filter(pl.col("product_code") == "MMR1")
    assert (primary["amount"] == primary["quantity"] * 35_000).all()
    assert hospital.filter(pl.col("product_code") == "MMR2")["month"].str.starts_with("2018").all()


@pytest.mark.parametrize(
    ("kind", "column", "written"),
    [("letter-in-code", "procedures", "UV11O"), ("impossible-date", "date", "2019-02-30")],
)
def test_a_dirty_row_stands_under_the_id_that_is_told(csv_region: Made, kind: str, column: str, written: str) -> None:
    planted = csv_region.table("planted").filter(pl.col("kind") == kind)
    ids = planted["detail"].str.split(" ").list.first()
    rows = csv_region.table("contacts").filter(pl.col("contact_id").is_in(ids.implode()))
    assert rows[column].to_list() == [written] * len(planted)


@pytest.mark.parametrize(("kind", "contents"), [("duplicate-row", 1), ("conflicting-rows", 2)])
def test_a_repeated_id_is_the_only_one(csv_region: Made, kind: str, contents: int) -> None:
    planted = csv_region.table("planted").filter(pl.col("kind") == kind)
    (contact,) = planted["detail"].str.split(" ").list.first()
    rows = csv_region.table("contacts").filter(pl.col("contact_id") == contact)
    assert (len(rows), len(rows.unique())) == (2, contents)


def test_without_faults_only_what_falls_short_by_chance_is_told(tmp_path: Path) -> None:
    made = make(RegionPlan(seed=5, faults=False), tmp_path)
    assert set(made.summary.planted) <= BY_CHANCE | {"volume-below"}
    assert set(made.summary.series) == {"approved", "open"}
    assert made.table("contacts")["contact_id"].is_unique().all()
