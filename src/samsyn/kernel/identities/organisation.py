"""Organisation numbers: who owns a unit, who sends an invoice and who pays it."""

import re
from dataclasses import dataclass
from typing import Final, Self

from samsyn.kernel.identities.check_digit import check_holds
from samsyn.kernel.identities.cleaning import bare
from samsyn.kernel.identities.refusal import OrganisationNumberRefused, Refusal

_TEN_DIGITS: Final = re.compile(r"[0-9]{10}")
_LONG_FORM: Final = re.compile(r"16([0-9]{10})")
_LEAST_THIRD_DIGIT: Final = "2"


@dataclass(frozen=True, order=True)
class OrganisationNumber:
    """Ten digits, the last a check digit, the third two or more (so that none is a personnummer)."""

    value: str

    def __post_init__(self) -> None:
        refusal = _refusal(self.value)
        if refusal:
            raise OrganisationNumberRefused(refusal)

    @classmethod
    def read(cls, text: str) -> Self:
        """The number with or without hyphen and spaces, and of twelve digits if the first two are 16."""
        return cls(_without_prefix(bare(text).replace("-", "")))

    @property
    def display(self) -> str:
        """NNNNNN-NNNN."""
        return f"{self.value[:6]}-{self.value[6:]}"

    def __str__(self) -> str:
        return self.display


def is_organisation_number(characters: str) -> bool:
    """Whether the characters are an organisation number, of ten digits or of twelve from 16."""
    return _refusal(_without_prefix(characters)) is None


def _without_prefix(characters: str) -> str:
    long_form = _LONG_FORM.fullmatch(characters)
    return long_form[1] if long_form else characters


def _refusal(value: str) -> Refusal | None:
    if not _TEN_DIGITS.fullmatch(value):
        return Refusal.ORG_FORM
    if value[2] < _LEAST_THIRD_DIGIT:
        return Refusal.ORG_PERSON
    return None if check_holds(map(int, value)) else Refusal.ORG_CHECK
