"""The files of OUT, to the column and the cell."""

import csv
import io
import re
from pathlib import Path

import polars as pl
import pytest

from samsyn.guidelines import load_register
from tests.cli import small
from tests.cli.calling import done, files
from tests.cli.reading_back import rows

COLUMNS = {
    "series": "series_id patient_id level guideline start end start_unit completion_unit contacts decision amount",
    "findings": "series_id condition force outcome observed required clause",
    "payments": "unit level product_code month quantity amount",
    "reconciliation": "unit level product_code period invoiced approved difference repayment unbilled",
    "team_findings": "team_id unit level year condition force outcome observed required clause",
    "unmatched": "source id reason",
    "rejected": "file line reason detail",
}
DATES, NUMBERS = {"start", "end"}, {"contacts", "amount", "quantity", "repayment", "unbilled", "line", "year"}
EXACT = ("series", "payments", "reconciliation", "unmatched")


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("table", EXACT)
def test_the_small_extract_gives_exactly_these_rows(out: Path, table: str) -> None:
    expected: str = getattr(small, table.upper())
    assert cells((out / f"{table}.csv").read_text(encoding="utf-8")) == cells(expected)


def test_the_folder_holds_the_tables_and_the_receipt(extract: Path, out: Path, tmp_path: Path) -> None:
    assert {path.name for path in out.iterdir()} == {*(f"{name}.csv" for name in COLUMNS), "receipt.json"}
    done("adjudicate", extract, "--out", tmp_path / "out", "--quiet")
    without = {path.name for path in out.iterdir()} - {"reconciliation.csv"}
    assert {path.name for path in (tmp_path / "out").iterdir()} == without
    for table in ("series", "findings", "team_findings", "payments"):
        assert (tmp_path / "out" / f"{table}.csv").read_bytes() == (out / f"{table}.csv").read_bytes()


@pytest.fixture(scope="module")
def region_out(region: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("region-out") / "out"
    done("reconcile", region, "--out", folder, "--quiet")
    assert all(rows(folder, table) for table in COLUMNS)
    return folder


@pytest.mark.parametrize("table", COLUMNS)
def test_columns_lines_and_cells_have_their_form(out: Path, region_out: Path, table: str) -> None:
    for folder in (out, region_out):
        data = (folder / f"{table}.csv").read_bytes()
        assert data.decode("utf-8").split("\n")[0] == COLUMNS[table].replace(" ", ",")
        assert b"\r" not in data
        assert data.endswith(b"\n")
        for row in rows(folder, table):
            assert all(re.fullmatch(r"(\d{4}-\d\d-\d\d)?", row[name]) for name in DATES & row.keys())
            assert all(re.fullmatch(r"\d*", row[name]) for name in NUMBERS & row.keys())
            assert not {"true", "false", "null", "None"} & set(row.values())


def test_cells_are_empty_only_where_the_contract_says(out: Path, region_out: Path) -> None:
    for folder in (out, region_out):
        for row in rows(folder, "series"):
            is_open = row["decision"] == "open"
            assert (row["end"] == "") == (row["completion_unit"] == "") == is_open
            assert (row["amount"] != "") == (row["decision"] == "approved")
            full = ("series_id", "patient_id", "level", "start", "start_unit", "contacts", "decision")
            assert all(row[name] for name in full)
        for row in rows(folder, "reconciliation"):
            assert row["repayment"] == row["unbilled"] == "" if "-" in row["period"] else True
            assert all(row[name] for name in COLUMNS["reconciliation"].split()[:7])
        for row in rows(folder, "findings"):
            covered = row["clause"] != "" or row["condition"] == "in-force"
            assert covered
            assert all(row[name] for name in ("series_id", "condition", "force", "outcome"))


def test_rows_are_sorted(out: Path, region_out: Path) -> None:
    order = [condition.id for condition in load_register().get("vgr-mmr-2019").conditions]
    assert order[:3] == ["in-force", "ongoing-coded", "age"]
    for folder in (out, region_out):
        raw = [row["series_id"].removeprefix("'") for row in rows(folder, "series")]
        assert raw == sorted(raw)
        findings = [(r["series_id"].removeprefix("'"), order.index(r["condition"])) for r in rows(folder, "findings")]
        assert findings == sorted(set(findings))
        for table, width in (("payments", 4), ("reconciliation", 4), ("team_findings", 4), ("unmatched", 2)):
            keys = [tuple(row.values())[:width] for row in rows(folder, table)]
            assert keys == sorted(keys), table
        lines = [(row["file"], int(row["line"])) for row in rows(folder, "rejected")]
        assert lines == sorted(lines)


def test_findings_are_those_of_completed_series_and_name_their_clause(region_out: Path) -> None:
    completed = {row["series_id"] for row in rows(region_out, "series") if row["decision"] != "open"}
    assert {row["series_id"] for row in rows(region_out, "findings")} == completed
    register = load_register()
    clauses = {c.citation.clause for g in register.guidelines for c in (*g.conditions, *g.team_conditions)}
    assert {row["clause"] for row in rows(region_out, "findings")} <= clauses
    assert {row["clause"] for row in rows(region_out, "team_findings")} <= clauses


def test_facts_stand_in_the_words_of_the_user(out: Path) -> None:
    told = {(r["series_id"], r["condition"]): (r["observed"], r["required"]) for r in rows(out, "findings")}
    assert told[small.APPROVED, "age"] == ("38", "16–67")
    assert told[small.APPROVED, "diagnosis-every-visit"] == ("3 / 3", "3 / 3")
    assert told[small.APPROVED, "completion-unit"] == ("U1", "U1")
    assert told[small.DENIED, "completion-unit"] == ("U2", "U1")
    assert told[small.APPROVED, "assessment-coded"][0] == "2019-01-20"
    assert told[small.APPROVED, "work-contact"][0] == "1"


def test_nothing_seen_is_an_empty_cell(out: Path) -> None:
    told = {(r["series_id"], r["condition"]): r["observed"] for r in rows(out, "findings")}
    assert told[small.APPROVED, "pain-duration"] == ""


def test_parquet_holds_the_same_with_types(extract: Path, out: Path, tmp_path: Path) -> None:
    done("reconcile", extract, "--out", tmp_path / "out", "--format", "parquet", "--quiet")
    assert {p.name for p in (tmp_path / "out").iterdir()} == {*(f"{name}.parquet" for name in COLUMNS), "receipt.json"}
    assert (tmp_path / "out" / "receipt.json").read_bytes() == (out / "receipt.json").read_bytes()
    for table, columns in COLUMNS.items():
        held = pl.read_parquet(tmp_path / "out" / f"{table}.parquet")
        assert held.columns == columns.split()
        assert {held.schema[name] for name in DATES & set(held.columns)} <= {pl.Date()}
        assert all(held.schema[name].is_integer() for name in NUMBERS & set(held.columns))
        texts = [[("" if cell is None else str(cell)) for cell in row] for row in held.iter_rows()]
        plain = [[cell.removeprefix("'") for cell in row.values()] for row in rows(out, table)]
        assert texts == plain


def test_no_cell_can_run_as_a_formula(tmp_path: Path) -> None:
    """Whatever text of the extract reaches a cell: patient, unit, invoice, a refused value."""
    bad = "=HYPERLINK(1)", "+1", "-1", "@SUM"
    contacts = "contact_id;patient_id;unit;date;diagnoses;procedures\n" + "".join(
        f"X{n};{text};{text};2019-05-0{n + 1};M545;UV110,UV114\n" for n, text in enumerate(bad)
    )
    invoices = "invoice_id;unit;product_code;month;quantity;amount\n" + "".join(
        f"{text};U1;{text};2019-05;1;1\n" for text in bad
    )
    folder = small.write(tmp_path / "extract", contacts=contacts + "=2;A;U1;2019-99-01;;UV110\n", invoices=invoices)
    done("reconcile", folder, "--out", tmp_path / "out", "--quiet")
    told = [cell for table in COLUMNS for row in rows(tmp_path / "out", table) for cell in row.values()]
    assert sum(cell.startswith(tuple(f"'{text}" for text in bad)) for cell in told) > 20
    risky = [c for c in told if c.startswith(("=", "+", "-", "@", "\t", "\r")) and not re.fullmatch(r"-\d+", c)]
    assert risky == []


def test_a_parquet_result_keeps_the_id_as_it_is(extract: Path, tmp_path: Path) -> None:
    done("adjudicate", extract, "--out", tmp_path / "out", "--format", "parquet", "--quiet")
    assert "=1+1" in pl.read_parquet(tmp_path / "out" / "series.parquet")["patient_id"]
    assert "'=1+1" not in str(files(tmp_path / "out"))
