"""The accounts of the buckets, and how they become the one account of a table."""

from collections.abc import Iterable
from typing import Final

import polars as pl

from samsyn.extracts.engines.spark.wire import with_files
from samsyn.extracts.reading.account import Account
from samsyn.extracts.reading.cells import LINE
from samsyn.extracts.reading.opening import Table

_LINES: Final = "#lines"
_USED: Final = "#used"
_DUPLICATES: Final = "#duplicates"


def account_frames(table: Table, used: int) -> dict[str, pl.DataFrame]:
    """What a bucket tells of the lines of a table. Raises LinesUnaccounted if one of them is lost."""
    account = table.account
    counts = account.counts(used)
    told = {_LINES: counts.lines, _USED: used, _DUPLICATES: counts.duplicate, **counts.ignored}
    return {
        f"{table.name}:faults": account.faults(),
        f"{table.name}:noted": account.noted(),
        f"{table.name}:counts": pl.DataFrame({"kind": list(told), "count": list(told.values())}),
    }


def absorb(account: Account, frames: dict[str, list[pl.DataFrame]], left_alone: str) -> int:
    """Take the buckets' accounts into that of the table; returns how many rows are used.

    Lines that came to no bucket are ignored under the name `left_alone`.
    """
    for faults in frames.get(f"{account.table}:faults", []):
        account.reject(with_files(faults))
    for noted in frames.get(f"{account.table}:noted", []):
        for (code,), rows in noted.group_by("code"):
            account.note(str(code), with_files(rows))
    counts = _sums(frames.get(f"{account.table}:counts", []))
    used, lines = counts.pop(_USED, 0), counts.pop(_LINES, 0)
    account.duplicates += counts.pop(_DUPLICATES, 0)
    for kind, count in counts.items():
        account.ignore(kind, count)
    account.ignore(left_alone, account.lines - account.structural - lines)
    return used


def _sums(frames: Iterable[pl.DataFrame]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for frame in frames:
        for kind, count in frame.iter_rows():
            sums[kind] = sums.get(kind, 0) + count
    return sums


def days_of_faults(texts: pl.DataFrame, account: Account) -> pl.DataFrame:
    """The column `date` of the lines that were rejected, as it was written."""
    return texts.join(account.faults().select(LINE), on=LINE, how="semi").select("date")
