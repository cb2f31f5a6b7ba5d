"""Reads a clean extract folder in the contract's layout: CSV, comma, UTF-8 with or without BOM."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.naive_judge.model import (
    Contact,
    Evidence,
    InvoiceLine,
    Nrs,
    Patient,
    RosterRow,
    Tables,
    Team,
)

Row = dict[str, str]
T = TypeVar("T")
BETWEEN_CODES = re.compile(r"[,;|]|\s+(?=[A-Za-z])")


def day(text: str) -> dt.date:
    """Read YYYY-MM-DD or YYYYMMDD."""
    digits = text.replace("-", "")
    return dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def day_or_none(text: str) -> dt.date | None:
    """Read a day that may be empty."""
    return day(text) if text else None


def codes(text: str) -> tuple[str, ...]:
    """Split by comma, semicolon, bar, or a space before a letter (contract, contacts)."""
    return tuple(part.strip() for part in BETWEEN_CODES.split(text) if part.strip())


def rows(folder: Path, name: str) -> list[Row]:
    """Return the rows of one table; cells trimmed, missing cells empty."""
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [{key: (cell or "").strip() for key, cell in row.items()} for row in csv.DictReader(file)]


def optional(folder: Path, name: str, make: Callable[[Row], T]) -> list[T] | None:
    """Return the table's rows, or None where the table is absent."""
    if not (folder / f"{name}.csv").exists():
        return None
    return [make(row) for row in rows(folder, name)]


def contact(row: Row) -> Contact:
    """Read one contact."""
    return Contact(
        row["contact_id"],
        row["patient_id"],
        row["unit"],
        day(row["date"]),
        codes(row["diagnoses"]),
        codes(row["procedures"]),
        row.get("profession", ""),
        int(row["minutes"]) if row.get("minutes") else None,
        row.get("contact_type", ""),
    )


def team(row: Row) -> Team:
    """Read one row of accreditation."""
    return Team(
        row["team_id"],
        row["unit"],
        row["level"],
        row["care_level"],
        day(row["accredited_from"]),
        day_or_none(row["accredited_to"]),
        row.get("nrs_module", ""),
        day_or_none(row.get("nrs_connected_from", "")),
    )


def evidence(row: Row) -> Evidence:
    """Read one row of evidence."""
    return Evidence(
        row["patient_id"],
        row["level"],
        day(row["start"]),
        day_or_none(row["pain_onset"]),
        row["investigated"],
        row["plan"],
        row["physician_at_conference"],
        row.get("choice_signed", ""),
        row.get("screened", ""),
        row.get("copy_sent", ""),
    )


def invoice_line(row: Row) -> InvoiceLine:
    """Read one invoice line."""
    return InvoiceLine(
        row["invoice_id"],
        row["unit"],
        row["product_code"],
        row["month"],
        int(row["quantity"]),
        int(row["amount"]),
    )


def roster_row(row: Row) -> RosterRow:
    """Read one person of a roster."""
    return RosterRow(
        row["team_id"],
        row["profession"],
        tuple(re.findall(r"[^,;|\s]+", row["competences"])),
        day_or_none(row["from"]),
        day_or_none(row["to"]),
    )


def load(folder: Path) -> Tables:
    """Read a folder of NAME.csv files."""
    return Tables(
        contacts=[contact(row) for row in rows(folder, "contacts")],
        patients=[Patient(row["patient_id"], day_or_none(row["birth_date"])) for row in rows(folder, "patients")],
        teams=[team(row) for row in rows(folder, "teams")],
        nrs=optional(folder, "nrs", lambda row: Nrs(row["patient_id"], row["unit"], row["module"], day(row["date"]))),
        evidence=optional(folder, "evidence", evidence),
        invoices=optional(folder, "invoices", invoice_line),
        roster=optional(folder, "roster", roster_row),
    )
