"""The files of OUT in the form of `tests.equivalence.comparing`."""

import csv
import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Row = dict[str, str]


def rows(out: Path, name: str) -> list[Row]:
    """The rows of one CSV table of OUT."""
    with (out / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def of_files(out: Path) -> dict[str, dict[Any, Any]]:
    """Everything that was decided, as plain dictionaries; no key may stand twice."""
    findings: dict[str, list[tuple[str, str]]] = {}
    for row in rows(out, "findings"):
        findings.setdefault(row["series_id"], []).append((row["condition"], row["outcome"]))
    told: dict[str, dict[Any, Any]] = {
        "series": _once((row["series_id"], _series(row)) for row in rows(out, "series")),
        "findings": findings,
        "team_findings": _once((_team(row), row["outcome"]) for row in rows(out, "team_findings")),
        "payments": _once((_money(row, "month"), _whole(row, "quantity", "amount")) for row in rows(out, "payments")),
    }
    if (out / "reconciliation.csv").exists():
        columns = ("invoiced", "approved", "difference", "repayment", "unbilled")
        told["reconciliation"] = _once(
            (_money(row, "period"), _whole(row, *columns)) for row in rows(out, "reconciliation")
        )
        told["unmatched"] = dict(enumerate(sorted(row["id"] for row in rows(out, "unmatched"))))
    return told


def _once(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, Any]:
    listed = list(pairs)
    found = dict(listed)
    assert len(found) == len(listed), "a key stands twice"
    return found


def _series(row: Row) -> tuple[Any, ...]:
    return (
        row["patient_id"], row["level"], row["guideline"], dt.date.fromisoformat(row["start"]), _day(row["end"]),
        row["start_unit"], row["completion_unit"] or None, int(row["contacts"]), row["decision"],
        _number(row["amount"]),
    )  # fmt: skip


def _team(row: Row) -> tuple[Any, ...]:
    return row["team_id"], row["unit"], row["level"], int(row["year"]), row["condition"]


def _money(row: Row, period: str) -> tuple[str, ...]:
    return row["unit"], row["level"], row["product_code"], row[period]


def _whole(row: Row, *columns: str) -> tuple[int | None, ...]:
    return tuple(_number(row[column]) for column in columns)


def _number(text: str) -> int | None:
    return int(text) if text else None


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
