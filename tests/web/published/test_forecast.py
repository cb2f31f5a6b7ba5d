"""The forecast: plain arithmetic over the days of the year, in whole patients."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from samsyn.adjudication import forecast

DAYS = some.dates(date(1996, 1, 1), date(2104, 12, 31))
PATIENTS = some.integers(0, 5000)


@pytest.mark.parametrize(
    ("patients", "day", "expected"),
    [
        (20, date(2019, 12, 31), 20),
        (20, date(2020, 12, 31), 20),
        (1, date(2019, 1, 1), 365),
        (1, date(2020, 1, 1), 366),
        (10, date(2020, 2, 29), 61),  # 60 days counted of 366
        (10, date(2019, 3, 1), 61),  # 60 days counted of 365: 60.83
        (17, date(2019, 10, 31), 20),  # 304 days: 20.41
        (0, date(2019, 6, 1), 0),
        (3, date(2020, 12, 30), 3),
        (1, date(2019, 8, 31), 2),  # 365 / 243 = 1.502
        (1, date(2019, 9, 1), 1),  # 365 / 244 = 1.496
    ],
)
def test_by_hand(patients: int, day: date, expected: int) -> None:
    assert forecast(patients, day) == expected


@given(PATIENTS, DAYS)
def test_it_is_the_nearest_whole_patient(patients: int, day: date) -> None:
    days = (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days
    exact = Fraction(patients * days, day.timetuple().tm_yday)
    assert -Fraction(1, 2) < forecast(patients, day) - exact <= Fraction(1, 2)


@given(PATIENTS, DAYS)
def test_never_fewer_than_are_counted_and_the_count_itself_at_the_end(patients: int, day: date) -> None:
    assert forecast(patients, day) >= patients
    assert forecast(patients, date(day.year, 12, 31)) == patients
    assert isinstance(forecast(patients, day), int)


@given(PATIENTS, DAYS)
def test_more_patients_never_less_and_a_later_count_never_more(patients: int, day: date) -> None:
    assert forecast(patients + 1, day) > forecast(patients, day)
    later = min(day + timedelta(days=1), date(day.year, 12, 31))
    assert forecast(patients, later) <= forecast(patients, day)
