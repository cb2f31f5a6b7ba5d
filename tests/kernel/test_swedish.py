"""Swedish names: found whatever their case and accents, and listed as in a Swedish directory."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.kernel import search_key, sort_key


@pytest.mark.parametrize(
    ("title", "text", "key"),
    [
        ("case", "ÖBERG", "öberg"),
        ("é", "Wallén", "wallen"),
        ("ü", "Müller", "muller"),
        ("å, ä and ö stay", "Åsa Ärlig Öst", "åsa ärlig öst"),
        ("decomposed letters", "A\u030asa O\u0308berg", "åsa öberg"),
        ("another accent on å", "Ǻsa", "åsa"),
        ("Danish letters", "Sørensen Æbelø", "sörensen äbelö"),
        ("sharp s", "Weiß", "weiss"),
        ("Polish and Icelandic letters", "Łukasz Đorđe Þór", "lukasz dorde thor"),
        ("Turkish i", "İsmail Yıldız", "ismail yildiz"),
        ("w and v", "Wahl Vahl", "wahl vahl"),
        ("dashes", "Anna-Karin Lind–Berg", "anna karin lind berg"),
        ("apostrophes", "O'Brien O’Brien O´Brien", "obrien obrien obrien"),
        ("spaces", "  Anna \u00a0 Berg\n", "anna berg"),
        ("full-width letters", "Ｂｅｒｇ－Ａ", "berg a"),
        ("characters that are not seen", "Be\u200brg\u202e", "berg"),
        ("nothing", "", ""),
        ("other scripts", "Иванов", "иванов"),
    ],
)
def test_search_keys(title: str, text: str, key: str) -> None:
    assert search_key(text) == key


def test_the_letters_with_rings_and_dots_are_their_own() -> None:
    assert len({search_key(name) for name in ("Oberg", "Öberg", "Åberg", "Aberg", "Äberg")}) == 5


@given(st.text())
def test_the_key_of_a_search_key_is_itself(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


IN_ORDER = [
    "",
    "3:e",
    "A",
    "Abel",
    "Anna Berg",
    "Anna Öberg",
    "Annabel",
    "Berg",
    "Edberg",
    "Édberger",
    "Edén",
    "Muller",
    "Mylla",
    "Müller",
    "Mynt",
    "Vahl",
    "Wahl",
    "Xu",
    "Zorn",
    "Zz",
    "Åberg",
    "Ängel",
    "Æpel",
    "Ärla",
    "Öberg",
    "Ørsted",
    "Öst",
    "Иванов",
]


def test_names_in_the_order_of_a_swedish_directory() -> None:
    keys = [sort_key(name) for name in IN_ORDER]
    assert all(first < next_ for first, next_ in pairwise(keys)), sorted(IN_ORDER, key=sort_key)


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("case", ["Berg", "BERG", "berg"]),
        ("hyphens and apostrophes", ["Anna-Karin", "Annakarin", "Anna'karin", "Anna–Karin"]),
        ("é as e", ["Wallén", "Wallen", "Walle\u0301n"]),
        ("ü as y", ["Müller", "Myller", "Mu\u0308ller", "Mǖller"]),
        ("æ as ä", ["Æbel", "Äbel"]),
        ("ø as ö", ["Sørensen", "Sörensen"]),
        ("spaces", [" Anna  Berg", "Anna Berg "]),
    ],
)
def test_what_makes_no_difference_to_the_order(title: str, names: list[str]) -> None:
    assert len({sort_key(name) for name in names}) == 1


def naive_order(name: str) -> list[int]:
    """The place of each letter in a Swedish alphabet, one letter at a time; -1 for a space."""
    alike = {"é": "e", "è": "e", "ü": "y", "æ": "ä", "ø": "ö", "á": "a", "ô": "o", "ç": "c", "ñ": "n"}
    letters = [alike.get(c, c) for c in unicodedata.normalize("NFC", name).lower() if c not in "-'"]
    return [" 0123456789abcdefghijklmnopqrstuvwxyzåäö".index(c) - 1 for c in letters]


_NAMES = st.from_regex(r"[A-Za-zÅÄÖåäöéèüæøáôçñÉÜÆØ'0-9-]+( [A-Za-zÅÄÖåäöéüæø][A-Za-zÅÄÖåäöéüæø'-]*)?", fullmatch=True)


@given(_NAMES, _NAMES)
def test_the_order_of_keys_is_a_naive_swedish_order(one: str, other: str) -> None:
    as_words = [" ".join(n.replace("-", "").replace("'", "").split()) for n in (one, other)]
    first, second = map(naive_order, as_words)
    assert (sort_key(one) < sort_key(other)) == (first < second)
    assert (sort_key(one) == sort_key(other)) == (first == second)


@given(st.text())
def test_a_sort_key_is_of_ascii_digits_alone(text: str) -> None:
    assert set(sort_key(text)) <= set("0123456789")
    assert sort_key(text) == sort_key(unicodedata.normalize("NFD", text))
