"""Swedish names as they are searched for and as they stand in a list."""

import re
import unicodedata
from typing import Final

_OWN_LETTERS: Final = {"a\u030a": "å", "a\u0308": "ä", "o\u0308": "ö"}
_SORTED_AS: Final = _OWN_LETTERS | {"u\u0308": "y", "u\u030b": "y"}
_ONE_LETTER: Final = {"æ": "ä", "ø": "ö", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "œ": "oe", "ı": "i"}
_DASHES: Final = re.compile(r"[\-\u2010-\u2015\u2212]+")
_APOSTROPHES: Final = "'’‘`"
_ALPHABET: Final = " 0123456789abcdefghijklmnopqrstuvwxyzåäö"
_KEYS: Final = {letter: f"{place:02d}" for place, letter in enumerate(_ALPHABET, start=10)}
_AFTER_THE_ALPHABET: Final = "99"


def search_key(text: str) -> str:
    """The text as it is compared in a search: without case, and without accents but those of å, ä and ö.

    "ÖBERG" and "öberg" are the same and "oberg" is another; "Wallén" is "wallen", æ is ä and ø is ö, w and v are two
    letters. A dash is a space, an apostrophe nothing, and several spaces are one. The key of a key is itself.
    """
    return " ".join(_DASHES.sub(" ", _folded(text, _OWN_LETTERS)).split())


def sort_key(text: str) -> str:
    """A text of digits alone, two for each letter, whose plain order is the Swedish order of the names.

    Space, digits, a to z, å, ä, ö, and after them all other letters; é is e, ü is y, æ is ä and ø is ö. Case, accents,
    hyphens and other signs make no difference: names that differ in them alone have the same key. Made of digits,
    since a database's own collation may place letters and signs in another order, but never digits.
    """
    letters = "".join(c for c in _folded(text, _SORTED_AS) if c.isalnum() or c.isspace())
    return "".join(map(_place, " ".join(letters.split())))


def _place(letter: str) -> str:
    return _KEYS.get(letter) or f"{_AFTER_THE_ALPHABET}{ord(letter):07d}"


def _folded(text: str, own_letters: dict[str, str]) -> str:
    """Lower case without accents, those of own letters kept, and without apostrophes and what is not seen."""
    straight = text.replace("´", "'")  # decomposed, an acute accent that stands alone would leave a space
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", straight).casefold())
    folded: list[str] = []
    for character in decomposed:
        category = unicodedata.category(character)
        if category == "Mn" and folded:
            folded[-1] = own_letters.get(folded[-1] + character, folded[-1])
        elif category not in ("Mn", "Cf", "Cs") and character not in _APOSTROPHES:
            folded.append(_ONE_LETTER.get(character, character))
    return unicodedata.normalize("NFC", "".join(folded))
