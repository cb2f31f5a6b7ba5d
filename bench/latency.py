"""How long one patient, and one work list, take to judge in a program that is already running.

`python -m bench.latency EXTRACT CALLS LISTS` prints the figures as JSON: milliseconds, and shares of the whole.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

import polars as pl

from bench.stolen import StolenTime
from bench.stopwatch import Stopwatch
from samsyn.adjudication import judge, judging
from samsyn.cli import job
from samsyn.guidelines import GuidelineRegister
from samsyn.records import Records

ON_A_LIST: Final = 200
ROUNDS: Final = 5
TIMED: Final = {
    "build_series": "build_series",
    "series_facts": "series_facts",
    "hold": "hold",
    "hold_same_year": "hold",
}
REST: Final = "rest"


class Desk:
    """The records of a region, cut into what a desk asks for."""

    def __init__(self, extract: Path) -> None:
        self.register: GuidelineRegister = job.open_register(None)
        request = job.Request(extract, quiet=True)
        reading = job.read(request, self.register)
        self.records: Records = reading.records
        self.as_of: date = job.day_of(request, reading)
        whole = judge(self.records, self.register, self.as_of)
        self.patients: list[str] = whole.series["patient_id"].unique().sort().to_list()

    def of(self, patients: list[str]) -> Records:
        """The records of these patients."""

        def own(table: pl.DataFrame) -> pl.DataFrame:
            return table.filter(pl.col("patient_id").is_in(patients))

        return replace(
            self.records,
            contacts=own(self.records.contacts),
            patients=own(self.records.patients),
            nrs=None if self.records.nrs is None else own(self.records.nrs),
            evidence=None if self.records.evidence is None else own(self.records.evidence),
        )

    def lists(self, length: int) -> Iterator[Records]:
        """Work lists of so many patients, one after the other, from the beginning again when all have been seen."""
        patients = cycle(self.patients)
        while True:
            yield self.of(list(islice(patients, length)))

    def judge(self, records: Records) -> float:
        """Judge, and tell the milliseconds it took."""
        return self.timed(records, time.perf_counter)

    def timed(self, records: Records, clock: Callable[[], float]) -> float:
        """Judge, and tell the milliseconds by the clock: the wall's, or that of the process's own processor time."""
        began = clock()
        judge(records, self.register, self.as_of, open_too=True)
        return (clock() - began) * 1000

    def work(self, records: Records) -> float:
        """Judge, and tell the milliseconds of processor time, of all threads together."""
        return self.timed(records, time.process_time)


def measure(desk: Desk, calls: int, lists: int) -> dict[str, dict[str, float]]:
    """One patient at a time, work lists, and where the time of one patient goes."""
    host = StolenTime()
    rounds = [_timed(desk.judge, desk.lists(1), calls, calls // 20) for _ in range(ROUNDS)]
    stolen = host.share()
    work = [_timed(desk.work, desk.lists(1), calls, 0) for _ in range(ROUNDS)]
    many = _timed(desk.judge, desk.lists(ON_A_LIST), lists, lists // 10)
    return {
        "one": {"calls": calls, "rounds": ROUNDS, "stolen": stolen, **_typical(rounds)},
        "work": _typical(work),
        "list": {"calls": lists, "median": median(many), "max": max(many)},
        "shares": _shares(desk, calls),
    }


def _typical(rounds: list[list[float]]) -> dict[str, float]:
    """Of each figure the median of the rounds, so that no disturbed round decides; of the longest the longest."""
    cuts = [quantiles(each, n=100, method="inclusive") for each in rounds]
    return {
        "median": median(map(median, rounds)),
        "p95": median(cut[94] for cut in cuts),
        "p99": median(cut[98] for cut in cuts),
        "max": max(map(max, rounds)),
    }


def _timed(judge_one: Callable[[Records], float], asked: Iterator[Records], calls: int, before: int) -> list[float]:
    for records in islice(asked, before):
        judge_one(records)
    return [judge_one(records) for records in islice(asked, calls)]


def _shares(desk: Desk, calls: int) -> dict[str, float]:
    """The share of each timed function in the time of all calls; the stopwatch itself costs next to nothing."""
    watch = Stopwatch()
    with watch.on(judging, TIMED):
        whole = sum(_timed(desk.judge, desk.lists(1), calls, 0)) / 1000
    shares: dict[str, Any] = {name: watch.seconds[name] / whole for name in dict.fromkeys(TIMED.values())}
    return {**shares, REST: 1 - sum(shares.values())}


if __name__ == "__main__":
    print(json.dumps(measure(Desk(Path(sys.argv[1])), int(sys.argv[2]), int(sys.argv[3]))))
