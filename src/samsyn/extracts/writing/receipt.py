"""The receipt of a run: what went in, under which rules, and where everything went. No clock, no path, no machine."""

from dataclasses import asdict
from datetime import date
from typing import Any

import polars as pl

from samsyn import __version__
from samsyn.extracts.reading import Reading
from samsyn.extracts.writing.conservation import Placed, contact_sums
from samsyn.findings import Decision
from samsyn.guidelines import GuidelineRegister
from samsyn.kernel.money import ORE_PER_KRONA
from samsyn.reconciliation import Settlement, concerned


def receipt_of(
    reading: Reading, settlement: Settlement, where: Placed, register: GuidelineRegister, as_of: date, encoding: str
) -> dict[str, Any]:
    """The receipt as plain data, the same for the same input on every engine."""
    return {
        "program": {"name": "samsyn", "version": __version__},
        "as_of": as_of.isoformat(),
        "encoding": encoding,
        "guidelines": [
            {"id": g.id, "reference": g.reference, "first_day": g.period.first.isoformat(),
             "last_day": g.period.last.isoformat(), "sha256": g.sha256}
            for g in concerned(settlement.judgement, reading.records, register).guidelines
        ],
        "inputs": [asdict(file) for file in reading.inputs],
        "lines": {table: asdict(counts) for table, counts in sorted(reading.counts.items())},
        "contacts": contact_sums(reading, where),
        "notes": [asdict(note) for note in reading.notes],
        "totals": totals(settlement),
    }  # fmt: skip


def totals(settlement: Settlement) -> dict[str, Any]:
    """Series by decision, money, teams and the comparison, in whole kronor."""
    series = settlement.judgement.series
    told: dict[str, Any] = {
        "series": series.height,
        "decisions": {str(kind): _count(series, pl.col("decision") == kind.value) for kind in Decision},
        "amount": int(series["amount_ore"].sum() or 0) // ORE_PER_KRONA,
        "findings": settlement.judgement.findings.height,
        "team_findings": settlement.team_findings.height,
    }
    if settlement.reconciliation is not None:
        rows = settlement.reconciliation.rows
        years = rows.filter(pl.col("period").str.len_chars() == 4)
        told["reconciliation"] = {
            "rows": rows.height,
            "invoiced": int(years["invoiced"].sum()),
            "approved": int(years["approved"].sum()),
            "repayment": int(years["repayment_ore"].sum() or 0) // ORE_PER_KRONA,
            "unbilled": int(years["unbilled_ore"].sum() or 0) // ORE_PER_KRONA,
            "unmatched_lines": settlement.reconciliation.unmatched.height,
        }
    return told


def _count(series: pl.DataFrame, condition: pl.Expr) -> int:
    return series.filter(condition).height
