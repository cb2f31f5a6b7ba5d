"""Payments (rules, section 5): approved series by the unit that started them, product code and month of completion."""

import polars as pl

from samsyn.findings import Decision
from samsyn.guidelines import GuidelineRegister


def with_product_code(series: pl.DataFrame, register: GuidelineRegister) -> pl.DataFrame:
    """The series with the product code that their guideline gives their level (else the level's own name)."""
    code: pl.Expr = pl.col("level")
    for guideline in register.guidelines:
        for amount in guideline.amounts:
            this = (pl.col("guideline") == guideline.id) & (pl.col("level") == amount.level)
            code = pl.when(this).then(pl.lit(amount.product_code)).otherwise(code)
    return series.with_columns(product_code=code)


def payments(series: pl.DataFrame, register: GuidelineRegister) -> pl.DataFrame:
    """unit, level, product_code, month (YYYY-MM), quantity, amount_ore, sorted."""
    approved = series.filter(pl.col("decision") == Decision.APPROVED.value)
    keys = ("unit", "level", "product_code", "month")
    return (
        with_product_code(approved, register)
        .with_columns(unit=pl.col("start_unit"), month=pl.col("end").dt.strftime("%Y-%m"))
        .group_by(keys)
        .agg(quantity=pl.len().cast(pl.Int64), amount_ore=pl.col("amount_ore").sum())
        .sort(keys)
    )
