"""Writes tables as an extract folder in the contract's layout: CSV, comma, LF."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from tests.naive_judge.model import Tables

Cell = str | int | dt.date | None
SEPARATORS = (",", ";", "|", " ")


def text(cell: Cell) -> str:
    """Write one cell; None is empty, a day is ISO."""
    return "" if cell is None else str(cell)


def write(folder: Path, name: str, header: str, rows: Iterable[tuple[Cell, ...]]) -> None:
    """Write one table."""
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split())
        writer.writerows([text(cell) for cell in row] for row in rows)


def write_tables(tables: Tables, folder: Path) -> None:
    """Write every table that is not absent; lists of codes take each separator in turn."""
    folder.mkdir(parents=True, exist_ok=True)
    write_required(tables, folder)
    write_optional(tables, folder)


def write_required(tables: Tables, folder: Path) -> None:
    """Write contacts, patients and teams."""
    write(
        folder,
        "contacts",
        "contact_id patient_id unit date diagnoses procedures profession minutes contact_type",
        (
            (
                c.contact_id,
                c.patient_id,
                c.unit,
                c.date,
                # By content, not by place: the same contact told twice is the same row.
                SEPARATORS[len(c.contact_id + c.unit) % 4].join(c.diagnoses),
                SEPARATORS[len(c.contact_id) % 4].join(c.procedures),
                c.profession,
                c.minutes,
                c.contact_type,
            )
            for c in tables.contacts
        ),
    )
    write(folder, "patients", "patient_id birth_date", ((p.patient_id, p.birth_date) for p in tables.patients))
    write(
        folder,
        "teams",
        "team_id unit level care_level accredited_from accredited_to nrs_module nrs_connected_from",
        (
            (
                t.team_id,
                t.unit,
                t.level,
                t.care_level,
                t.accredited_from,
                t.accredited_to,
                t.nrs_module,
                t.nrs_connected_from,
            )
            for t in tables.teams
        ),
    )


def write_optional(tables: Tables, folder: Path) -> None:
    """Write nrs, evidence, invoices and roster where they are there."""
    if tables.nrs is not None:
        rows = ((n.patient_id, n.unit, n.module, n.date) for n in tables.nrs)
        write(folder, "nrs", "patient_id unit module date", rows)
    if tables.evidence is not None:
        write(
            folder,
            "evidence",
            "patient_id level start pain_onset investigated plan physician_at_conference "
            "choice_signed screened copy_sent",
            (
                (
                    e.patient_id,
                    e.level,
                    e.start,
                    e.pain_onset,
                    e.investigated,
                    e.plan,
                    e.physician_at_conference,
                    e.choice_signed,
                    e.screened,
                    e.copy_sent,
                )
                for e in tables.evidence
            ),
        )
    if tables.invoices is not None:
        write(
            folder,
            "invoices",
            "invoice_id unit product_code month quantity amount",
            ((i.invoice_id, i.unit, i.product_code, i.month, i.quantity, i.amount) for i in tables.invoices),
        )
    if tables.roster is not None:
        write(
            folder,
            "roster",
            "team_id profession competences from to",
            ((r.team_id, r.profession, ",".join(r.competences), r.first_day, r.last_day) for r in tables.roster),
        )
