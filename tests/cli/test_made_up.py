"""`generate` and `demo`: a made-up region, and the whole journey through it."""

import json
from pathlib import Path

from samsyn.extracts.synthetic import RegionPlan, generate_region
from tests.cli.calling import call, done, files, refused

SMALL = ("--contacts", "3000", "--coded-share", "0.2", "--seed", "9")


def test_generate_writes_what_the_generator_makes(tmp_path: Path) -> None:
    told = done("generate", tmp_path / "a", *SMALL, "--json")
    generate_region(RegionPlan(seed=9, contacts=3000, coded_share=0.2), tmp_path / "b")
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert told.data["contacts"] == 3000
    assert told.err == ""


def test_every_option_of_generate_is_obeyed(tmp_path: Path) -> None:
    more = ("--year", "2018", "--teams", "3", "--no-faults", "--format", "parquet")
    done("generate", tmp_path / "a", *SMALL, *more, "--quiet")
    plan = RegionPlan(9, 3000, 2018, 0.2, 3, "parquet", False)
    generate_region(plan, tmp_path / "b")
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert "contacts.parquet" in files(tmp_path / "a")


def test_an_impossible_region_is_a_wrong_call(tmp_path: Path) -> None:
    for wrong in (("--contacts", "1"), ("--seed", "-1"), ("--coded-share", "0.9"), ("--teams", "1")):
        refused(call("generate", tmp_path / "out", *wrong), 2)
    assert list(tmp_path.iterdir()) == []


def test_the_demo_tells_what_came_of_it_and_leaves_region_and_result(tmp_path: Path) -> None:
    told = done("demo", "--no-serve", "--contacts", "60000", "--out", tmp_path / "demo", "--lang", "en")
    extract, out = tmp_path / "demo" / "extract", tmp_path / "demo" / "result"
    receipt = json.loads((out / "receipt.json").read_text(encoding="utf-8"))
    assert receipt["contacts"]["lines"] == 60_000
    assert receipt["totals"]["decisions"]["denied"] > 0
    assert receipt["totals"]["reconciliation"]["rows"] > 0
    for word in ("Approved", "Reconciliation", "made-up region", "samsyn explain"):
        assert word in told.out
    series_id = told.out.split("samsyn explain")[1].split()[-1]
    assert "Denied" in done("explain", extract, series_id, "--lang", "en").out


def test_a_second_demo_replaces_the_first_with_the_same(tmp_path: Path) -> None:
    for _ in range(2):
        quiet = done("demo", "--no-serve", "--contacts", "4000", "--out", tmp_path / "demo", "--quiet")
        assert (quiet.out, quiet.err) == ("", "")
        first = files(tmp_path / "demo")
    assert files(tmp_path / "demo") == first
    assert "result/receipt.json" in first
