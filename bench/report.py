"""The document: what was measured on which machine, how, beside which target, and what limits it now."""

from collections.abc import Iterable, Iterator

from bench.measuring import Measured
from bench.texts import BEFORE, HOW, LIMITS, SPARK_TOLD, STAGE_TOLD, TITLE
from bench.whole_runs import PANDAS, RECONCILE, SCAN, SPARK, SPARK_START, Contest

ONE_PATIENT_MS = 20
WORK_LIST_MS = 100
TIMES_THE_SCAN = 3
MILLION = 1_000_000
BILLION = 1_000_000_000


def report(measured: Measured) -> str:
    """The whole document in Markdown."""
    parts = [
        TITLE,
        BEFORE,
        *_targets(measured),
        *_contests(measured),
        *spark_section(measured),
        *_latency(measured),
        *_stages(measured),
    ]
    parts += [*_machine(measured), HOW]
    return "\n\n".join(parts) + "\n"


def _targets(measured: Measured) -> Iterator[str]:
    one, work, many = (measured.latency[name] for name in ("one", "work", "list"))
    close = _closest(measured)
    rows = [
        ("one patient, p99", f"≤ {ONE_PATIENT_MS} ms", f"{one['p99']:.1f} ms", one["p99"] <= ONE_PATIENT_MS),
        (
            "one patient, p99 of processor time",
            f"≤ {ONE_PATIENT_MS} ms",
            f"{work['p99']:.1f} ms",
            work["p99"] <= ONE_PATIENT_MS,
        ),
        ("200 patients, median", f"≤ {WORK_LIST_MS} ms", f"{many['median']:.1f} ms", many["median"] <= WORK_LIST_MS),
        (
            f"{grouped(close.size.contacts)} contacts, whole run",
            f"≤ {TIMES_THE_SCAN} × the bare scan",
            f"{close.ratio(RECONCILE, SCAN):.1f} ×",
            close.ratio(RECONCILE, SCAN) <= TIMES_THE_SCAN,
        ),
    ]
    yield "## Targets"
    yield _table(
        ("what", "target", "measured", ""),
        ((what, t, found, "met" if ok else "not met") for what, t, found, ok in rows),
    )


def _contests(measured: Measured) -> Iterator[str]:
    yield "## Whole processes"
    yield _table(
        ("contacts", "format", "what", "wall s", "processor s", "peak MB", "× scan", "× samsyn"),
        (row for each in measured.contests for row in _costs(each)),
    )
    for each in measured.contests:
        if each.same:
            told = ", ".join(f"{grouped(one.rows)} rows of {one.table}" for one in each.same)
            yield f"{grouped(each.size.contacts)} contacts: the pandas script and samsyn give the same {told}."


def spark_section(measured: Measured) -> Iterator[str]:
    """What one more million contacts costs on Spark, from the smallest and the largest region."""
    runs = [each for each in measured.contests if SPARK in each.costs]
    if len(runs) < 2:
        return
    small, large = runs[0], runs[-1]
    millions = (large.size.contacts - small.size.contacts) / MILLION
    wall, core_seconds = (
        (getattr(large.costs[SPARK], figure) - getattr(small.costs[SPARK], figure)) / millions
        for figure in ("wall", "cpu")
    )
    yield "## On Spark"
    yield SPARK_TOLD.format(
        start=large.costs[SPARK_START].wall,
        wall=wall,
        cores=measured.machine.cores,
        core_seconds=core_seconds,
        core_hours=core_seconds * BILLION / MILLION / 3600,
        small=grouped(small.size.contacts),
        large=grouped(large.size.contacts),
    )


def _costs(each: Contest) -> Iterator[tuple[str, ...]]:
    for name, cost in each.costs.items():
        yield (
            grouped(each.size.contacts), "CSV" if each.size.form == "csv" else "Parquet", name,
            f"{cost.wall:.2f}", f"{cost.cpu:.2f}", f"{cost.peak_mb:.0f}",
            f"{each.ratio(name, SCAN):.1f}", f"{each.ratio(name, RECONCILE):.1f}",
        )  # fmt: skip


def _latency(measured: Measured) -> Iterator[str]:
    one, work, many, shares = (measured.latency[name] for name in ("one", "work", "list", "shares"))
    figures = ("median", "p95", "p99", "max")
    calls = f"{one['rounds']:.0f} × {one['calls']:.0f}"
    yield "## In a running program"
    yield _table(
        ("what", "calls", "median ms", "p95 ms", "p99 ms", "longest ms"),
        [
            ("one patient", calls, *(f"{one[name]:.1f}" for name in figures)),
            ("… processor time, all threads", calls, *(f"{work[name]:.1f}" for name in figures)),
            ("200 patients", f"{many['calls']:.0f}", f"{many['median']:.1f}", "", "", f"{many['max']:.1f}"),
        ],
    )
    yield f"Meanwhile the machine's host kept {_percent(one['stolen'])} of the processors' time for others."
    yield "Where the time of one patient goes:"
    yield _table(("function", "share"), ((f"`{name}`", _percent(share)) for name, share in shares.items()))


def _stages(measured: Measured) -> Iterator[str]:
    whole = sum(measured.stages.values())
    yield f"## Where a run at {grouped(measured.wanted.closer)} contacts spends its time"
    yield _table(
        ("stage", "seconds", "share"),
        ((stage, f"{seconds:.2f}", _percent(seconds / whole)) for stage, seconds in measured.stages.items()),
    )
    yield "## What limits it now"
    longest = max(measured.stages, key=measured.stages.__getitem__)
    share = _percent(measured.stages[longest] / whole)
    yield f"The longest stage is *{longest}*: {share} of the run. {STAGE_TOLD[longest]}"
    costs = _closest(measured).costs
    if PANDAS in costs:
        ours, theirs = costs[RECONCILE], costs[PANDAS]
        yield LIMITS.format(times=theirs.wall / ours.wall, ours=ours.peak_mb, theirs=theirs.peak_mb)


def _machine(measured: Measured) -> Iterator[str]:
    it = measured.machine
    yield "## Machine"
    yield (
        f"{it.cores} cores of {it.processor}, {it.memory_gb:.0f} GB memory, {it.system}; "
        f"Python {it.python}, Polars {it.polars}, pandas {it.pandas}. "
        f"Medians of {measured.wanted.repetitions} runs."
    )


def _closest(measured: Measured) -> Contest:
    """The whole processes on the region that is looked at more closely."""
    return next(each for each in measured.contests if each.size.contacts == measured.wanted.closer)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    columns = list(head)
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def grouped(number: int) -> str:
    """A whole number in groups of three."""
    return f"{number:,}".replace(",", " ")


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
