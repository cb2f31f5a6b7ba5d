"""Days, periods and money: what every other room counts with."""

from samsyn.kernel.calendar import add_months, age_on
from samsyn.kernel.money import Money
from samsyn.kernel.period import EmptyPeriod, Period, merged

__all__ = ["EmptyPeriod", "Money", "Period", "add_months", "age_on", "merged"]
