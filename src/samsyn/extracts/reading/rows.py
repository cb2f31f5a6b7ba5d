"""Rows that are there twice: the same content counts once, the same key with other content counts not at all."""

import polars as pl

from samsyn.extracts.reading.account import Account
from samsyn.extracts.reading.cells import FILE, LINE


def settle(rows: pl.DataFrame, key: tuple[str, ...], content: tuple[str, ...], account: Account) -> pl.DataFrame:
    """The rows that count, each once. Copies are counted, conflicting ones rejected; which copy stays is the same
    for every order of the rows. Without a key only identical rows concern each other.
    """
    by = key or content
    if not rows.height:
        return rows
    twice = rows.select(pl.struct(by).is_duplicated() if len(by) > 1 else pl.col(by[0]).is_duplicated()).to_series()
    if not twice.any():
        return rows
    return pl.concat([rows.filter(~twice), _settled(rows.filter(twice), by, content, account)])


def _settled(rows: pl.DataFrame, by: tuple[str, ...], content: tuple[str, ...], account: Account) -> pl.DataFrame:
    together = _comparable(rows, content)
    rows = rows.sort(FILE, LINE).with_columns(together.alias("#content"))
    clash = (pl.col("#content").n_unique().over(by) > 1).alias("#clash")
    rows = rows.with_columns(clash)
    account.reject(rows.filter("#clash").with_columns(pl.lit("ROW_CONFLICT").alias("reason"), _told(by)))
    kept = rows.filter(~pl.col("#clash")).unique(by, keep="first", maintain_order=True)
    account.duplicates += rows.filter(~pl.col("#clash")).height - kept.height
    return kept.drop("#clash", "#content")


def _comparable(rows: pl.DataFrame, content: tuple[str, ...]) -> pl.Expr:
    """All columns in one text; lengths are told so that no two contents can run into the same text."""
    return pl.concat_str([_with_length(rows, name) for name in content])


def _with_length(rows: pl.DataFrame, name: str) -> pl.Expr:
    value = pl.col(name)
    if isinstance(rows.schema[name], pl.List):
        text = value.list.eval(pl.format("{}.{}", pl.element().str.len_bytes(), pl.element())).list.join("")
    else:
        text = value.cast(pl.String)
    return pl.coalesce(pl.format("{}:{}", text.str.len_bytes(), text), pl.lit("-"))


def _told(by: tuple[str, ...]) -> pl.Expr:
    shown = [pl.format(f'{name}: "{{}}"', pl.col(name).cast(pl.String)) for name in by]
    return pl.concat_str(shown, separator=", ").alias("detail")
