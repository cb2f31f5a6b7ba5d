"""Fields take what people write, normalise it, and say how to mend the rest."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError

from samsyn.web.pages.dates import read_day
from samsyn.web.pages.fields import DateField, DecimalField, comma

THE_DAY = date(2019, 3, 1)


@pytest.mark.parametrize(
    "written",
    [
        "2019-03-01", "2019-3-1", "20190301", "190301", " 2019–03–01 ", "2019/03/01", "2019.03.01", "1/3 2019",
        "1/3/2019", "1/3-2019", "01/03/2019", "1.3.2019", "1. 3. 2019", "1 mars 2019", "1 MARS 2019", "1 mar. 2019",
        "den 1 mars 2019", "1:a mars 2019", "1 March 2019",
    ],
)  # fmt: skip
def test_a_date_may_be_written_as_people_do(written: str) -> None:
    assert DateField().clean(written) == THE_DAY
    assert DateField().prepare_value(written) == "2019-03-01"


@pytest.mark.parametrize("written", ["i går", "2019", "mars 2019", "1 marsipan 2019", "2019-03", "1/3", "2019-03-01x"])
def test_what_is_no_date_is_told_how_to_be_one(written: str) -> None:
    with pytest.raises(ValidationError, match="Skriv datumet som år-månad-dag, till exempel 2019-03-01"):
        DateField().clean(written)
    assert DateField().prepare_value(written) == written


@pytest.mark.parametrize("written", ["2019-02-29", "31/4 2019", "20191301", "0 mars 2019"])
def test_a_day_that_does_not_exist_is_said_so(written: str) -> None:
    with pytest.raises(ValidationError, match="Den dagen finns inte i kalendern"):
        DateField().clean(written)
    assert DateField().prepare_value(written) == written


def test_two_digits_turn_at_fifty() -> None:
    assert read_day("491231") == date(2049, 12, 31)
    assert read_day("500101") == date(1950, 1, 1)


def test_an_empty_date_is_none_or_asked_for() -> None:
    assert DateField(required=False).clean("") is None
    with pytest.raises(ValidationError, match="Skriv ett datum"):
        DateField().clean("")


def test_days_pass_unchanged() -> None:
    assert DateField().clean(THE_DAY) == THE_DAY
    assert DateField().clean(datetime(2019, 3, 1, 12, tzinfo=UTC)) == THE_DAY
    assert DateField().prepare_value(THE_DAY) == "2019-03-01"
    assert DateField().prepare_value(None) is None


@pytest.mark.parametrize(
    ("written", "number"),
    [("12,5", "12.5"), ("12.5", "12.5"), (" 1 084,50 ", "1084.50"), ("1\N{NO-BREAK SPACE}084", "1084"),
     ("1.084,5", "1084.5"), ("−3,5", "-3.5"), ("40 timmar", "40"), ("0", "0")],
)  # fmt: skip
def test_a_number_takes_comma_point_spaces_and_unit(written: str, number: str) -> None:
    assert DecimalField(unit="timmar").clean(written) == Decimal(number)


@pytest.mark.parametrize("written", ["tolv", "12,5,1", "1-2", "nan"])
def test_what_is_no_number_is_told_how_to_be_one(written: str) -> None:
    with pytest.raises(ValidationError, match="Skriv ett tal med siffror, till exempel 12,5"):
        DecimalField().clean(written)


def test_limits_are_worded_with_a_comma() -> None:
    field = DecimalField(min_value=Decimal("0.5"), max_value=10, decimal_places=1, max_digits=3)
    with pytest.raises(ValidationError, match="minst 0,5"):
        field.clean("0,4")
    with pytest.raises(ValidationError, match="högst 10"):
        field.clean("11")
    with pytest.raises(ValidationError, match="färre decimaler, högst 1"):
        field.clean("1,25")


def test_a_number_is_shown_with_a_comma() -> None:
    assert comma(Decimal("12.50")) == "12,50"
    assert DecimalField().prepare_value(Decimal("0.5")) == "0,5"
    assert DecimalField().prepare_value("0,5 ") == "0,5 "
    assert DecimalField().prepare_value(None) is None


def test_a_sent_form_shows_the_normalised_day_again() -> None:
    class Sent(forms.Form):
        day = DateField()
        more = forms.CharField()

    assert 'value="2019-03-01"' in str(Sent({"day": "1/3 2019"})["day"])
