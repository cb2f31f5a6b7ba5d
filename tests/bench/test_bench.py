"""The bench works from end to end on a small region. Nothing is asserted about time."""

from pathlib import Path

import pytest
from bench.__main__ import main
from bench.same_answer import AnswersDiffer, compare
from bench.stages import STAGES
from bench.whole_runs import PANDAS, RECONCILE, SCAN

SMALL = ["--contacts", "20000", "--csv-contacts", "5000", "--repetitions", "1"]


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
