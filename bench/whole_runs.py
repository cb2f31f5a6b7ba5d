"""Whole processes beside each other on the same region, in turn, so that no one of them has the quiet hours."""

import os
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.processes import Cost, run_whole, typical
from bench.regions import SAMSYN, Size
from bench.same_answer import Comparison, compare, same_bytes

SCAN: Final = "bare scan"
RECONCILE: Final = "samsyn reconcile"
SPARK: Final = "samsyn on Spark local"
SPARK_START: Final = "Spark started, no row read"
PANDAS: Final = "pandas script"
MASTER: Final = f"local[{len(os.sched_getaffinity(0))}]"


@dataclass(frozen=True)
class Contest:
    """What each contender cost on one region, and that two of them gave the same answer."""

    size: Size
    costs: dict[str, Cost]
    same: tuple[Comparison, ...]

    def ratio(self, one: str, other: str) -> float:
        """How many times the wall time of the other."""
        return self.costs[one].wall / self.costs[other].wall


def contest(size: Size, extract: Path, repetitions: int, contenders: Iterable[str]) -> Contest:
    """The contenders in turn, as often as said; their answers are compared in the end."""
    _warm(extract)
    with tempfile.TemporaryDirectory(prefix="samsyn-bench-") as scratch:
        ours, theirs, on_spark = (Path(scratch, name) for name in ("ours", "theirs", "on-spark"))
        possible = _commands(size, extract, ours, theirs, on_spark)
        costs: dict[str, list[Cost]] = {name: [] for name in contenders}
        for _ in range(repetitions):
            for name, each in costs.items():
                each.append(run_whole(possible[name]).cost)
        same = compare(ours, theirs) if PANDAS in costs else ()
        if SPARK in costs:
            same_bytes(ours, on_spark)
        return Contest(size, {name: typical(each) for name, each in costs.items()}, same)


def _warm(extract: Path) -> None:
    """Read every file once, so that the first contender finds them in memory as the others do."""
    for path in sorted(extract.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                while file.read(1 << 20):
                    pass


def _commands(size: Size, extract: Path, ours: Path, theirs: Path, on_spark: Path) -> dict[str, list[str]]:
    spark = ["--engine", "spark", "--master", MASTER]
    return {
        SCAN: [sys.executable, "-m", "bench.bare_scan", str(size.table(extract))],
        RECONCILE: [SAMSYN, "reconcile", str(extract), "--out", str(ours), "--overwrite"],
        SPARK: [SAMSYN, "reconcile", str(extract), "--out", str(on_spark), "--overwrite", *spark],
        SPARK_START: [sys.executable, "-m", "bench.spark_start", MASTER],
        PANDAS: [sys.executable, "-m", "bench.pandas_script", str(extract), str(theirs)],
    }
