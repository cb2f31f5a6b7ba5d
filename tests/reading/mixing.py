"""A clean extract of some size, and a generator that mixes faults of the catalogue into it."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.reading.making import COLUMNS, OTHER, UNIT, Row

Fault = Callable[[Row], tuple[list[str], str]]


@dataclass
class Mixed:
    """A soiled file, and what must come of it: the ids that must be used, and line -> reason of the rejected."""

    lines: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    rejected: dict[int, str] = field(default_factory=dict)
    duplicates: int = 0
    ignored: int = 0

    def text(self) -> str:
        """The file."""
        return "\n".join([";".join(COLUMNS), *self.lines]) + "\n"


def clean_row(draw: random.Random, number: int) -> Row:
    """One contact without fault; every fourth is uncoded."""
    code = draw.choice(["UV110", "UV115", "UV114", "UV116"]) if number % 4 else "AA001"
    day = f"20{draw.randint(16, 24)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
    values = (f"C{number:05}", f"P{number % 50}", draw.choice([UNIT, OTHER]), day, "M545 R522", code, "nurse", "45")
    return dict(zip(COLUMNS, values, strict=True))


def line_of(row: Row) -> str:
    """The row as it stands in the file."""
    return ";".join(row[name] for name in COLUMNS)


def _cell(column: str, value: str, reason: str) -> Fault:
    return lambda row: ([line_of({**row, column: value})], reason)


def _conflict(row: Row) -> tuple[list[str], str]:
    return [line_of(row), line_of({**row, "minutes": "46"})], "ROW_CONFLICT"


FAULTS: tuple[Fault, ...] = (
    _cell("contact_id", "", "ROW_NOID"),
    _cell("patient_id", "", "PATIENT_MISSING"),
    _cell("unit", "", "UNIT_MISSING"),
    _cell("unit", "SE2321000131-E12", "UNIT_FORM"),
    _cell("unit", "Närhälsan Åby", "UNIT_NAME"),
    _cell("date", "2019-02-30", "DATE_BAD"),
    _cell("date", "43525", "DATE_SERIAL"),
    _cell("date", "01/03/2019", "DATE_AMBIG"),
    _cell("date", "1.3.19", "DATE_YY"),
    _cell("date", "2019-W01-1", "DATE_FORM"),
    _cell("procedures", "UV11O", "CODE_FORM"),
    _cell("diagnoses", "M5-okt", "EXCEL_DATE"),
    _cell("minutes", "-1", "AMT_NEG"),
    _cell("minutes", "1,5", "AMT_DEC"),
    _cell("minutes", "1e5", "AMT_BAD"),
    _cell("profession", "n\ufffdrse", "ENC_LOST"),
    lambda row: ([line_of(row).replace(";nurse", "")], "FIELDS"),
    lambda row: ([line_of(row) + ";1"], "FIELDS"),
    _conflict,
    lambda row: ([line_of(row), line_of(row)], "duplicate"),
    lambda row: ([line_of({**row, "procedures": f"{row['procedures'].lower()} "})], "used"),
    lambda row: ([line_of({**row, "date": row["date"] + "T10:00:00+01:00"})], "used"),
    lambda row: ([line_of(row), ""], "ignored"),
    lambda row: ([line_of(row), ";".join(COLUMNS)], "ignored"),
)


def mixed(seed: int, rows: int = 200) -> Mixed:
    """A file with one to five faults, each in a coded row of its own."""
    draw = random.Random(seed)
    soiled = draw.sample([n for n in range(rows) if n % 4], draw.randint(1, 5))
    faults = dict(zip(soiled, draw.choices(FAULTS, k=len(soiled)), strict=True))
    file = Mixed()
    for number in range(rows):
        row = clean_row(draw, number)
        lines, outcome = faults[number](row) if number in faults else ([line_of(row)], "used")
        _enter(file, row, lines, outcome, coded=bool(number % 4))
    return file


def _enter(file: Mixed, row: Row, lines: list[str], outcome: str, *, coded: bool) -> None:
    first = len(file.lines) + 2
    file.lines += lines
    if outcome.isupper():
        file.rejected |= dict.fromkeys(range(first, first + len(lines)), outcome)
        return
    if coded:
        file.used.add(row["contact_id"])
    file.duplicates += outcome == "duplicate"
    file.ignored += (outcome == "ignored") + (not coded)
