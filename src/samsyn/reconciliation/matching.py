"""Reconciliation (rules, section 5): invoice lines and approved series joined by unit, product code and month.

Nothing is claimed here: a difference may raise the question of repayment, and a person decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import polars as pl

from samsyn.guidelines import GuidelineRegister
from samsyn.kernel import Period
from samsyn.kernel.calendar import last_day_of_month

UNKNOWN_PRODUCT = "product-code-unknown"
NO_GUIDELINE = "no-guideline"
_KEY = ("unit", "level", "product_code", "period")
_LINE_MEANING = {"product_code": pl.String(), "month": pl.String(), "level": pl.String()}


@dataclass(frozen=True)
class Reconciliation:
    """The comparison, and the invoice lines that no guideline knows.

    `rows`: unit, level, product_code, period (YYYY-MM and YYYY), invoiced, approved, difference, repayment_ore and
    unbilled_ore (on years only; null where the guideline states no amount). `unmatched`: source, id, reason.
    """

    rows: pl.DataFrame
    unmatched: pl.DataFrame


def reconcile(invoices: pl.DataFrame, payments: pl.DataFrame, register: GuidelineRegister) -> Reconciliation:
    """Compare what was invoiced with what is approved, by month and by calendar year."""
    meaning = _meanings(invoices, register)
    lines = invoices.join(meaning, on=("product_code", "month"), how="left")
    known = lines.filter(pl.col("level").is_not_null())
    months = _compare(known.rename({"month": "period"}), payments.rename({"month": "period"}))
    no_money = {"repayment_ore": pl.lit(None, pl.Int64()), "unbilled_ore": pl.lit(None, pl.Int64())}
    rows = pl.concat([months.with_columns(**no_money), _years(months, register)])
    return Reconciliation(rows.sort(_KEY), _unmatched(lines, register))


def _meanings(invoices: pl.DataFrame, register: GuidelineRegister) -> pl.DataFrame:
    """Which level each product code means in each invoiced month; codes that mean nothing are left out."""
    pairs = invoices.select("product_code", "month").unique().iter_rows()
    rows = [(code, month, level) for code, month in pairs for level in _levels(register, code, month)]
    return pl.DataFrame(rows, schema=_LINE_MEANING, orient="row")


def _levels(register: GuidelineRegister, product_code: str, month: str) -> Iterator[str]:
    """The level whose product code the guideline in force at the month's end states (or whose own name it is)."""
    day = last_day_of_month(month)
    for level in register.levels:
        guideline = register.in_force(level, day)
        if guideline and guideline.amount(level).product_code == product_code:
            yield level


def _compare(invoiced: pl.DataFrame, approved: pl.DataFrame) -> pl.DataFrame:
    """A row for each unit, level, product and period where anything was invoiced or approved."""
    left = invoiced.group_by(_KEY).agg(invoiced=pl.col("quantity").sum())
    right = approved.group_by(_KEY).agg(approved=pl.col("quantity").sum())
    return (
        left.join(right, on=_KEY, how="full", coalesce=True)
        .with_columns(pl.col("invoiced", "approved").fill_null(0))
        .with_columns(difference=pl.col("invoiced") - pl.col("approved"))
        .select(*_KEY, "invoiced", "approved", "difference")
    )


def _years(months: pl.DataFrame, register: GuidelineRegister) -> pl.DataFrame:
    """The same by calendar year; differences between months that cancel within the year are not claimed."""
    years = (
        months.with_columns(period=pl.col("period").str.slice(0, 4))
        .group_by(_KEY)
        .agg(pl.col("invoiced", "approved", "difference").sum())
    )
    prices = [_price(register, level, code, int(year)) for level, code, year in years.select(_KEY[1:]).iter_rows()]
    return (
        years.with_columns(price=pl.Series(prices, dtype=pl.Int64()))
        .with_columns(
            repayment_ore=pl.col("difference").clip(lower_bound=0) * pl.col("price"),
            unbilled_ore=(-pl.col("difference")).clip(lower_bound=0) * pl.col("price"),
        )
        .drop("price")
    )


def _price(register: GuidelineRegister, level: str, product_code: str, year: int) -> int | None:
    """The amount in öre of the year's last guideline that knows the product code for the level."""
    for guideline in reversed(register.touching(Period.year(year))):
        if level in guideline.levels:
            amount = guideline.amount(level)
            if amount.product_code == product_code:
                return amount.money.ore if amount.money else None
    return None


def _unmatched(lines: pl.DataFrame, register: GuidelineRegister) -> pl.DataFrame:
    unknown = lines.filter(pl.col("level").is_null())
    reasons = [_reason(register, last_day_of_month(month)) for month in unknown["month"]]
    return unknown.select(
        source=pl.lit("invoices"), id=pl.col("invoice_id"), reason=pl.Series(reasons, dtype=pl.String())
    ).sort("source", "id", "reason")


def _reason(register: GuidelineRegister, day: date) -> str:
    in_force = any(register.in_force(level, day) for level in register.levels)
    return UNKNOWN_PRODUCT if in_force else NO_GUIDELINE
