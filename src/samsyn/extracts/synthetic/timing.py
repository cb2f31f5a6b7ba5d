"""When each series is assessed, begins, pauses and is completed, in working days."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from samsyn.extracts.synthetic.cast import Cast, must_complete
from samsyn.extracts.synthetic.kinds import NUMBER
from samsyn.extracts.synthetic.plan import RegionPlan
from samsyn.extracts.synthetic.teams import part_year_from
from samsyn.extracts.synthetic.working_days import Flags, Ints, WorkingDays

NEVER: Final = -1
_EARLIEST: Final = 32  # leaves room for an assessment before the first series
_AFTERMATH: Final = 20  # leaves room for an assessment or a completion that comes too late
_PAIRS_BEGIN: Final = (_EARLIEST, 100)
_GAPS: Final = {
    "second-series-too-early": (15, 110),  # at most 160 days: never six months
    "next-level": (0, 80),
    "repeat-after-gap": (135, 150),  # at least 189 days: always six months
}
_CAREFUL: Final = 14


@dataclass(frozen=True)
class Timing:
    """Working-day numbers, one entry for each series."""

    start: Ints
    span: Ints  # from the first to the last ongoing visit, the pause left out
    pause: Ints
    pause_at: Ints  # the visit, counted from 0, before which the pause lies
    end: Ints  # the completion
    assessed: Ints  # or NEVER
    doubled: Ints  # the needless second completion, or NEVER
    completed: Flags  # whether the completion lies within the extract


def draw_timing(plan: RegionPlan, cast: Cast, calendar: WorkingDays) -> Timing:
    """Dates for every series; the later series of a pair by the end of the earlier."""
    rng = plan.stream("timing")
    span, pause, tail = _lengths(cast, rng)
    length = span + pause + tail
    start = _starts(plan, cast, calendar, length, rng)
    gap = _gaps(cast, rng)
    follows = cast.first >= 0
    start = np.where(follows, (start + length)[cast.first] + gap, start)
    return Timing(
        start,
        span,
        pause,
        np.ceil(cast.visits * rng.uniform(0.3, 0.7, len(cast))).astype(np.int64),
        start + length,
        _assessments(cast, start, gap, rng),
        np.where(cast.of("doubled-completion"), start + length + rng.integers(3, 15, len(cast)), NEVER),
        start + length <= calendar.last,
    )


def _lengths(cast: Cast, rng: np.random.Generator) -> tuple[Ints, Ints, Ints]:
    """Working days of treatment, of interruption, and from the last visit to the completion."""
    count = len(cast)
    lone = cast.visits == 0
    span = np.where(lone, 0, rng.integers(25, 61, count))
    breaks = (rng.random(count) < 0.15) & ~lone & ~cast.opens_pair & (cast.first < 0)
    pause = np.where(breaks, rng.integers(10, 31, count), 0)
    late = np.where(cast.of("late-completion"), rng.integers(15, 41, count), rng.integers(0, 6, count))
    return span, pause, np.where(lone | cast.combined, 0, late)


def _starts(plan: RegionPlan, cast: Cast, calendar: WorkingDays, length: Ints, rng: np.random.Generator) -> Ints:
    """First days: one series in seven from the summer and autumn before, the rest from mid-November on."""
    autumn = calendar.number(date(plan.year - 1, 11, 15))
    early = rng.random(len(cast)) < 0.15
    low = np.where(early, _EARLIEST, autumn)
    closing = np.where(must_complete(cast), calendar.last - _AFTERMATH - length, calendar.last - 3)
    high = np.where(early, autumn, closing)
    low, high = _bounded(low, high, cast.opens_pair, *_PAIRS_BEGIN)
    unready = calendar.number(date(plan.year, 2, 1)), calendar.number(part_year_from(plan)) - 5
    low, high = _bounded(low, high, cast.kind == NUMBER["team-not-accredited-whole-time"], *unready)
    return low + np.floor(rng.random(len(cast)) * (high - low + 1)).astype(np.int64)


def _bounded(low: Ints, high: Ints, which: Flags, lowest: int, highest: int) -> tuple[Ints, Ints]:
    return np.where(which, lowest, low), np.where(which, highest, high)


def _gaps(cast: Cast, rng: np.random.Generator) -> Ints:
    """Working days from the end of a pair's earlier series to the start of the later; 0 where there is none."""
    gap = np.zeros(len(cast), dtype=np.int64)
    for kind, (least, most) in _GAPS.items():
        gap = np.where(cast.of(kind), rng.integers(least, most + 1, len(cast)), gap)
    return gap


def _assessments(cast: Cast, start: Ints, gap: Ints, rng: np.random.Generator) -> Ints:
    """The day of assessment: up to five weeks before, and after the series before it where the level is the same."""
    before = rng.integers(0, 26, len(cast))
    # A gap of 15 days or more leaves a fortnight in which the new assessment is later than the old series.
    again = (cast.first >= 0) & (gap > _CAREFUL)
    before = np.where(again, np.minimum(before, _CAREFUL), before)
    after = start + rng.integers(3, 16, len(cast))
    day = np.where(cast.of("assessment-after-start"), after, start - before)
    return np.where(cast.of("missing-assessment"), NEVER, day)
