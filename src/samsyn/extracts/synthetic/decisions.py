"""What the rules must decide of each series, known because of how it was made."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from samsyn.extracts.synthetic.cast import Cast
from samsyn.extracts.synthetic.kinds import KINDS, Decision
from samsyn.extracts.synthetic.population import Population, patient_ids
from samsyn.extracts.synthetic.timing import Timing
from samsyn.extracts.synthetic.vocabulary import LEVELS, PRICED_YEARS
from samsyn.extracts.synthetic.working_days import Days, Flags, Ints, WorkingDays


@dataclass(frozen=True)
class Decided:
    """Each series with its dates and the decision that it must be given."""

    patient_id: pl.Series
    series_id: pl.Series
    start: Days
    end: Days  # meaningless for open series
    end_year: Ints
    completed: Flags
    priced: Flags  # completed in a year whose guideline states an amount
    decision: list[Decision]

    def approved(self) -> Flags:
        """Which series are paid."""
        return np.array([decision == "approved" for decision in self.decision], dtype=np.bool_)


def decide(cast: Cast, timing: Timing, calendar: WorkingDays, population: Population) -> Decided:
    """Decisions and names of all series."""
    start, end = calendar.at(timing.start), calendar.at(np.minimum(timing.end, len(calendar.days) - 1))
    year = end.astype("datetime64[Y]").astype(np.int64) + 1970
    priced = timing.completed & np.isin(year, PRICED_YEARS)
    kinds = [KINDS[number].decision for number in cast.kind]
    decision: list[Decision] = [
        ("open" if not completed else kind if paid else "review")
        for kind, completed, paid in zip(kinds, timing.completed.tolist(), priced.tolist(), strict=True)
    ]
    patient_id = patient_ids(population.treated[cast.patient])
    return Decided(
        patient_id, _series_ids(cast, patient_id, start), start, end, year, timing.completed, priced, decision
    )


def _series_ids(cast: Cast, patient_id: pl.Series, start: Days) -> pl.Series:
    level = pl.Series("level", [LEVELS[number] for number in cast.level], dtype=pl.String())
    frame = pl.DataFrame({"patient_id": patient_id, "level": level, "start": pl.Series(start)})
    day = pl.col("start").cast(pl.Date()).dt.strftime("%Y%m%d")
    # No patient begins two series of one level on one day, so the number is always 1.
    return frame.select(series_id=pl.concat_str("patient_id", "level", day, pl.lit("1"), separator=":"))["series_id"]
