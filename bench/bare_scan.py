"""The baseline: Polars reads the needed columns of the contacts and adds up every value, nothing else.

`python -m bench.bare_scan contacts.parquet`, or a folder of Parquet parts, or a CSV file.
"""

import sys
from pathlib import Path
from typing import Final

import polars as pl

TEXTS: Final = ("contact_id", "patient_id", "unit", "profession")
LISTS: Final = ("diagnoses", "procedures")


def bare_scan(path: Path) -> tuple[int, ...]:
    """Bytes of each text column, codes of each list column, the sums of the days and of the minutes, the rows."""
    is_csv = path.suffix == ".csv"
    scan = pl.scan_csv(path, separator=";", infer_schema=False) if is_csv else pl.scan_parquet(path)
    return scan.select(_everything(is_csv=is_csv)).collect(engine="streaming").row(0)


def _everything(*, is_csv: bool) -> list[pl.Expr]:
    """Sums that need every value. In CSV every column is text."""
    if is_csv:
        return [*(pl.col(name).str.len_bytes().sum() for name in (*TEXTS, *LISTS, "date", "minutes")), pl.len()]
    return [
        *(pl.col(name).str.len_bytes().sum() for name in TEXTS),
        *(pl.col(name).list.len().sum() for name in LISTS),
        pl.col("date").to_physical().cast(pl.Int64).sum(),
        pl.col("minutes").sum(),
        pl.len(),
    ]


if __name__ == "__main__":
    print(*bare_scan(Path(sys.argv[1])))
