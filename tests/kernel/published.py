"""Numbers published for tests and documentation: none is a real person's. Each with its kind and what it tells."""

from datetime import date

from samsyn.kernel import IdentityKind, Sex

TODAY = date(2026, 11, 22)

_P, _S = IdentityKind.PERSONNUMMER, IdentityKind.SAMORDNINGSNUMMER
_V, _C, _I = IdentityKind.VGR_RESERVE, IdentityKind.STOCKHOLM_RESERVE, IdentityKind.INTERIM

PERSONS: list[tuple[str, str, IdentityKind, date | None, Sex | None]] = [
    ("an ordinary woman", "198001022386", _P, date(1980, 1, 2), Sex.FEMALE),
    ("check digit one", "198012042381", _P, date(1980, 12, 4), Sex.FEMALE),
    ("serial two hundred thirty-eight", "199007112387", _P, date(1990, 7, 11), Sex.FEMALE),
    ("end of July", "198107282389", _P, date(1981, 7, 28), Sex.FEMALE),
    ("an ordinary man", "199106162390", _P, date(1991, 6, 16), Sex.MALE),
    ("born after the turn of the century", "200108232398", _P, date(2001, 8, 23), Sex.MALE),
    ("the demonstrations' person", "191212121212", _P, date(1912, 12, 12), Sex.MALE),
    ("a hundred and more", "190905271474", _P, date(1909, 5, 27), Sex.MALE),
    ("born in the eighteen hundreds", "187912219990", _P, date(1879, 12, 21), Sex.MALE),
    ("born on the day", "200012099891", _P, date(2000, 12, 9), Sex.MALE),
    ("ordinary samordningsnummer, man", "196407842399", _S, date(1964, 7, 24), Sex.MALE),
    ("ordinary samordningsnummer, day 28", "196802882396", _S, date(1968, 2, 28), Sex.MALE),
    ("samordningsnummer of a woman", "197306749982", _S, date(1973, 6, 14), Sex.FEMALE),
    ("samordningsnummer, month 00", "191500722390", _S, None, Sex.MALE),
    ("samordningsnummer, day 60", "191711602399", _S, None, Sex.MALE),
    ("samordningsnummer, month 00 and day 60", "193100602394", _S, None, Sex.MALE),
    ("VGR reserve number, M, odd serial", "19810829M071", _V, date(1981, 8, 29), Sex.MALE),
    ("VGR reserve number, K, even serial", "19450829K088", _V, date(1945, 8, 29), Sex.FEMALE),
    ("VGR reserve number, X, sex unknown", "19930829X802", _V, date(1993, 8, 29), None),
    ("Stockholm reserve number, odd", "991981000010", _C, None, Sex.MALE),
    ("Stockholm reserve number, even", "991945000023", _C, None, Sex.FEMALE),
    *((f"interim, letter {c}", f"20000101{c}220", _I, date(2000, 1, 1), None) for c in "TRSUWXJKLMN"),
]
VALUES = [value for _, value, *_ in PERSONS]

NOT_PERSONS = ["857209-0606", "802005-1952", "802005-7538", "802406-2302", "855104-0721", "802014-4120", "232100-0131"]
COMPANIES = ["5560160680", "5561034249", "5592440001", "2321000131", "2321000016", "2321000024", "2321000255"]
