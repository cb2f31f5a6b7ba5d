"""Persons' numbers: the published ones are read, in every way of writing, and what is none is refused in words."""

from datetime import date

import pytest

from samsyn.kernel import IdentityKind, IdentityRefused, PersonIdentity, Refusal, Sex, read_identity, search_forms
from tests.kernel.published import NOT_PERSONS, PERSONS, TODAY, VALUES


@pytest.mark.parametrize(("title", "value", "kind", "birth_date", "sex"), PERSONS)
def test_published_numbers(
    title: str, value: str, kind: IdentityKind, birth_date: date | None, sex: Sex | None
) -> None:
    read = read_identity(value, today=TODAY)
    assert (read.value, read.kind, read.birth_date, read.sex) == (value, kind, birth_date, sex)
    assert read.display == f"{value[:8]}-{value[8:]}"


WRITTEN = [
    ("twelve and a hyphen", "19800102-2386", "198001022386"),
    ("twelve and a plus", "19090527+1474", "190905271474"),
    ("ten and a hyphen", "800102-2386", "198001022386"),
    ("ten and a plus", "121212+1212", "191212121212"),
    ("a plus in the year one turns a hundred, before the birthday", "261224+2384", "192612242384"),
    ("a hyphen in that year, before the birthday", "261224-2384", "192612242384"),
    ("ten without sign, the century plain", "8001022386", "198001022386"),
    ("ten without sign, only one century has the day", "0002299816", "200002299816"),
    ("a samordningsnummer of ten", "640784-2399", "196407842399"),
    ("month 00 and day 60, ten", "310060-2394", "193100602394"),
    ("day 60 in the month of writing", "261160-2380", "202611602380"),
    ("a VGR reserve number of ten", "810829-m071", "19810829M071"),
    ("an interim number of ten", "000101-T220", "20000101T220"),
    ("spaces", " 19800102 2386 ", "198001022386"),
    ("parted as a date", "1980-01-02-2386", "198001022386"),
    ("dots and a slash", "1980.01.02/2386", "198001022386"),
    ("no-break and thin spaces", "19800102\u00a02\u2009386", "198001022386"),
    ("en dash", "800102\u20132386", "198001022386"),
    ("minus", "800102\u22122386", "198001022386"),
    ("apostrophe first", "'198001022386", "198001022386"),
    ("quotes", '"19800102-2386"', "198001022386"),
    ("a byte order mark and a zero-width space", "\ufeff19800102\u200b2386", "198001022386"),
    ("full-width digits", "１９８００１０２－２３８６", "198001022386"),
    ("a spreadsheet's whole number", "198001022386.0", "198001022386"),
    ("lower case", "19930829x802", "19930829X802"),
]


@pytest.mark.parametrize(("title", "text", "value"), WRITTEN)
def test_ways_of_writing(title: str, text: str, value: str) -> None:
    assert read_identity(text, today=TODAY).value == value
    assert search_forms(text, TODAY) == (value,)


REFUSED = [
    ("nothing", "", Refusal.EMPTY),
    ("separators alone", " - ", Refusal.EMPTY),
    ("a name", "Anna Berg", Refusal.FORM),
    ("thirteen digits", "1980010223867", Refusal.FORM),
    ("a plus in front", "+19800102-2386", Refusal.FORM),
    ("a plus at another place", "1980+01022386", Refusal.FORM),
    ("a letter of no kind", "20000101P220", Refusal.FORM),
    ("a letter in another place", "198O01022386", Refusal.FORM),
    ("a letter whose upper case is another", "20000101\u017f220", Refusal.FORM),
    ("a null character", "198001022386\0", Refusal.FORM),
    ("nine digits", "504011234", Refusal.SHORT),
    ("eleven digits", "98001022386", Refusal.SHORT),
    ("Arabic digits", "١٩٨٠٠١٠٢٢٣٨٦", Refusal.DIGITS),
    ("a superscript digit", "19800102238⁶", Refusal.DIGITS),
    ("rounded by a spreadsheet", "1.95604E+11", Refusal.SCIENTIFIC),
    ("zeros", "000000-0000", Refusal.DUMMY),
    ("all the same, twelve", "111111111111", Refusal.DUMMY),
    ("29 February of no leap year", "199002291231", Refusal.DATE),
    ("month 13", "198013022386", Refusal.DATE),
    ("month 00 without sixty", "198000022386", Refusal.DATE),
    ("a samordningsnummer of month 13", "196413842399", Refusal.DATE),
    ("day 92", "196407922399", Refusal.DATE),
    ("day 59", "196407592399", Refusal.DATE),
    ("no century of persons", "178001022386", Refusal.DATE),
    ("a VGR reserve number of 30 February", "19810230M071", Refusal.DATE),
    ("a Stockholm reserve number of no year", "993181000010", Refusal.DATE),
    ("not born yet", "203001012388", Refusal.FUTURE),
    ("not born yet, day unknown", "203000602395", Refusal.FUTURE),
    ("serial 000", "201509160006", Refusal.SERIAL),
    ("a VGR serial below 06", "19810829M055", Refusal.SERIAL),
    ("a VGR serial above 89", "19810829M907", Refusal.SERIAL),
    ("check digit", "198707049996", Refusal.CHECK),
    ("check digit of a samordningsnummer", "193901829913", Refusal.CHECK),
    ("check digit of a VGR reserve number", "19810829M072", Refusal.CHECK),
    ("check digit of a Stockholm reserve number", "991981000011", Refusal.CHECK),
    ("check digit of an interim number", "20000101T221", Refusal.CHECK),
    ("two centuries", "1212121212", Refusal.CENTURY),
    *((f"organisation {text}", text, Refusal.ORGANISATION) for text in NOT_PERSONS),
    *((f"organisation 16{text}", f"16{text}", Refusal.ORGANISATION) for text in NOT_PERSONS),
]


@pytest.mark.parametrize(("title", "text", "code"), REFUSED)
def test_what_is_refused(title: str, text: str, code: Refusal) -> None:
    with pytest.raises(IdentityRefused) as caught:
        read_identity(text, today=TODAY)
    assert caught.value.code == code
    assert {caught.value.code} | set(map(str, caught.value.args)) == {code}
    assert str(caught.value) == caught.value.en


def test_the_value_itself_takes_the_stored_form_alone() -> None:
    for text in ("19800102-2386", "8001022386", "19810829m071", "198001022386\n", ""):
        with pytest.raises(IdentityRefused):
            PersonIdentity(text)


def test_the_century_follows_the_day_of_writing() -> None:
    assert read_identity("261122-2387", today=TODAY).birth_date == date(2026, 11, 22)
    assert read_identity("261122-2387", today=date(2026, 11, 21)).birth_date == date(1926, 11, 22)
    assert read_identity("121212+1212", today=date(2012, 1, 1)).birth_date == date(1912, 12, 12)
    assert read_identity("791221+9990", today=date(1990, 1, 1)).birth_date == date(1879, 12, 21)


def test_a_search_text_of_two_centuries_means_both() -> None:
    assert search_forms("1212121212", TODAY) == ("191212121212", "201212121212")
    assert search_forms("121212 1212", TODAY) == ("191212121212", "201212121212")
    assert search_forms("121212-1212", TODAY) == ("201212121212",)
    assert search_forms("121212+1212", TODAY) == ("191212121212",)


@pytest.mark.parametrize("text", ["", "Berg", "198001", "198001022385", "232100-0131", "2030-01-01-2388"])
def test_a_search_text_that_is_no_whole_number_means_none(text: str) -> None:
    assert search_forms(text, TODAY) == ()


@pytest.mark.parametrize("value", VALUES)
def test_a_value_shown_by_a_program_hides_the_number(value: str) -> None:
    shown = f"{PersonIdentity(value)} {PersonIdentity(value)!r}"
    assert not any(c.isdigit() for c in shown)


def test_two_ways_of_writing_are_one_value() -> None:
    read = {read_identity(text, today=TODAY) for _, text, value in WRITTEN if value == "198001022386"}
    assert read == {PersonIdentity("198001022386")}
    assert sorted([PersonIdentity("200108232398"), *read])[0].value == "198001022386"
