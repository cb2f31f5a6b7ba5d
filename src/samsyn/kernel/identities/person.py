"""A person's number as one frozen value, whichever register gave it."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from samsyn.kernel.identities.check_digit import check_holds
from samsyn.kernel.identities.refusal import IdentityRefused, Refusal

_DIGITS: Final = re.compile(r"[0-9]{12}")
_INTERIM: Final = re.compile(r"[0-9]{8}[TRSUWXJKLMN][0-9]{3}")
_CENTURIES: Final = ("18", "19", "20")
_STOCKHOLM: Final = "99"
_VGR_LETTERS: Final = {"K": 5, "M": 7, "X": 8}
_VGR_SERIALS, _VGR_SERIALS_WITH_SEX = range(6, 90), range(6, 80)
_INTERIM_LETTER_COUNTS_AS: Final = 1
ADDED_TO_DAY: Final = 60


class IdentityKind(StrEnum):
    """Which register gave the number, and so by which rules it is checked."""

    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"
    VGR_RESERVE = "vgr-reserve"
    STOCKHOLM_RESERVE = "stockholm-reserve"
    INTERIM = "interim"


class Sex(StrEnum):
    """What a number says of its person's sex."""

    FEMALE = "female"
    MALE = "male"


class _Told(NamedTuple):
    kind: IdentityKind
    birth_date: date | None
    sex: Sex | None


@dataclass(frozen=True, order=True)
class PersonIdentity:
    """A person's number in the form that is stored: twelve characters, upper case, nothing between them.

    Kind, birth date and sex follow from it. A number says nothing of whether its person is made up for tests, and its
    `repr` does not show it, so that it reaches no log by mistake. IdentityRefused where it breaks its kind's rules.
    """

    value: str = field(repr=False)
    kind: IdentityKind = field(init=False, compare=False)
    birth_date: date | None = field(init=False, compare=False, repr=False)
    sex: Sex | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        told = _told(self.value)
        object.__setattr__(self, "kind", told.kind)
        object.__setattr__(self, "birth_date", told.birth_date)
        object.__setattr__(self, "sex", told.sex)

    @property
    def display(self) -> str:
        """The number as it is shown: YYYYMMDD-NNNC, and all other kinds parted at the same place."""
        return f"{self.value[:8]}-{self.value[8:]}"


def _told(value: str) -> _Told:
    if _DIGITS.fullmatch(value):
        return _stockholm_reserve(value) if value.startswith(_STOCKHOLM) else _from_the_tax_agency(value)
    if not _INTERIM.fullmatch(value):
        raise IdentityRefused(Refusal.FORM)
    return _lettered(value)


def _from_the_tax_agency(value: str) -> _Told:
    """Personnummer and samordningsnummer: Luhn over the last ten, serial from 001, the last of it odd for men.

    A samordningsnummer has sixty added to its day. Its month may be 00, its day 60, and its day one that the month
    does not have (published test numbers have all three): the birth date is then unknown.
    """
    year, month, day = _date_parts(value)
    coordination = day >= ADDED_TO_DAY
    birth_date = _day_that_exists(year, month, day - ADDED_TO_DAY * coordination)
    possible = month <= 12 and day <= ADDED_TO_DAY + 31 if coordination else birth_date is not None
    _require(possible, Refusal.DATE)
    _require(value[8:11] != "000", Refusal.SERIAL)
    _require(check_holds(map(int, value[2:])), Refusal.CHECK)
    kind = IdentityKind.SAMORDNINGSNUMMER if coordination else IdentityKind.PERSONNUMMER
    return _Told(kind, birth_date, _sex(value))


def _stockholm_reserve(value: str) -> _Told:
    """99yyyyNNNNNC: Luhn over positions 5 to 12. The year is that of issue, so the birth date is unknown.

    The last position before the check digit is odd for men (Region Stockholm, Vårdgivarguiden).
    """
    _require(value[2:4] in _CENTURIES, Refusal.DATE)
    _require(check_holds(map(int, value[4:])), Refusal.CHECK)
    return _Told(IdentityKind.STOCKHOLM_RESERVE, None, _sex(value))


def _lettered(value: str) -> _Told:
    """A reserve number of VGR, or an interim number: K, M and X begin both, and no number passes both checks."""
    birth_date = _day_that_exists(*_date_parts(value))
    _require(birth_date is not None, Refusal.DATE)
    letter, serial = value[8], int(value[9:11])
    if letter in _VGR_LETTERS and _check_with_letter(value, _VGR_LETTERS[letter]):
        _require(serial in _VGR_SERIALS, Refusal.SERIAL)
        sex = _sex(value) if serial in _VGR_SERIALS_WITH_SEX else None
        return _Told(IdentityKind.VGR_RESERVE, birth_date, sex)
    _require(_check_with_letter(value, _INTERIM_LETTER_COUNTS_AS), Refusal.CHECK)
    return _Told(IdentityKind.INTERIM, birth_date, None)


def _check_with_letter(value: str, letter: int) -> bool:
    return check_holds([*map(int, value[2:8]), letter, *map(int, value[9:])])


def _date_parts(value: str) -> tuple[int, int, int]:
    _require(value[:2] in _CENTURIES, Refusal.DATE)
    return int(value[:4]), int(value[4:6]), int(value[6:8])


def _day_that_exists(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _sex(value: str) -> Sex:
    return Sex.MALE if int(value[10]) % 2 else Sex.FEMALE


def _require(holds: bool, refusal: Refusal) -> None:
    if not holds:
        raise IdentityRefused(refusal)
