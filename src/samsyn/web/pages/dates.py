"""Reading a day as people in Sweden write it: 2019-03-01, 20190301, 190301, 1/3 2019, 1 mars 2019."""

import re
from datetime import date
from typing import Final

MONTHS: Final = (
    ("januari", "january"),
    ("februari", "february"),
    ("mars", "march"),
    ("april",),
    ("maj", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augusti", "august"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
_NUMBERS: Final = {word: number for number, words in enumerate(MONTHS, 1) for word in words}
_NUMBERS.update({word[:3]: number for word, number in list(_NUMBERS.items())})
_DASHES: Final = str.maketrans(dict.fromkeys("\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}", "-"))
_YEAR_FIRST: Final = re.compile(r"(?P<y>\d{4})[-/. ](?P<m>\d{1,2})[-/. ](?P<d>\d{1,2})")
_TOGETHER: Final = re.compile(r"(?P<y>\d{4}|\d{2})(?P<m>\d{2})(?P<d>\d{2})")
_DAY_FIRST: Final = re.compile(r"(?P<d>\d{1,2})[/.] ?(?P<m>\d{1,2})[-/. ]+(?P<y>\d{4})")
_IN_WORDS: Final = re.compile(r"(?:den )?(?P<d>\d{1,2})(?::?[ae])?\.? (?P<m>[a-z]+)\.? (?P<y>\d{4})")
_TURN: Final = 50  # of a century: 49 is 2049, 50 is 1950


def read_day(text: str) -> date | None:
    """Return the day that a text names, day before month where the year stands last; none if it is no date.

    Raises ValueError where it is a date by its form but no such day exists (2019-02-30).
    """
    plain = " ".join(text.translate(_DASHES).casefold().split())
    for form in (_YEAR_FIRST, _TOGETHER, _DAY_FIRST, _IN_WORDS):
        if found := form.fullmatch(plain):
            month = found["m"]
            number = int(month) if month.isdigit() else _NUMBERS.get(month)
            return None if number is None else date(_year(found["y"]), number, int(found["d"]))
    return None


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return (2000 if int(digits) < _TURN else 1900) + int(digits)
