"""A written identifier without what people and programs put around and between its characters."""

import re
import unicodedata
from typing import Final

from samsyn.kernel.identities.refusal import IdentityRefused, Refusal

_FULL_WIDTH: Final = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_DASHES: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_BETWEEN: Final = frozenset("'\"`´’‘“”„./_:,;")
_SPREADSHEET_WHOLE: Final = re.compile(r"([0-9]{12})\.0+")
_SPREADSHEET_ROUNDED: Final = re.compile(r"[0-9][.,]?[0-9]*[Ee]\+[0-9]+")
_NO_ASCII: Final = 128


def bare(text: str) -> str:
    """The text without spaces, quotes and separators, ASCII letters in upper case, every dash a hyphen.

    Full-width characters count as ordinary ones. What else is not ASCII is left as it is, for the reader to refuse:
    upper case could turn it into a letter that nobody wrote.
    """
    kept = (
        character.upper() if ord(character) < _NO_ASCII else character
        for character in text.translate(_FULL_WIDTH).translate(_DASHES)
        if not _stands_between(character)
    )
    return "".join(kept)


def _stands_between(character: str) -> bool:
    return character.isspace() or character in _BETWEEN or unicodedata.category(character) == "Cf"


def person_characters(text: str) -> tuple[str, str]:
    """The characters of a person's number without separators, and its sign: "-", "+" or none.

    The sign is what stands before the last four characters. IdentityRefused where nothing is left, where a
    spreadsheet has rounded the number, and where digits are of another script.
    """
    spread = text.translate(_FULL_WIDTH).strip()
    if _SPREADSHEET_ROUNDED.fullmatch(spread):
        raise IdentityRefused(Refusal.SCIENTIFIC)
    whole = _SPREADSHEET_WHOLE.fullmatch(spread)
    written = bare(whole[1] if whole else text)
    if any(c.isnumeric() and ord(c) >= _NO_ASCII for c in written):
        raise IdentityRefused(Refusal.DIGITS)
    front, sign, last = written[:-5], written[-5:-4], written[-4:]
    if sign not in ("-", "+"):
        front, sign = front + sign, ""
    characters = (front + last).replace("-", "")
    if not characters:
        raise IdentityRefused(Refusal.EMPTY)
    return characters, sign
