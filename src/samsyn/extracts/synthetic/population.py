"""The people of a region: who is treated, and who was born when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from samsyn.extracts.synthetic.cast import Cast
from samsyn.extracts.synthetic.plan import RegionPlan
from samsyn.extracts.synthetic.timing import Timing
from samsyn.extracts.synthetic.working_days import Days, Flags, Ints, WorkingDays

CHUNK = 1_000_000
_CONTACTS_PER_PATIENT = 12
_STRANGERS = 15
_DAYS_PER_YEAR = 365.25
_AGES = {"too-young": (14.0, 15.7), "too-old": (68.3, 74.0)}


@dataclass(frozen=True)
class Population:
    """`size` people, numbered from 0; `treated` has the number of each patient of the cast."""

    size: int
    treated: Ints
    strangers: Ints  # people without series, for stray rows
    born: Days  # of the treated
    unborn: Flags  # the treated whose birth date is missing


def draw_population(plan: RegionPlan, cast: Cast, timing: Timing, calendar: WorkingDays) -> Population:
    """People for the region, and the age of those treated."""
    rng = plan.stream("population")
    firsts = np.flatnonzero(cast.first < 0)
    size = max(plan.contacts // _CONTACTS_PER_PATIENT, 2 * len(firsts) + _STRANGERS)
    chosen = rng.choice(size, len(firsts) + _STRANGERS, replace=False)
    age = np.clip(rng.normal(44, 11.5, len(cast)), 16.1, 66.0)
    for kind, (low, high) in _AGES.items():
        age = np.where(cast.of(kind), rng.uniform(low, high, len(cast)), age)
    days = np.rint(age[firsts] * _DAYS_PER_YEAR).astype("timedelta64[D]")
    born = calendar.at(timing.start[firsts]) - days
    unborn = cast.of("birth-date-missing")[firsts]
    return Population(size, chosen[: len(firsts)], chosen[len(firsts) :], born, unborn)


def patient_ids(numbers: Ints) -> pl.Series:
    """The opaque key of each person."""
    return "P" + pl.Series("patient_id", numbers).cast(pl.String()).str.zfill(8)


def patient_tables(plan: RegionPlan, population: Population) -> Iterator[pl.DataFrame]:
    """The `patients` table of the contract in pieces, in the order of the key.

    Of those whose birth date is missing, every other has an empty cell and every other no row.
    """
    order = np.argsort(population.treated)
    treated = population.treated[order]
    born, unborn = population.born[order], population.unborn[order]
    rowless = unborn & (np.cumsum(unborn) % 2 == 0)
    for part, start in enumerate(range(0, population.size, CHUNK)):
        numbers = np.arange(start, min(start + CHUNK, population.size))
        births = _ordinary_births(plan, part, len(numbers))
        here = slice(*np.searchsorted(treated, (start, start + len(numbers))))
        births[treated[here] - start] = np.where(unborn[here], np.datetime64("NaT"), born[here])
        kept = np.ones(len(numbers), dtype=np.bool_)
        kept[treated[here][rowless[here]] - start] = False
        yield pl.DataFrame({"patient_id": patient_ids(numbers[kept]), "birth_date": pl.Series(births[kept])})


def _ordinary_births(plan: RegionPlan, part: int, count: int) -> Days:
    days = plan.stream("births", part).integers(0, int(95 * _DAYS_PER_YEAR), count)
    return np.datetime64(date(plan.year - 1, 6, 30), "D") - days.astype("timedelta64[D]")
