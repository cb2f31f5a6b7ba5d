"""Made-up names of places, units, providers and people, for demonstrations and tests: none of them is anyone's."""

from collections.abc import Iterator
from itertools import product
from random import Random
from typing import Final

from samsyn.kernel import OrganisationNumber

_BEGINNINGS: Final = (
    "Alm", "Ask", "Björk", "Brand", "Ek", "Fager", "Gran", "Grön", "Hassel", "Häger", "Is", "Kärr", "Lind", "Ljung",
    "Mo", "Norr", "Rönn", "Sälg", "Söder", "Tall", "Vide", "Väster", "Åker", "Älg", "Ängs", "Öst",
)  # fmt: skip
_ENDINGS: Final = (
    "backa", "berga", "by", "dala", "forsa", "hult", "höga", "lösa", "mark", "näs", "rud", "sjö", "strand", "torpa",
    "vik", "ås", "ön",
)  # fmt: skip
_FIRST: Final = (
    "Agnes", "Amina", "Anders", "Björn", "Britta", "Cecilia", "David", "Elin", "Erik", "Farid", "Gunilla", "Göran",
    "Helena", "Ida", "Johan", "Karin", "Leila", "Magnus", "Mikael", "Nadja", "Olle", "Petra", "Rut", "Sofia", "Tove",
    "Ulf", "Viktor", "Yusuf", "Åke", "Åsa", "Örjan",
)  # fmt: skip
_LAST: Final = (
    "Almgren", "Bergsten", "Dahlman", "Ekwall", "Forslund", "Granath", "Hedlund", "Isaksson", "Jönsson", "Kjellin",
    "Lundmark", "Malm", "Nyqvist", "Odén", "Palm", "Rosén", "Sandell", "Tegnér", "Wallin", "Åström", "Ödman",
)  # fmt: skip
_COMPANIES: Final = ("Rehabgruppen {}", "{}vården", "{} Hälsa", "Smärtlinjen {}", "Rörelse & Vård {}")
PRIMARY_UNITS: Final = ("Rehab {}", "Närrehab {}", "Vårdcentralen {}", "Rehabmottagningen {}")
HOSPITAL_UNITS: Final = ("Smärtkliniken {}", "Rehabkliniken {}", "{}s sjukhus, smärtrehab")
_UNUSED_GROUP: Final = "40"
"""No organisation numbers begin with 4."""


def places(random: Random) -> Iterator[str]:
    """Names of places, each once."""
    names = [first + last for first, last in product(_BEGINNINGS, _ENDINGS)]
    random.shuffle(names)
    yield from names
    yield from (f"{first} {last}" for first in ("Norra", "Södra", "Östra") for last in names)


def person(random: Random) -> str:
    """A name."""
    return f"{random.choice(_FIRST)} {random.choice(_LAST)}"


def company(place: str, number: int) -> str:
    """A care provider's name."""
    return f"{_COMPANIES[number % len(_COMPANIES)].format(place)} AB"


def organisation_number(number: int) -> str:
    """A number whose check digit holds, in a group that is not given out."""
    for digit in range(10):
        written = f"{_UNUSED_GROUP}{20 + number // 100_000:02d}{number % 100_000:05d}{digit}"
        try:
            return OrganisationNumber(written).value
        except ValueError:
            continue
    raise AssertionError("one of ten digits is the check digit")


def phone(number: int) -> str:
    """A number in the series that is kept for films and examples."""
    return f"031-390 06 {number % 100:02d}"


def address_name(place: str) -> str:
    """The place as it may stand in an address of a host."""
    return place.lower().translate(str.maketrans("åäöé ", "aaoe-"))
