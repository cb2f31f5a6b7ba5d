"""Organisation numbers and HSA-ids."""

import pytest

from samsyn.kernel import HsaId, HsaIdRefused, OrganisationNumber, OrganisationNumberRefused, Refusal
from tests.kernel.published import COMPANIES, NOT_PERSONS, VALUES


@pytest.mark.parametrize("value", COMPANIES)
def test_published_organisation_numbers(value: str) -> None:
    number = OrganisationNumber(value)
    shown = f"{value[:6]}-{value[6:]}"
    assert (number.display, str(number)) == (shown, shown)
    for text in (value, shown, f"16{value}", f"16{shown}", f" {value[:6]} {value[6:]} ", shown.replace("-", "–")):
        assert OrganisationNumber.read(text) == number


@pytest.mark.parametrize("text", NOT_PERSONS)
def test_numbers_that_are_organisations_and_no_persons(text: str) -> None:
    assert OrganisationNumber.read(text).display == text


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("check digit", "5560160681", Refusal.ORG_CHECK),
        ("check digit, twelve", "165560160681", Refusal.ORG_CHECK),
        ("check digit, another", "556103-4250", Refusal.ORG_CHECK),
        ("a sole trader", "510217-9974", Refusal.ORG_PERSON),
        ("a sole trader, twelve from 16", "165102179974", Refusal.ORG_PERSON),
        ("a person's twelve digits", VALUES[0], Refusal.ORG_FORM),
        ("nothing", "", Refusal.ORG_FORM),
        ("a VAT number", "SE556016068001", Refusal.ORG_FORM),
        ("another prefix", "195560160680", Refusal.ORG_FORM),
        ("Arabic digits", "٥٥٦٠١٦٠٦٨٠", Refusal.ORG_FORM),
    ],
)
def test_what_is_no_organisation_number(title: str, text: str, code: Refusal) -> None:
    with pytest.raises(OrganisationNumberRefused) as caught:
        OrganisationNumber.read(text)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("title", "text", "value"),
    [
        ("a person", "SE2321000131-P000000123456", "SE2321000131-P000000123456"),
        ("an organisation", "SE2321000131-P000000123457", "SE2321000131-P000000123457"),
        ("lower case", "se2321000131-e000000000012", "SE2321000131-E000000000012"),
        ("another dash", "SE2321000131–E12", "SE2321000131-E12"),
        ("spaces around", "\t SE2321000131-E12\u00a0", "SE2321000131-E12"),
        ("the greatest length", "SE2321000131-" + "A" * 18, "SE2321000131-" + "A" * 18),
    ],
)
def test_hsa_ids(title: str, text: str, value: str) -> None:
    assert HsaId.read(text) == HsaId(value)
    assert str(HsaId.read(text)) == value


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("nothing", "", Refusal.HSA_FORM),
        ("nothing after the hyphen", "SE2321000131-", Refusal.HSA_FORM),
        ("no hyphen", "SE2321000131E12", Refusal.HSA_FORM),
        ("nine digits", "SE232100013-E12", Refusal.HSA_FORM),
        ("twelve digits", "SE165565594230-1000", Refusal.HSA_FORM),
        ("another country", "NO2321000131-E12", Refusal.HSA_FORM),
        ("å", "SE2321000131-Å12", Refusal.HSA_FORM),
        ("a letter whose upper case is another", "SE2321000131-\u017f12", Refusal.HSA_FORM),
        ("@", "SE2321000131-E@2", Refusal.HSA_FORM),
        ("a second hyphen", "SE2321000131-E-2", Refusal.HSA_FORM),
        ("too long", "SE2321000131-" + "A" * 19, Refusal.HSA_LENGTH),
        ("the testing environment", "TSTNMT2321000156-1077", Refusal.HSA_TESTING),
    ],
)
def test_what_is_no_hsa_id(title: str, text: str, code: Refusal) -> None:
    with pytest.raises(HsaIdRefused) as caught:
        HsaId.read(text)
    assert caught.value.code == code


def test_the_testing_prefix_by_setting_alone() -> None:
    assert str(HsaId.read("tstnmt2321000156-103f", testing=True)) == "TSTNMT2321000156-103F"
    assert HsaId("SE2321000131-E12", testing=True) == HsaId("SE2321000131-E12")
    with pytest.raises(HsaIdRefused):
        HsaId("TSTNMT2321000156-" + "1" * 15, testing=True)


def test_an_hsa_id_is_born_in_its_stored_form() -> None:
    for text in ("se2321000131-E12", " SE2321000131-E12", "SE2321000131-E12\n"):
        with pytest.raises(HsaIdRefused):
            HsaId(text)
