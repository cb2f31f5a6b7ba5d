"""What a year's volume will be, if patients go on coming as they have come so far."""

from datetime import date

from samsyn.kernel import Period


def forecast(patients: int, counted_on: date) -> int:
    """Distinct patients to be expected on 31 December, when so many had been counted from 1 January to the day, it in.

    Linear over the days of the calendar year: patients x days in the year / days counted, to the nearest whole
    patient, half a patient up. On 31 December it is the count itself. No source states a way to forecast; this one is
    the plainest that a reader can check by hand.
    """
    year = Period.year(counted_on.year)
    counted = (counted_on - year.first).days + 1
    days = (year.last - year.first).days + 1
    return (2 * patients * days + counted) // (2 * counted)
