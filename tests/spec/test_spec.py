"""Every row of every table, through the program and through the naive judge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import pytest

from tests.spec import tables
from tests.spec.model import (
    Balance,
    BuildingRow,
    Built,
    DecisionRow,
    Payment,
    PaymentRow,
    ReconciliationRow,
    SeriesRow,
    Table,
    TeamRow,
    case_of,
)
from tests.spec.running import naively_judged, really_judged, really_settled, series_told, team_told


def _rows(of: Iterable[Table[Any]]) -> list[Any]:
    return [pytest.param(table, row, id=f"{table.condition}: {row.en}") for table in of for row in table.rows]


@pytest.mark.parametrize(("table", "row"), _rows(tables.SERIES))
def test_condition(table: Table[SeriesRow], row: SeriesRow) -> None:
    real, naive = series_told(table.base, row, row.series)
    expected = (row.outcome, row.decision)
    assert (real.outcome(table.condition), real.decision) == expected
    assert ((naive.outcome(table.condition), naive.decision) != expected) == bool(row.naive_differs)
    assert row.observed in ("", real.observed.get(table.condition))
    if row.guideline is not None:
        assert (real.guideline, naive.guideline) == (row.guideline, row.guideline)


@pytest.mark.parametrize(("table", "row"), _rows(tables.DECISIONS))
def test_decision(table: Table[DecisionRow], row: DecisionRow) -> None:
    for told in series_told(table.base, row):
        assert told.decision == row.decision
        assert told.having("not_met") == set(row.not_met)
        assert told.having("unknown") == set(row.unknown)
        assert len(told.findings) == row.findings


def _built(series_id: str, end: dt.date | None, start_unit: str, end_unit: str | None, contacts: int) -> Built:
    return Built(series_id, end.isoformat() if end else "", (start_unit, end_unit or ""), contacts)


@pytest.mark.parametrize(("table", "row"), _rows(tables.BUILDING))
def test_series(table: Table[BuildingRow], row: BuildingRow) -> None:
    case = case_of(table.base, row)
    columns = ("series_id", "end", "start_unit", "completion_unit", "contacts")
    real = [_built(*series) for series in really_judged(case).series.select(columns).iter_rows()]
    naive = [
        _built(one.series_id, one.end, one.start_unit, one.completion_unit, one.contacts)
        for one in naively_judged(case).series.values()
    ]
    assert real == list(row.built)
    assert naive == list(row.built)


@pytest.mark.parametrize(("table", "row"), _rows(tables.TEAMS))
def test_team(table: Table[TeamRow], row: TeamRow) -> None:
    assert team_told(table.base, row, table.condition, row.year) == (row.outcome, row.outcome)


@pytest.mark.parametrize(("table", "row"), _rows(tables.PAYMENTS))
def test_payments(table: Table[PaymentRow], row: PaymentRow) -> None:
    case = case_of(table.base, row)
    real = [_payment(*paid) for paid in really_settled(case).payments.iter_rows()]
    naive = [_payment(*key, count, kronor * 100) for key, (count, kronor) in naively_judged(case).payments.items()]
    assert real == list(row.paid)
    assert naive == list(row.paid)


def _payment(unit: str, level: str, product_code: str, month: str, quantity: int, ore: int) -> Payment:
    return Payment(unit, level, product_code, month, quantity, ore // 100)


@pytest.mark.parametrize(("table", "row"), _rows(tables.RECONCILIATIONS))
def test_reconciliation(table: Table[ReconciliationRow], row: ReconciliationRow) -> None:
    case = case_of(table.base, row)
    compared = really_settled(case).reconciliation
    assert compared is not None
    naive = naively_judged(case)
    assert [_balance(*values) for values in compared.rows.iter_rows()] == list(row.balances)
    assert [_told(key, values) for key, values in naive.reconciliation.items()] == list(row.balances)
    assert tuple(compared.unmatched["id"]) == row.unmatched
    assert tuple(line for _, line, _ in naive.unmatched) == row.unmatched


def _balance(*values: Any) -> Balance:
    return Balance(*values[:7], *(None if ore is None else ore // 100 for ore in values[7:]))


def _told(key: tuple[Any, ...], values: tuple[Any, ...]) -> Balance:
    return Balance(*key, *values)
