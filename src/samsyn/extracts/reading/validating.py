"""Fields of many rows at once: the good rows typed, the bad ones rejected with their first fault."""

from collections.abc import Sequence

import polars as pl

from samsyn.extracts.reading.account import Account
from samsyn.extracts.reading.cells import FILE, LINE, Field, first_fault, read_fields

LOST = "\ufffd"


def validate(
    rows: pl.DataFrame, fields: Sequence[Field], account: Account, already: Sequence[Field] = ()
) -> pl.DataFrame:
    """The rows without fault, with FILE, LINE and one typed column per field. `already` are fields read before."""
    rows = read_fields(mark_lost(rows, fields), fields)
    told = [*fields[:4], *already, *fields[4:]]
    reason, detail = first_fault(rows, told)
    rows = rows.with_columns(
        pl.when("#lost").then(pl.lit("ENC_LOST")).otherwise(reason).alias("reason"),
        pl.when("#lost").then(pl.lit("\ufffd")).otherwise(detail).alias("detail"),
    )
    is_bad = pl.col("reason").is_not_null()
    account.reject(rows.filter(is_bad))
    good = rows.filter(~is_bad)
    for one in told:
        _note(good, one, account)
    return good.select(FILE, LINE, *(one.column for one in told))


def mark_lost(rows: pl.DataFrame, fields: Sequence[Field]) -> pl.DataFrame:
    """`#lost`: whether a character of the row was lost before the file came here."""
    names = [one.column for one in fields]
    names += ["procedures:raw"] if "procedures:raw" in rows.columns else []
    lost = pl.any_horizontal([pl.col(name).str.contains(LOST, literal=True) for name in names])
    return rows.with_columns(lost.alias("#lost"))


def _note(rows: pl.DataFrame, one: Field, account: Account) -> None:
    code = f"{one.column}:note"
    if code not in rows.columns:
        return
    noted = rows.filter(pl.col(code).is_not_null())
    for (found,), part in noted.group_by(code):
        account.note(str(found), part)
