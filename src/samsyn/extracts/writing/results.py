"""The tables of the contract, to the column, as CSV or Parquet."""

import errno
import os
from pathlib import Path
from typing import Literal

import polars as pl

from samsyn.kernel.money import ORE_PER_KRONA
from samsyn.reconciliation import Settlement

Format = Literal["csv", "parquet"]
_FORMULA = r"^[=+\-@\t\r]"


def result_tables(settlement: Settlement, rejected: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Every table by its name; amounts in whole kronor."""
    judged = settlement.judgement
    tables = {
        "series": judged.series.drop("verdict").with_columns(amount=_kronor("amount_ore")).drop("amount_ore"),
        "findings": judged.findings,
        "payments": settlement.payments.with_columns(amount=_kronor("amount_ore")).drop("amount_ore"),
        "team_findings": settlement.team_findings,
        "rejected": rejected,
        "unmatched": _unmatched(settlement),
    }
    if settlement.reconciliation is not None:
        tables["reconciliation"] = settlement.reconciliation.rows.with_columns(
            repayment=_kronor("repayment_ore"), unbilled=_kronor("unbilled_ore")
        ).drop("repayment_ore", "unbilled_ore")
    return tables


def _unmatched(settlement: Settlement) -> pl.DataFrame:
    """Invoice lines that no guideline knows; every coded contact is in a series, an assessment or a coordination."""
    if settlement.reconciliation is None:
        return pl.DataFrame(schema=dict.fromkeys(("source", "id", "reason"), pl.String()))
    return settlement.reconciliation.unmatched


def _kronor(column: str) -> pl.Expr:
    return pl.col(column) // ORE_PER_KRONA


def write_table(table: pl.DataFrame, folder: Path, name: str, form: Format) -> None:
    """Write one table into the folder."""
    try:
        if form == "parquet":
            table.write_parquet(folder / f"{name}.parquet")
        else:
            harmless(table).write_csv(folder / f"{name}.csv", line_terminator="\n", date_format="%Y-%m-%d")
    except pl.exceptions.ComputeError as error:
        if "No space left" in str(error):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder)) from error
        raise


def harmless(table: pl.DataFrame) -> pl.DataFrame:
    """Texts that a spreadsheet would run as a formula get an apostrophe before them; empty texts are empty cells."""
    return table.with_columns(
        pl.when(pl.col(name).str.contains(_FORMULA))
        .then(pl.concat_str(pl.lit("'"), name))
        .when(pl.col(name) != "")
        .then(name)
        .alias(name)
        for name, kind in table.schema.items()
        if kind == pl.String
    )
