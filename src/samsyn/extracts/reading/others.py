"""The tables beside the contacts: patients, teams, and what is optional."""

from typing import Final

import polars as pl

from samsyn.extracts.reading.cells import FILE, LINE
from samsyn.extracts.reading.layout import other_fields
from samsyn.extracts.reading.membership import lines_with
from samsyn.extracts.reading.opening import Table
from samsyn.extracts.reading.rows import settle
from samsyn.extracts.reading.validating import validate
from samsyn.records import EVIDENCE, INVOICES, NRS, PATIENTS, ROSTER, TEAMS
from samsyn.records.tables import TableShape

_SHAPES: Final[dict[str, TableShape]] = {
    shape.name: shape for shape in (PATIENTS, TEAMS, NRS, EVIDENCE, ROSTER, INVOICES)
}
_KEYS: Final[dict[str, tuple[str, ...]]] = {
    "patients": ("patient_id",),
    "evidence": ("patient_id", "level", "start"),
}
_PERIODS: Final = {"teams": ("accredited_from", "accredited_to"), "roster": ("from", "to")}


def read_other(table: Table, units: frozenset[str] = frozenset(), patients: pl.Series | None = None) -> pl.DataFrame:
    """The rows that can be used, sorted. With `patients`, rows of any other patient are counted and left alone."""
    account = table.account
    read = pl.concat([_texts(table, number, patients) for number in range(len(table.sources))])
    account.ignore("other-patient", account.lines - account.structural - read.height)
    good = validate(read, other_fields(table.name, units), account)
    good = _in_order(good, table)
    content = tuple(name for name in good.columns if name not in (FILE, LINE))
    used = settle(good, _KEYS.get(table.name, ()), content, account)
    shape = _SHAPES[table.name]
    return used.rename({"amount": "amount_ore"}, strict=False).select(*shape.columns).sort(_sortable(shape))


def _texts(table: Table, number: int, patients: pl.Series | None) -> pl.DataFrame:
    if patients is None:
        return table.texts(number)
    lines = lines_with(table.sources[number], "patient_id", patients, or_empty=True)
    return table.texts(number, pl.col(LINE).cast(pl.Int64).is_in(lines.implode()))


def _in_order(rows: pl.DataFrame, table: Table) -> pl.DataFrame:
    if table.name not in _PERIODS:
        return rows
    start, end = _PERIODS[table.name]
    backwards = (pl.col(end) < pl.col(start)).fill_null(value=False)
    detail = pl.format(f'{start}: "{{}}", {end}: "{{}}"', pl.col(start).cast(pl.String), pl.col(end).cast(pl.String))
    bad = rows.filter(backwards).with_columns(pl.lit("DATE_ORDER").alias("reason"), detail.alias("detail"))
    table.account.reject(bad)
    return rows.filter(~backwards)


def _sortable(shape: TableShape) -> list[pl.Expr]:
    return [
        pl.col(name).list.join(",") if isinstance(dtype, pl.List) else pl.col(name)
        for name, dtype in shape.columns.items()
    ]
