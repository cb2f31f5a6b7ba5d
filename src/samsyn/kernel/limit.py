"""How long something may take."""

from dataclasses import dataclass
from datetime import date, timedelta

from samsyn.kernel.calendar import add_months


@dataclass(frozen=True)
class Limit:
    """So many calendar months or so many days; one of them."""

    months: int = 0
    days: int = 0

    def __post_init__(self) -> None:
        if (self.months > 0) == (self.days > 0) or min(self.months, self.days) < 0:
            raise ValueError("A limit is a number of months or a number of days, above 0.")

    def after(self, day: date) -> date:
        """The last day within the limit, when the day it is counted from is not counted itself."""
        return add_months(day, self.months) if self.months else day + timedelta(days=self.days)
