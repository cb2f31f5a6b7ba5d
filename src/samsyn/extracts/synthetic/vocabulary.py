"""Every word, code and price that a synthetic region uses, in one place.

The generator states them itself instead of reading the guideline files: a region made from the same data
as the judge could not show that either is wrong.
"""

from typing import Final

LEVELS: Final = ("MMR1", "MMR2")
"""A level is kept as its number in this tuple."""
CARE_LEVELS: Final = ("primary", "hospital")
NRS_MODULES: Final = ("primary", "specialist")

PRICES_SEK: Final = (35_000, 55_000)
PRICED_YEARS: Final = (2018, 2019)
"""The years in which a guideline states an amount, and so can approve a series."""
DIRECTIVE_CODES: Final = {(2019, "MMR2"): "90158"}
UNKNOWN_PRODUCT_CODE: Final = "90999"


def product_code(year: int, level: str) -> str:
    """What an invoice calls a level: its product code, or the level's own name where none is stated."""
    return DIRECTIVE_CODES.get((year, level), level)


VOLUME: Final = 20
"""Patients a team must have had in a calendar year."""
HOURS: Final = ((36.0, 44.0), (78.0, 97.0))
"""Total hours that a well-kept series is given: well inside the norms 32–48 and 75–100."""
HOURS_OUTSIDE: Final = ((20.0, 27.0), (60.0, 68.0))

LISTED: Final = (
    *("F45.4", "M53.0", "M53.1", "M54.2", "M54.4", "M54.5", "M54.6", "M54.9", "M75.1", "M75.9"),
    *("M77.9", "M79.1", "M79.7", "R52.2A", "R52.2C", "R52.9", "S13.4", "T91.8"),
    *("M79.1A", "M54.5K"),
)
"""Listed diagnoses; the last two are subdivisions that a listed four-character code covers."""
UNLISTED: Final = ("R52.2B", "R52.2", "M79.6", "G62.9", "M25.5")
"""Pain diagnoses that look payable and are not on the list."""
SECONDARY: Final = ("F32.9", "G47.0", "Z73.0")
ORDINARY_DIAGNOSES: Final = (
    *("J06.9", "I10.9", "E11.9", "M54.5", "Z00.0", "I10.9", "J06.9", "N39.0"),
    *("H66.9", "L30.9", "F41.9", "R10.4", "K21.9", "Z50.9", "M17.9", "J45.9"),
)
FORMS: Final = 3 + len(SECONDARY)
"""How a listed code is written: as printed, without dot, in lower case, or with a secondary diagnosis."""

ORDINARY_PROCEDURES: Final = (
    *("", "", "", "", "", ""),
    *("AU120", "DT020", "XS012", "GA015", "DT012", "XV001", "AV034", "QD016", "DV043", "PG004"),
)
ONGOING: Final = (("UV110",), ("UV115",))
COMPLETION: Final = (("UV114",), ("UV116",))
ASSESSMENT: Final = ("UV118",)
COORDINATION: Final = (("GC001",), ("ZV506",), ("ZV502",))

_PURPOSES: Final = (
    *ONGOING,
    *COMPLETION,
    *(ongoing + completion for ongoing, completion in zip(ONGOING, COMPLETION, strict=True)),
    *(ongoing + COORDINATION[0] for ongoing in ONGOING),
    ASSESSMENT,
    *COORDINATION,
)
ONGOING_AT, COMPLETION_AT, BOTH_AT, WITH_COORDINATION_AT, ASSESSMENT_AT, COORDINATION_AT = 0, 2, 4, 6, 8, 9
"""Where each purpose begins in the list of procedure cells; the level's number is added."""
SPELLINGS: Final = 3


def _spelled(codes: tuple[str, ...]) -> tuple[str, str, str]:
    plain = ",".join(codes)
    return plain, ",".join(f"{code[:2]} {code[2:]}" for code in codes), plain.lower()


def _written(code: str) -> tuple[str, ...]:
    return code, code.replace(".", ""), code.lower(), *(f"{code},{other}" for other in SECONDARY)


MISWRITTEN: Final = "UV11O"
"""UV110 with the letter O: no code at all."""

DIAGNOSIS_CELLS: Final = (
    "",
    *ORDINARY_DIAGNOSES,
    *UNLISTED,
    *(cell for code in LISTED for cell in _written(code)),
)
ORDINARY_DIAGNOSES_AT: Final = 1
UNLISTED_AT: Final = ORDINARY_DIAGNOSES_AT + len(ORDINARY_DIAGNOSES)
LISTED_AT: Final = UNLISTED_AT + len(UNLISTED)
UNLISTED_VISIT: Final = ORDINARY_DIAGNOSES_AT + ORDINARY_DIAGNOSES.index("Z50.9")
"""The cell of a rehabilitation visit registered under its purpose alone."""

PROCEDURE_CELLS: Final = (
    *ORDINARY_PROCEDURES,
    *(cell for codes in _PURPOSES for cell in _spelled(codes)),
    MISWRITTEN,
)
PURPOSES_AT: Final = len(ORDINARY_PROCEDURES)
MISWRITTEN_AT: Final = len(PROCEDURE_CELLS) - 1

PROFESSIONS: Final = (
    "physician",
    "physiotherapist",
    "occupational_therapist",
    "psychologist",
    "psychotherapist",
    "social_worker",
    "nurse",
    "rehabilitation_coordinator",
    "dietitian",
)
PHYSICIAN, PSYCHOLOGIST, PSYCHOTHERAPIST, NURSE, COORDINATOR = 0, 3, 4, 6, 7
CORE_PROFESSIONS: Final = 4
"""The first four professions: those that every series meets."""

CONTACT_TYPES: Final = ("besök", "grupp", "telefon")
VISIT, GROUP, TELEPHONE = 0, 1, 2

HOLIDAYS: Final = ("01-01", "01-06", "05-01", "06-06", "12-24", "12-25", "12-26")
UNIT_PREFIX: Final = "SE2321000131-E"
