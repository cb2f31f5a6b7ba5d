"""No krona and no contact comes from nowhere or goes nowhere."""

import csv
import io
import json
from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from tests.cli.calling import files
from tests.cli.reading_back import of_files, rows
from tests.naive_judge import random_tables, write_tables
from tests.properties.conftest import run

PRICES = {"MMR1": 35_000, "MMR2": 55_000}


@pytest.fixture(scope="module", params=[20, 30, 33, 39, 57])
def out(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The result of a region with invoices, beside its extract."""
    folder = tmp_path_factory.mktemp("money")
    write_tables(random_tables(request.param, 60), folder / "extract")
    run(folder / "extract", folder / "out")
    return folder / "out"


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_the_amount_is_the_approved_series_at_their_price(out: Path) -> None:
    receipt = json.loads((out / "receipt.json").read_text())
    series = rows(out, "series")
    approved = Counter(row["level"] for row in series if row["decision"] == "approved")
    assert min(approved[level] for level in PRICES) > 0
    total = sum(number * PRICES[level] for level, number in approved.items())
    assert receipt["totals"]["amount"] == total
    assert sum(int(row["amount"]) for row in rows(out, "payments")) == total
    assert sum(int(row["amount"] or 0) for row in series) == total
    assert sum(int(row["quantity"]) for row in rows(out, "payments")) == approved.total()
    assert [row for row in series if (row["amount"] != "") != (row["decision"] == "approved")] == []


def test_payments_are_the_approved_series_of_their_unit_and_month(out: Path) -> None:
    expected = Counter(
        (row["start_unit"], row["level"], row["end"][:7])
        for row in rows(out, "series")
        if row["decision"] == "approved"
    )
    paid = {(row["unit"], row["level"], row["month"]): int(row["quantity"]) for row in rows(out, "payments")}
    assert paid == dict(expected)


def test_the_totals_of_the_receipt_are_those_of_the_tables(out: Path) -> None:
    totals = json.loads((out / "receipt.json").read_text())["totals"]
    decisions = Counter(row["decision"] for row in rows(out, "series"))
    assert {kind: number for kind, number in totals["decisions"].items() if number} == dict(decisions)
    assert totals["series"] == decisions.total()
    assert totals["findings"] == len(rows(out, "findings"))
    assert totals["team_findings"] == len(rows(out, "team_findings"))
    assert totals["reconciliation"]["unmatched_lines"] == len(rows(out, "unmatched"))
    assert totals["reconciliation"]["rows"] == len(rows(out, "reconciliation"))


def test_every_line_and_every_coded_contact_is_accounted_for(out: Path) -> None:
    receipt = json.loads((out / "receipt.json").read_text())
    sums = receipt["contacts"]
    assert sums["lines"] == sums["uncoded"] + sums["coded"]
    parts = ("in_series", "assessment_or_coordination", "rejected", "duplicate")
    assert sums["coded"] == sum(sums[part] for part in parts)
    assert sums["in_series"] == sum(int(row["contacts"]) for row in rows(out, "series")) - both_levels(out)
    for name, counts in receipt["lines"].items():
        used = counts["used"] + counts["rejected"] + counts["duplicate"] + sum(counts["ignored"].values())
        lines = (out.parent / "extract" / f"{name}.csv").read_text().count("\n") - 1
        assert counts["lines"] == used == lines
    refused = Counter(row["file"].removesuffix(".csv") for row in rows(out, "rejected"))
    assert refused == Counter({name: counts["rejected"] for name, counts in receipt["lines"].items()})


def both_levels(out: Path) -> int:
    """Contacts that belong to a series of each level, which count in both."""
    rejected = {int(row["line"]) for row in rows(out, "rejected") if row["file"] == "contacts.csv"}
    seen: set[str] = set()
    for line, row in enumerate(table(files(out.parent / "extract")["contacts.csv"]), start=2):
        codes = row["procedures"].upper().replace(" ", "").replace(".", "")
        levels = [("UV110", "UV114"), ("UV115", "UV116")]
        if line not in rejected and all(any(code in codes for code in level) for level in levels):
            seen.add(row["contact_id"])
    return len(seen)


def test_years_are_the_sum_of_their_months(out: Path) -> None:
    balances = of_files(out)["reconciliation"]
    years = {key: balance for key, balance in balances.items() if len(key[3]) == 4}
    assert years
    for key, (invoiced, approved, difference, repayment, unbilled) in years.items():
        months = [b for k, b in balances.items() if k[:3] == key[:3] and k[3].startswith(f"{key[3]}-")]
        assert [sum(m[i] for m in months) for i in range(3)] == [invoiced, approved, difference]
        if repayment is not None:
            price = PRICES[key[1]]
            assert (repayment, unbilled) == (max(0, difference) * price, max(0, -difference) * price)
    assert all(b[2] == b[0] - b[1] for b in balances.values())
    assert {b[3:] for k, b in balances.items() if len(k[3]) == 7} == {(None, None)}


def test_every_invoiced_piece_is_compared_or_unmatched(out: Path) -> None:
    lines = {tuple(row.values()) for row in table(files(out.parent / "extract")["invoices.csv"])}
    lines = {(row[0], row[1].strip().upper(), *row[2:]) for row in lines}
    unknown = Counter(row["id"] for row in rows(out, "unmatched"))
    compared = sum(b[0] for k, b in of_files(out)["reconciliation"].items() if len(k[3]) == 7)
    aside = sum(int(row[4]) for row in lines if row[2] not in ("MMR1", "MMR2", "90158") or row[0] in unknown)
    assert compared + aside == sum(int(row[4]) for row in lines)


def test_payments_are_sorted_and_never_empty(out: Path) -> None:
    keys = [tuple(row[k] for k in ("unit", "level", "product_code", "month")) for row in rows(out, "payments")]
    assert keys == sorted(keys)
    assert all(int(row[k]) > 0 for row, k in product(rows(out, "payments"), ("quantity", "amount")))
