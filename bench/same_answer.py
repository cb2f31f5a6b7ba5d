"""Whether the pandas script and the program say the same."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_COMPARED: Final = (
    ("series", ("series_id",), ("decision",)),
    ("findings", ("series_id", "condition"), ("outcome",)),
    ("reconciliation", ("unit", "level", "product_code", "period"), ("invoiced", "approved", "difference")),
)


@dataclass(frozen=True)
class Comparison:
    """One table of both: its name, how many rows the two have together, and how many differ."""

    table: str
    rows: int
    different: int


class AnswersDiffer(RuntimeError):
    """Two programs that were to be compared in speed do not do the same."""


def compare(ours: Path, theirs: Path) -> tuple[Comparison, ...]:
    """Decisions, outcomes and sums of two result folders. Raises AnswersDiffer if a row is not the same in both."""
    found = tuple(_compare(ours, theirs, *table) for table in _COMPARED)
    if any(one.different or not one.rows for one in found):
        raise AnswersDiffer(f"The pandas script and samsyn differ: {found}")
    return found


def same_bytes(ours: Path, theirs: Path) -> None:
    """Raises AnswersDiffer if two result folders are not the same files with the same bytes."""
    one, other = ({file.name: file.read_bytes() for file in folder.iterdir()} for folder in (ours, theirs))
    if one != other or not one:
        names = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
        raise AnswersDiffer(f"Two engines differ in {', '.join(names) or 'everything'}.")


def _compare(ours: Path, theirs: Path, table: str, keys: Sequence[str], values: Sequence[str]) -> Comparison:
    one, other = (_read(folder / f"{table}.csv", keys, values) for folder in (ours, theirs))
    rows = one.keys() | other.keys()
    return Comparison(table, len(rows), sum(one.get(key) != other.get(key) for key in rows))


def _read(path: Path, keys: Sequence[str], values: Sequence[str]) -> dict[tuple[str, ...], tuple[str, ...]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {tuple(row[key] for key in keys): tuple(row[value] for value in values) for row in csv.DictReader(file)}
