"""What is registered beside the contacts: quality-register entries, and the evidence kept in the records."""

import numpy as np
import polars as pl

from samsyn.extracts.synthetic.cast import Cast
from samsyn.extracts.synthetic.decisions import Decided
from samsyn.extracts.synthetic.plan import RegionPlan
from samsyn.extracts.synthetic.vocabulary import LEVELS, NRS_MODULES
from samsyn.extracts.synthetic.working_days import Days, Flags, Ints

_EVIDENCE_FAULTS = {
    "not-investigated": "investigated",
    "no-plan": "plan",
    "no-physician-at-conference": "physician_at_conference",
}


def nrs_table(plan: RegionPlan, cast: Cast, decided: Decided, unit_ids: list[str]) -> pl.DataFrame:
    """The `nrs` table: the patient registered about the start, and often again about the end."""
    rng = plan.stream("nrs")
    registered = ~cast.of("missing-registration")
    last = np.datetime64(plan.last_day, "D")
    early = decided.start + rng.integers(-10, 15, len(cast)).astype("timedelta64[D]")
    late = decided.end + rng.integers(0, 15, len(cast)).astype("timedelta64[D]")
    again = registered & decided.completed & (rng.random(len(cast)) < 0.7) & (late <= last)
    series = np.concatenate([np.flatnonzero(registered), np.flatnonzero(again)])
    day = np.concatenate([np.minimum(early, last)[registered], late[again]])
    table = pl.DataFrame(
        {
            "patient_id": decided.patient_id.gather(series),
            "unit": _texts([unit_ids[unit] for unit in cast.unit[series]]),
            "module": _texts([NRS_MODULES[level] for level in cast.level[series]]),
            "date": pl.Series(day, dtype=pl.Date()),
        }
    )
    return table.sort("date", "patient_id", "module")


def evidence_table(plan: RegionPlan, cast: Cast, decided: Decided) -> pl.DataFrame:
    """The `evidence` table: a row for four series in five, some with an empty cell."""
    rng = plan.stream("evidence")
    doubtful = np.any([cast.of(kind) for kind in ("pain-too-short", *_EVIDENCE_FAULTS)], axis=0)
    chosen = np.flatnonzero(doubtful | (rng.random(len(cast)) < 0.8))
    answers = {column: _answers(cast, fault, chosen, rng) for fault, column in _EVIDENCE_FAULTS.items()}
    table = pl.DataFrame(
        {
            "patient_id": decided.patient_id.gather(chosen),
            "level": _texts([LEVELS[level] for level in cast.level[chosen]]),
            "start": pl.Series(decided.start[chosen], dtype=pl.Date()),
            "pain_onset": pl.Series(_onsets(cast, decided.start, rng)[chosen], dtype=pl.Date()),
            **answers,
        }
    )
    return table.sort("patient_id", "level", "start")


def _texts(values: list[str]) -> pl.Series:
    return pl.Series(values, dtype=pl.String())


def _onsets(cast: Cast, start: Days, rng: np.random.Generator) -> Days:
    """The day the pain began: four months to six years before, or at most eighty days where that is the fault."""
    long = rng.integers(125, 2200, len(cast))
    short = rng.integers(10, 81, len(cast))
    onset: Days = start - np.where(cast.of("pain-too-short"), short, long).astype("timedelta64[D]")
    return onset


def _answers(cast: Cast, fault: str, chosen: Ints, rng: np.random.Generator) -> pl.Series:
    """Yes, or nothing written; no where that is the fault."""
    empty: Flags = rng.random(len(chosen)) < 0.05
    wrong = cast.of(fault)[chosen]
    texts = np.array(["yes", "", "no"])[np.where(wrong, 2, empty.astype(np.int64))]
    return _texts(texts.tolist()).replace("", None)
