"""One written value becoming a typed one, and the same done for a column: parsed once per distinct odd value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import polars as pl

FILE: Final = "#file"
LINE: Final = "#line"
_PARTS: Final = ("fault", "hint", "note")


class Cell(NamedTuple):
    """What a written value turned out to be. `fault` and `note` are reason codes, `hint` what may be meant."""

    value: object = None
    fault: str | None = None
    hint: str | None = None
    note: str | None = None


def _none() -> pl.Expr:
    return pl.lit(value=False)


@dataclass(frozen=True)
class Field:
    """One column: its type, how an odd value is parsed, and which values need no parsing.

    `ordinary` and `quick` are expressions over the column's text; they must agree with `parse` where both apply.
    """

    column: str
    dtype: pl.DataType
    parse: Callable[[str], Cell]
    ordinary: pl.Expr = field(default_factory=_none)
    quick: pl.Expr = field(default_factory=lambda: pl.lit(None))


def read_fields(rows: pl.DataFrame, fields: Sequence[Field]) -> pl.DataFrame:
    """The rows with the columns typed and their texts kept as `COLUMN:raw`.

    A column that holds odd values has `COLUMN:fault`, `:hint` and `:note` beside it; one without has none of them.
    """
    rows = rows.with_columns(
        *(one.ordinary.fill_null(value=False).alias(f"#{one.column}") for one in fields),
        *(pl.col(one.column).alias(f"{one.column}:raw") for one in fields),
    )
    rows = rows.with_columns(
        pl.when(f"#{one.column}").then(one.quick.cast(one.dtype, strict=False)).alias(one.column) for one in fields
    )
    plain = rows.select(pl.col(f"#{one.column}").all() for one in fields).row(0)
    for one, is_plain in zip(fields, plain, strict=True):
        rows = rows if is_plain else _with_odd(rows, one)
    return rows.drop(f"#{one.column}" for one in fields)


def _with_odd(rows: pl.DataFrame, one: Field) -> pl.DataFrame:
    """Each distinct odd text parsed once, and the outcome put beside every row that has it."""
    name, plain = one.column, pl.col(f"#{one.column}")
    odd = rows.filter(~plain)[f"{name}:raw"].unique()
    rows = rows.join(_parsed(odd, one), on=f"{name}:raw", how="left", maintain_order="left")
    value = pl.when(plain).then(pl.col(name)).otherwise(pl.col("#value")).alias(name)
    kept = [pl.when(~plain).then(pl.col(f"{name}:{part}")).alias(f"{name}:{part}") for part in _PARTS]
    return rows.with_columns(value, *kept).drop("#value")


def _parsed(odd: pl.Series, one: Field) -> pl.DataFrame:
    texts = odd.to_list()
    cells = [one.parse(text) for text in texts]
    columns = {
        f"{one.column}:raw": pl.Series(texts, dtype=pl.String),
        "#value": pl.Series([cell.value for cell in cells], dtype=one.dtype),
    }
    for part in _PARTS:
        columns[f"{one.column}:{part}"] = pl.Series([getattr(cell, part) for cell in cells], dtype=pl.String)
    return pl.DataFrame(columns)


def first_fault(rows: pl.DataFrame, fields: Sequence[Field]) -> tuple[pl.Expr, pl.Expr]:
    """The reason of the first faulty column, null where none is, and the text that tells which and what."""
    names = [one.column for one in fields if f"{one.column}:fault" in rows.columns]
    nothing = pl.lit(None, pl.String)
    reason = pl.coalesce([*(f"{name}:fault" for name in names), nothing])
    faulty = [pl.when(pl.col(f"{name}:fault").is_not_null()).then(told(name)) for name in names]
    return reason.alias("reason"), pl.coalesce([*faulty, nothing]).alias("detail")


def told(name: str) -> pl.Expr:
    """`column: "what was written" -> "what may be meant"`, in one line and at most 80 characters of each."""
    written = pl.col(f"{name}:raw").str.replace_all(r"[\p{Cc}\p{Zl}\p{Zp}]", " ").str.slice(0, 80)
    meant = pl.coalesce(pl.format(' -> "{}"', pl.col(f"{name}:hint")), pl.lit(""))
    return pl.format(f'{name}: "{{}}"{{}}', written, meant)
