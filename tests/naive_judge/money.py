"""Payments, and invoices held against approved series (rules §5)."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from tests.naive_judge.guidelines import LEVELS, Guideline, guideline_on
from tests.naive_judge.model import Balance, InvoiceLine, MoneyKey, NaiveSeries, Payment


def in_month(month: str) -> Guideline | None:
    """Return the guideline of a month; guidelines run by whole years."""
    return guideline_on(dt.date(int(month[:4]), int(month[5:7]), 1))


def payments(series: list[NaiveSeries]) -> dict[MoneyKey, Payment]:
    """Sum the approved series per start unit, level, product code and month of end."""
    paid: dict[MoneyKey, Payment] = {}
    for one in series:
        if one.decision != "approved" or one.end is None or one.amount_kr is None:
            continue
        guideline = guideline_on(one.end)
        if guideline is not None:
            key = (one.start_unit, one.level, guideline.product_code(one.level), f"{one.end:%Y-%m}")
            quantity, amount = paid.get(key, (0, 0))
            paid[key] = (quantity + 1, amount + one.amount_kr)
    return paid


def level_of(line: InvoiceLine) -> str | None:
    """Return the level whose product code the month's guideline states, or whose name it accepts."""
    guideline = in_month(line.month)
    if guideline is None:
        return None
    for level in LEVELS:
        if line.product_code.strip() == guideline.product_code(level):
            return level
    return None


def unmatched(lines: list[InvoiceLine]) -> list[tuple[str, str, str]]:
    """Return the invoice lines that no guideline knows, one entry a line."""
    found: list[tuple[str, str, str]] = []
    for line in lines:
        if level_of(line) is None:
            reason = "no-guideline" if in_month(line.month) is None else "unknown-product-code"
            found.append(("invoices", line.invoice_id, reason))
    return sorted(found)


def reconcile(paid: dict[MoneyKey, Payment], lines: list[InvoiceLine]) -> dict[MoneyKey, Balance]:
    """Full outer join of invoiced and approved, per month and per calendar year."""
    invoiced: Counter[MoneyKey] = Counter()
    approved: Counter[MoneyKey] = Counter()
    for line in lines:
        level = level_of(line)
        if level is not None:
            for period in (line.month, line.month[:4]):
                invoiced[(line.unit, level, line.product_code.strip(), period)] += line.quantity
    for (unit, level, code, month), (quantity, _) in paid.items():
        for period in (month, month[:4]):
            approved[(unit, level, code, period)] += quantity
    return {key: balance(key, invoiced[key], approved[key]) for key in sorted({*invoiced, *approved})}


def balance(key: MoneyKey, invoiced: int, approved: int) -> Balance:
    """Return one row: the money only on years, and only where the guideline states an amount."""
    _, level, _, period = key
    difference = invoiced - approved
    guideline = guideline_on(dt.date(int(period), 12, 31)) if len(period) == 4 else None
    price = guideline.amounts[level] if guideline else None
    if price is None:
        return (invoiced, approved, difference, None, None)
    return (invoiced, approved, difference, max(0, difference) * price, max(0, -difference) * price)
