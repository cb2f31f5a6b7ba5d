"""What must hold for every number and every text."""

import contextlib
import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.kernel import (
    HsaId,
    HsaIdRefused,
    IdentifierRefused,
    IdentityKind,
    IdentityRefused,
    OrganisationNumber,
    OrganisationNumberRefused,
    PersonIdentity,
    Refusal,
    read_identity,
    search_forms,
)
from tests.kernel.published import TODAY, VALUES

_DAYS = st.dates(date(1890, 1, 1), TODAY)
_NEAR = st.text(st.sampled_from("0123456789０٣² -+–.KMXTZk\u200b\u00a0E"), max_size=16)
_TEXTS = st.one_of(st.text(), _NEAR, st.sampled_from(VALUES), st.from_regex(r"[0-9]{6,8}[-+ ]?[0-9KMXT][0-9]{3}"))


def check_digit(nine: str) -> str:
    """The tax agency's rule, written out: weights 2, 1, 2 …, the digits of the products added."""
    products = "".join(str(int(digit) * weight) for digit, weight in zip(nine, (2, 1) * 5, strict=False))
    return str(-sum(map(int, products)) % 10)


@st.composite
def personnummer(draw: st.DrawFn) -> str:
    day, serial = draw(_DAYS), draw(st.integers(1, 999))
    nine = f"{day:%y%m%d}{serial:03d}"
    return f"{day.year // 100}{nine}{check_digit(nine)}"


@st.composite
def samordningsnummer(draw: st.DrawFn) -> str:
    year, month, day = draw(st.integers(1900, 2025)), draw(st.integers(0, 12)), draw(st.integers(60, 91))
    nine = f"{year % 100:02d}{month:02d}{day}{draw(st.integers(1, 999)):03d}"
    return f"{year // 100}{nine}{check_digit(nine)}"


_NUMBERS = st.one_of(personnummer(), samordningsnummer(), st.sampled_from(VALUES))


@given(_NUMBERS)
def test_shown_and_stored_forms_read_back_to_the_same_value(value: str) -> None:
    identity = PersonIdentity(value)
    assert read_identity(identity.display, today=TODAY) == identity
    assert read_identity(identity.value, today=TODAY) == identity
    assert search_forms(identity.display, TODAY) == (value,)


@given(personnummer())
def test_ten_digits_with_their_sign_read_back(value: str) -> None:
    sign = "+" if TODAY.year - int(value[:4]) >= 100 else "-"
    text = f"{value[2:8]}{sign}{value[8:]}"
    if TODAY.year - int(value[:4]) < 200:
        assert read_identity(text, today=TODAY).value == value
    assert value in search_forms(text.replace(sign, ""), TODAY) or value.startswith("18")


@given(_NUMBERS)
def test_the_birth_date_stands_in_the_number(value: str) -> None:
    identity = PersonIdentity(value)
    if identity.kind in (IdentityKind.PERSONNUMMER, IdentityKind.VGR_RESERVE, IdentityKind.INTERIM):
        assert f"{identity.birth_date:%Y%m%d}" == value[:8]
    elif identity.kind is IdentityKind.SAMORDNINGSNUMMER and identity.birth_date:
        assert int(f"{identity.birth_date:%Y%m%d}") + 60 == int(value[:8])


@given(personnummer(), st.integers(2, 11), st.integers(1, 9))
def test_every_error_of_one_digit_is_refused(value: str, place: int, change: int) -> None:
    wrong = value[:place] + str((int(value[place]) + change) % 10) + value[place + 1 :]
    with pytest.raises(IdentityRefused):
        read_identity(wrong, today=TODAY)


@given(_TEXTS, _DAYS)
def test_reading_raises_its_own_error_alone_and_never_repeats_the_text(text: str, today: date) -> None:
    try:
        read_identity(text, today=today)
    except IdentityRefused as refused:
        told = f"{refused} {refused.sv} {refused.en} {refused!r} {refused.args} {refused.__cause__}"
        assert not any(c.isdigit() for c in told)
    for form in search_forms(text, today):
        assert PersonIdentity(form).value == form


@given(_TEXTS, st.sampled_from([date.min, date.max, date(100, 1, 1)]))
def test_no_day_is_too_odd(text: str, today: date) -> None:
    with contextlib.suppress(IdentityRefused):
        read_identity(text, today=today)


@given(st.one_of(_TEXTS, st.from_regex(r"(SE|se|TSTNMT)[0-9]{10}[-–][A-Za-z0-9åäö]*")), st.booleans())
def test_other_identifiers_raise_their_own_errors_alone(text: str, testing: bool) -> None:
    with contextlib.suppress(HsaIdRefused):
        hsa_id = HsaId.read(text, testing=testing)
        assert HsaId.read(str(hsa_id), testing=testing) == hsa_id
    with contextlib.suppress(OrganisationNumberRefused):
        number = OrganisationNumber.read(text)
        assert OrganisationNumber.read(number.display) == number
        with pytest.raises(IdentityRefused):
            read_identity(number.value, today=TODAY)


@pytest.mark.parametrize("code", Refusal)
def test_every_code_has_its_sentences_in_both_languages_and_no_digit(code: Refusal) -> None:
    error = IdentifierRefused(code)
    assert error.sv != error.en
    for sentence in (error.sv, error.en):
        assert sentence.endswith(".")
        assert not set(sentence) & set(string.digits)
