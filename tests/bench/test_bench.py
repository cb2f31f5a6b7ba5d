"""The bench works from end to end on a small region. Nothing is asserted about time."""

from dataclasses import replace
from pathlib import Path

import pytest
from bench.__main__ import main
from bench.machine import Machine
from bench.measuring import Measured, Wanted
from bench.processes import Cost
from bench.regions import Size
from bench.report import spark_section
from bench.same_answer import AnswersDiffer, compare, same_bytes
from bench.stages import STAGES
from bench.whole_runs import PANDAS, RECONCILE, SCAN, SPARK, SPARK_START, Contest

SMALL = ["--contacts", "20000", "--csv-contacts", "5000", "--repetitions", "1", "--without-spark"]


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("bench")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("bench.measuring.CALLS", 5)
        patched.setattr("bench.measuring.LISTS", 1)
        main([*SMALL, "--cache", str(folder / "cache"), "--document", str(folder / "performance.md")])
    assert not any((folder / "cache").iterdir()), "the regions are removed"
    return (folder / "performance.md").read_text(encoding="utf-8")


def test_every_row_is_there(document: str) -> None:
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in document.splitlines() if line[:1] == "|"]
    whole = {tuple(row[:3]) for row in rows if len(row) == 8}
    parquet = {("20 000", "Parquet", name) for name in (SCAN, RECONCILE, PANDAS)}
    assert whole >= parquet | {("5 000", "CSV", name) for name in (SCAN, RECONCILE)}
    named = {row[0] for row in rows}
    assert named >= {*STAGES, "one patient", "200 patients", "one patient, p99", "200 patients, median"}
    assert named >= {"20 000 contacts, whole run", *(f"`{name}`" for name in ("build_series", "series_facts", "hold"))}


def test_pandas_decides_the_same(document: str) -> None:
    told = next(line for line in document.splitlines() if "the pandas script and samsyn give the same" in line)
    assert "rows of series" in told
    assert "rows of findings" in told


def test_no_path_of_this_machine(document: str) -> None:
    assert "/tmp" not in document
    assert str(Path(__file__).parents[2]) not in document


def test_the_cost_of_a_million_on_spark_is_told() -> None:
    def run(contacts: int, wall: float) -> Contest:
        costs = {SPARK_START: Cost(12.0, 20.0, 500.0), SPARK: Cost(wall, 2 * wall, 900.0)}
        return Contest(Size(contacts), costs, ())

    machine = Machine("any", 2, 8.0, "Linux", "3.11", "2.1", "3.1")
    wanted = Wanted((1_000_000, 11_000_000), 1, 1, Path(), keep=False)
    measured = Measured(wanted, machine, (run(1_000_000, 20.0), run(11_000_000, 29.0)), {}, {})
    told = " ".join("\n".join(spark_section(measured)).split())
    assert "take 12.0 s to start and stop" in told
    assert "one more million costs 0.90 s on 2 cores, and 1.8 core-seconds of their processors" in told
    assert "about 0.5 core-hours for a billion contacts" in told
    assert list(spark_section(replace(measured, contests=measured.contests[:1]))) == []


def test_other_bytes_stop_the_bench(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "series.csv").write_text(name)
    with pytest.raises(AnswersDiffer, match=r"series\.csv"):
        same_bytes(tmp_path / "one", tmp_path / "other")
    same_bytes(tmp_path / "one", tmp_path / "one")


def test_a_difference_stops_the_bench(tmp_path: Path) -> None:
    for name, decision in (("ours", "approved"), ("theirs", "denied")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "series.csv").write_text(f"series_id,decision\nP:MMR1:20190101:1,{decision}\n", encoding="utf-8")
        (folder / "findings.csv").write_text("series_id,condition,outcome\na,age,met\n", encoding="utf-8")
        (folder / "reconciliation.csv").write_text(
            "unit,level,product_code,period,invoiced,approved,difference\nU,MMR1,MMR1,2019,1,1,0\n", encoding="utf-8"
        )
    with pytest.raises(AnswersDiffer):
        compare(tmp_path / "ours", tmp_path / "theirs")
