"""Small extracts for the tests of the reader: a clean one, and ways of soiling it."""

from collections.abc import Callable
from pathlib import Path

from samsyn.extracts.reading import Reading, read_extract

CODES = frozenset(["UV110", "UV115", "UV114", "UV116", "UV118", "GC001", "ZV502", "ZV506"])
LEVELS = (frozenset({"UV110", "UV114"}), frozenset({"UV115", "UV116"}))
COLUMNS = ("contact_id", "patient_id", "unit", "date", "diagnoses", "procedures", "profession", "minutes")
UNIT = "SE2321000131-E000000000012"
OTHER = "SE2321000131-E000000000345"

Row = dict[str, str]

ROWS: tuple[Row, ...] = tuple(
    dict(zip(COLUMNS, line.split("|"), strict=True))
    for line in (
        f"C1|P1|{UNIT}|2019-03-01|M545|UV110|physician|45",
        f"C2|P1|{UNIT}|2019-03-08|M545 R522|UV115|nurse|30",
        f"C3|P2|{OTHER}|2019-04-01|R522|UV114|psychologist|60",
        f"C4|P3|{OTHER}|2019-05-02|I109|AA001|physician|15",
        f"C5|P2|{OTHER}|2019-05-03||GC001||",
    )
)
PATIENTS = "patient_id;birth_date\nP1;1970-01-02\nP2;\nP3;1980-05-05\n"
TEAMS = (
    "team_id;unit;level;care_level;accredited_from;accredited_to\n"
    f"T1;{UNIT};MMR1;primary;2015-01-01;\n"
    f"T2;{OTHER};MMR2;hospital;2015-01-01;9999-12-31\n"
)


def text_of(rows: list[Row] | tuple[Row, ...], delimiter: str = ";", columns: tuple[str, ...] = COLUMNS) -> str:
    """The contacts as a CSV file; nothing is quoted."""
    lines = [delimiter.join(columns), *(delimiter.join(row[name] for name in columns) for row in rows)]
    return "\n".join(lines) + "\n"


def with_cell(column: str, value: str, row: int = 1) -> str:
    """The contacts with one cell (of C2 unless said) written otherwise."""
    rows = [dict(one) for one in ROWS]
    rows[row][column] = value
    return text_of(rows)


def write(folder: Path, contacts: str | bytes, **others: str | bytes) -> Path:
    """An extract in a folder: the contacts, the usual patients and teams, and what else is given."""
    for name, content in {"contacts": contacts, "patients": PATIENTS, "teams": TEAMS, **others}.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / f"{name}.csv").write_bytes(data)
    return folder


def read(folder: Path, **options: object) -> Reading:
    """The reading of a folder under the test's codes."""
    return read_extract(folder, guideline_codes=CODES, level_codes=LEVELS, **options)  # type: ignore[arg-type]


def note_codes(reading: Reading) -> set[str]:
    """The codes of all notes."""
    return {note.code for note in reading.notes}


def rejected(reading: Reading) -> list[tuple[int, str]]:
    """Line and reason of each rejected row."""
    return list(reading.rejected.select("line", "reason").iter_rows())


Soil = Callable[[str], str | bytes]
