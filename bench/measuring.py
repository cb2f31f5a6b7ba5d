"""Everything that is measured in one run of the bench."""

import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.machine import Machine, this_machine
from bench.processes import run_whole
from bench.regions import Size, region
from bench.stages import typical_stages
from bench.whole_runs import PANDAS, RECONCILE, SCAN, SPARK, SPARK_START, Contest, contest

Tell = Callable[[str], None]
CALLS: Final = 1000
LISTS: Final = 30
LARGEST_IN_MEMORY: Final = 10_000_000
"""Latency and stages are measured on the largest region up to this size."""


@dataclass(frozen=True)
class Wanted:
    """What to measure, and where to keep the regions."""

    contacts: tuple[int, ...]
    csv_contacts: int
    repetitions: int
    cache: Path
    keep: bool
    with_pandas: bool = True
    with_spark: bool = True

    @property
    def contenders(self) -> tuple[str, ...]:
        """Who runs beside each other on the Parquet regions."""
        spark = (SPARK_START, SPARK) if self.with_spark else ()
        return (SCAN, RECONCILE, *spark, *((PANDAS,) if self.with_pandas else ()))

    @property
    def closer(self) -> int:
        """The region that latency and stages are measured on."""
        return max((n for n in self.contacts if n <= LARGEST_IN_MEMORY), default=min(self.contacts))


@dataclass(frozen=True)
class Measured:
    """All figures of one run."""

    wanted: Wanted
    machine: Machine
    contests: tuple[Contest, ...]
    latency: dict[str, dict[str, float]]
    stages: dict[str, float]


def measure(wanted: Wanted, tell: Tell) -> Measured:
    """Make each region, measure on it, and go on to the next."""
    contests: list[Contest] = []
    latency: dict[str, dict[str, float]] = {}
    stages: dict[str, float] = {}
    for contacts in sorted(wanted.contacts):
        size = Size(contacts)
        tell(f"{size.form}, {contacts:,} contacts: the region")
        with region(size, wanted.cache, keep=wanted.keep) as extract:
            tell(f"{size.form}, {contacts:,} contacts: whole processes")
            contests.append(contest(size, extract, wanted.repetitions, wanted.contenders))
            if contacts == wanted.closer:
                tell("one patient, one work list, and the stages of a run")
                latency = _latency(extract)
                stages = _stages(extract, wanted.repetitions)
    size = Size(wanted.csv_contacts, "csv")
    tell(f"{size.form}, {size.contacts:,} contacts")
    with region(size, wanted.cache, keep=wanted.keep) as extract:
        contests.append(contest(size, extract, wanted.repetitions, (SCAN, RECONCILE)))
    return Measured(wanted, this_machine(), tuple(contests), latency, stages)


def _latency(extract: Path) -> dict[str, dict[str, float]]:
    printed = run_whole([sys.executable, "-m", "bench.latency", str(extract), str(CALLS), str(LISTS)]).printed
    figures: dict[str, dict[str, float]] = json.loads(printed)
    return figures


def _stages(extract: Path, repetitions: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="samsyn-bench-") as scratch:
        return typical_stages(extract, Path(scratch, "out"), repetitions)
