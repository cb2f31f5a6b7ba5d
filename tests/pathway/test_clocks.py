"""Calendar days and months, the days on which the clock stands still, and what voluntary waiting needs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.kernel import Limit, add_months
from samsyn.pathway import Proofs, Stop, StopGround, UnprovenWaiting, days_left, due

DAY = timedelta(days=1)
MEDICAL, ASKED, VOLUNTARY = StopGround.MEDICAL, StopGround.ASKED, StopGround.VOLUNTARY
MONTH, NINETY = Limit(months=1), Limit(days=90)
PROOFS = Proofs(date(2018, 3, 5), date(2018, 3, 5), date(2018, 3, 6))


def day(text: str) -> date:
    return date.fromisoformat(text)


def stop(first: str, last: str = "", ground: StopGround = MEDICAL) -> Stop:
    return Stop(ground, day(first), day(last) if last else None, PROOFS if ground is VOLUNTARY else Proofs())


@pytest.mark.parametrize(
    ("title", "start", "limit", "last"),
    [
        ("a month", "2018-03-01", MONTH, "2018-04-01"),
        ("from the last of January", "2018-01-31", MONTH, "2018-02-28"),
        ("from the last of January in a leap year", "2016-01-31", MONTH, "2016-02-29"),
        ("from the leap day", "2016-02-29", MONTH, "2016-03-29"),
        ("from the last of February", "2018-02-28", MONTH, "2018-03-28"),
        ("over New Year", "2018-12-31", MONTH, "2019-01-31"),
        ("ninety days", "2019-01-01", NINETY, "2019-04-01"),
        ("ninety days over a leap day", "2020-01-01", NINETY, "2020-03-31"),
        ("three months are not ninety days", "2019-01-01", Limit(months=3), "2019-04-01"),
    ],
)
def test_without_stops(title: str, start: str, limit: Limit, last: str) -> None:
    assert due(day(start), limit, [], day(start)) == day(last)


@pytest.mark.parametrize(
    ("title", "stops", "today", "last"),
    [
        ("ten days in the middle", [stop("2018-03-05", "2018-03-14")], "2018-03-20", "2018-04-11"),
        ("one day", [stop("2018-03-05", "2018-03-05")], "2018-03-20", "2018-04-02"),
        ("on the last day", [stop("2018-04-01", "2018-04-03")], "2018-04-20", "2018-04-04"),
        ("the day after the last day", [stop("2018-04-02", "2018-04-20")], "2018-04-20", "2018-04-01"),
        ("on the day of receipt, which is not counted", [stop("2018-03-01", "2018-03-01")], "2018-03-20", "2018-04-01"),
        ("begun before the receipt", [stop("2018-02-01", "2018-03-03")], "2018-03-20", "2018-04-03"),
        (
            "two that overlap count each day once",
            [stop("2018-03-05", "2018-03-10"), stop("2018-03-08", "2018-03-12", ASKED)],
            "2018-03-20",
            "2018-04-09",
        ),
        (
            "a second one that the first lets in",
            [stop("2018-03-10", "2018-03-19"), stop("2018-04-05", "2018-04-09")],
            "2018-04-20",
            "2018-04-16",
        ),
        ("still standing still", [stop("2018-03-05")], "2018-03-14", "2018-04-11"),
        ("begun today", [stop("2018-03-05")], "2018-03-05", "2018-04-02"),
        ("agreed to begin tomorrow, until further notice", [stop("2018-03-06")], "2018-03-05", "2018-04-01"),
        ("agreed days ahead", [stop("2018-03-06", "2018-03-10")], "2018-03-05", "2018-04-06"),
        (
            "the patient's own wish, with its proofs",
            [stop("2018-03-06", "2018-03-15", VOLUNTARY)],
            "2018-03-20",
            "2018-04-11",
        ),
    ],
)
def test_days_on_which_the_clock_stands_still(title: str, stops: list[Stop], today: str, last: str) -> None:
    assert due(day("2018-03-01"), MONTH, stops, day(today)) == day(last)
    assert due(day("2018-03-01"), MONTH, stops[::-1], day(today)) == day(last)


@pytest.mark.parametrize("missing", ["offered_on", "informed_on", "wish_on"])
def test_voluntary_waiting_does_not_count_without_its_three_proofs(missing: str) -> None:
    known = {name: day("2018-03-05") for name in ("offered_on", "informed_on", "wish_on") if name != missing}
    with pytest.raises(UnprovenWaiting, match=missing):
        Stop(VOLUNTARY, day("2018-03-06"), None, Proofs(**known))
    assert Stop(MEDICAL, day("2018-03-06"), None, Proofs(**known)).proofs.missing == (missing,)


def test_what_cannot_be() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        stop("2018-03-05", "2018-03-04")
    for months, days in ((0, 0), (1, 1), (-1, 0), (0, -1), (2, -1)):
        with pytest.raises(ValueError, match="above 0"):
            Limit(months=months, days=days)


def test_days_left() -> None:
    assert [days_left(day("2018-04-01"), day(now)) for now in ("2018-03-30", "2018-04-01", "2018-04-03")] == [2, 0, -2]


DAYS = st.dates(date(2015, 12, 1), date(2020, 12, 31))
LIMITS = st.one_of(st.builds(Limit, months=st.integers(1, 4)), st.builds(Limit, days=st.integers(1, 120)))


@st.composite
def standing(draw: st.DrawFn) -> Stop:
    first = draw(DAYS)
    length = draw(st.one_of(st.none(), st.integers(0, 60)))
    return Stop(draw(st.sampled_from((MEDICAL, ASKED))), first, None if length is None else first + length * DAY)


def counted_one_by_one(start: date, limit: Limit, stops: list[Stop], today: date) -> date:
    """The same, a day at a time, as one counts on a wall calendar."""
    whole = (add_months(start, limit.months) - start).days if limit.months else limit.days
    still = {one.first + number * DAY for one in stops for number in range(((one.last or today) - one.first).days + 1)}
    last = start
    while whole:
        last += DAY
        whole -= last not in still
    return last


@given(DAYS, LIMITS, st.lists(standing(), max_size=5), DAYS)
def test_the_days_are_those_that_one_counts(start: date, limit: Limit, stops: list[Stop], today: date) -> None:
    last = due(start, limit, stops, today)
    assert last == counted_one_by_one(start, limit, stops, today)
    assert last >= limit.after(start)


@given(DAYS, LIMITS, st.integers(0, 60))
def test_while_the_clock_stands_still_no_day_is_lost(start: date, limit: Limit, waited: int) -> None:
    begun = start + DAY
    stops = [Stop(MEDICAL, begun)]
    left = {
        days_left(due(start, limit, stops, begun + number * DAY), begun + number * DAY) for number in range(waited + 1)
    }
    assert len(left) == 1
