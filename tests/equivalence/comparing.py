"""What both judges say, in one form, so that any difference shows."""

from typing import Any

from samsyn.reconciliation import Settlement
from tests.naive_judge import NaiveResult


def of_real(settlement: Settlement) -> dict[str, dict[Any, Any]]:
    """The settlement as plain dictionaries."""
    judgement = settlement.judgement
    findings: dict[str, list[tuple[str, str]]] = {}
    for series_id, condition, outcome in judgement.findings.select("series_id", "condition", "outcome").iter_rows():
        findings.setdefault(series_id, []).append((condition, outcome))
    series = judgement.series.drop("verdict").with_columns(amount_ore=judgement.series["amount_ore"] // 100)
    team_keys = ("team_id", "unit", "level", "year", "condition", "outcome")
    told: dict[str, dict[Any, Any]] = {
        "series": {row[0]: row[1:] for row in series.iter_rows()},
        "findings": findings,
        "team_findings": {row[:5]: row[5] for row in settlement.team_findings.select(team_keys).iter_rows()},
        "payments": {row[:4]: (row[4], row[5] // 100) for row in settlement.payments.iter_rows()},
    }
    if settlement.reconciliation is not None:
        rows = settlement.reconciliation.rows.iter_rows()
        told["reconciliation"] = {r[:4]: (*r[4:7], _kronor(r[7]), _kronor(r[8])) for r in rows}
        told["unmatched"] = dict(enumerate(sorted(settlement.reconciliation.unmatched["id"])))
    return told


def of_naive(result: NaiveResult, *, compared: bool) -> dict[str, dict[Any, Any]]:
    """The naive result as plain dictionaries."""
    told: dict[str, dict[Any, Any]] = {
        "series": {
            s.series_id: (
                s.patient_id, s.level, s.guideline, s.start, s.end, s.start_unit, s.completion_unit or None,
                s.contacts, s.decision, s.amount_kr,
            )
            for s in result.series.values()
        },
        "findings": {key: list(found.items()) for key, found in result.findings.items() if found},
        "team_findings": dict(result.team_findings),
        "payments": dict(result.payments),
    }  # fmt: skip
    if compared:
        told["reconciliation"] = dict(result.reconciliation)
        told["unmatched"] = dict(enumerate(sorted(line[1] for line in result.unmatched)))
    return told


def differences(real: dict[str, dict[Any, Any]], naive: dict[str, dict[Any, Any]]) -> list[str]:
    """One line a difference: where, what the judge says, what the naive judge says."""
    lines = []
    for table in naive:
        for key in sorted(set(real[table]) | set(naive[table]), key=str):
            ours, theirs = real[table].get(key), naive[table].get(key)
            if ours != theirs:
                lines.append(f"{table} {key}: judge {_apart(ours, theirs)}")
    return lines


def _apart(ours: Any, theirs: Any) -> str:
    if isinstance(ours, list) and isinstance(theirs, list):
        ours, theirs = [x for x in ours if x not in theirs], [x for x in theirs if x not in ours]
    return f"{ours}, naive {theirs}"


def _kronor(ore: int | None) -> int | None:
    return None if ore is None else ore // 100
