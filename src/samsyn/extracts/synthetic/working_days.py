"""Working days counted from the first day of the extract: the clock by which a region lives."""

from dataclasses import dataclass
from datetime import date
from typing import Self

import numpy as np
import numpy.typing as npt

from samsyn.extracts.synthetic.plan import RegionPlan
from samsyn.extracts.synthetic.vocabulary import HOLIDAYS

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Days = npt.NDArray[np.datetime64]


@dataclass(frozen=True)
class WorkingDays:
    """The working days of the extract and of the year after it, in which open series would have gone on."""

    days: Days  # datetime64[D], ascending
    last: int  # the number of the extract's last working day

    @classmethod
    def of(cls, plan: RegionPlan) -> Self:
        """The calendar of a plan: weekdays without the fixed Swedish holidays."""
        every = np.arange(
            np.datetime64(plan.first_day, "D"), np.datetime64(date(plan.year + 2, 1, 1), "D"), dtype="datetime64[D]"
        )
        holidays = [f"{year}-{day}" for year in range(plan.year - 1, plan.year + 2) for day in HOLIDAYS]
        days = every[np.is_busday(every, holidays=np.array(holidays, dtype="datetime64[D]"))]
        return cls(days, int(np.searchsorted(days, np.datetime64(plan.last_day, "D"), side="right")) - 1)

    def at(self, numbers: Ints) -> Days:
        """The dates of working days by number."""
        return self.days[numbers]

    def number(self, day: date) -> int:
        """The number of the first working day on or after a date."""
        return int(np.searchsorted(self.days, np.datetime64(day, "D")))
