"""The catalogue of dirty input, case by case: exact outcome and code."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from samsyn.extracts.reading import REASONS, RefusedExtract
from tests.reading.making import ROWS, UNIT, note_codes, read, rejected, text_of, with_cell, write

CLEAN = text_of(ROWS)
ALL = ("C1", "C2", "C3", "C5")


@dataclass(frozen=True)
class Case:
    """What is read and what must come of it. N and W need the note `code`; R the rows `lines` rejected with it."""

    title: str
    contacts: str | bytes
    outcome: str
    code: str = ""
    lines: tuple[int, ...] = (3,)
    used: tuple[str, ...] | None = None
    options: dict[str, object] = field(default_factory=dict)


def cell(number: str, column: str, value: str, outcome: str, code: str = "") -> Case:
    return Case(f"{number} {column} {value!r}", with_cell(column, value), outcome, code)


def line_added(line: str, at: int = 3) -> str:
    lines = CLEAN.splitlines(keepends=True)
    return "".join([*lines[:at], line, *lines[at:]])


def unit_named(name: str, encoding: str) -> bytes:
    return with_cell("unit", name, row=3).encode(encoding)


QUOTED = CLEAN.replace("M545 R522", '"M545;R522"')
COMMAS = text_of([{**row, "diagnoses": row["diagnoses"].replace(" ", "|")} for row in ROWS], ",")
CP1252: dict[str, object] = {"encoding": "cp1252"}

FILES = [
    Case("01 UTF-8", CLEAN, "A"),
    Case("01 UTF-8 with BOM", b"\xef\xbb\xbf" + CLEAN.encode(), "N", "BOM"),
    Case("02 cp1252 declared", unit_named("Hälsan", "cp1252"), "A", options=CP1252),
    Case("03 cp1252 undeclared", unit_named("Hälsan Åby", "cp1252"), "F", "ENC_CP1252"),
    Case("04 cp850", unit_named("Hälsan Åby", "cp850"), "F", "ENC_UNKNOWN"),
    Case("04 cp850 declared cp1252", unit_named("Hälsan", "cp850"), "F", "ENC_UNKNOWN", options=CP1252),
    Case("04 Mac Roman", unit_named("Hälsan Öby", "mac_roman"), "F", "ENC_UNKNOWN"),
    Case("04 byte without meaning in cp1252", unit_named("A\x81", "latin-1"), "F", "ENC_UNKNOWN", options=CP1252),
    Case("04 UTF-8 declared cp1252", unit_named("Hälsan", "utf-8"), "F", "ENC_UTF8", options=CP1252),
    Case("05 double-encoded", with_cell("unit", "Närhälsan".encode().decode("cp1252"), 3), "F", "ENC_MOJIBAKE"),
    Case("05 double-encoded Ö", with_cell("unit", "Öby".encode().decode("cp1252"), 3), "F", "ENC_MOJIBAKE"),
    Case("06 mixed", CLEAN.encode() + "C6;P1;Ä;2019-01-01;;AA;;\n".encode() + b"C7;P1;\xe4;;;;;\n", "F", "ENC_MIXED"),
    Case("07 UTF-16 LE", CLEAN.encode("utf-16"), "F", "ENC_UTF16"),
    Case("07 UTF-16 BE", b"\xfe\xff" + CLEAN.encode("utf-16-be"), "F", "ENC_UTF16"),
    cell("08", "unit", "A\ufffdB", "R", "ENC_LOST"),
    Case("08 in an uncoded row", with_cell("unit", "A\ufffdB", 3), "A"),
    Case("10 NUL", CLEAN.replace("C4", "C\x004"), "F", "NUL"),
    Case("11 empty file", b"", "F", "EMPTY"),
    Case("11 header only", text_of([]), "N", "EMPTY", used=()),
    Case("12 PDF", b"%PDF-1.7 ...", "F", "TYPE"),
    Case("12 xlsx", b"PK\x03\x04....", "F", "TYPE"),
    Case("12 xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "F", "TYPE"),
    Case("12 html", b"\n <HTML><body>", "F", "TYPE"),
    Case("12 Parquet", b"PAR1xxxxPAR1", "F", "TYPE"),
    Case("13 cut", CLEAN[:-9] + "\nC6;P1;SE23", "F", "TRUNCATED"),
    Case("13 whole last line without its end", CLEAN[:-1], "A"),
    Case("15 cut by a spreadsheet", CLEAN + "C9;P9;U;2019-04-04;;AA001;;\n" * 65530, "W", "ROW_LIMIT"),
]
STRUCTURE = [
    Case("19 comma", COMMAS, "A"),
    Case("19 tab", text_of(ROWS, "\t"), "A"),
    Case("19 pipe", text_of(ROWS, "|"), "F", "DELIM"),
    Case(
        "20 decimal comma",
        COMMAS.replace("45\n", "45,5\n")
        .replace("30\n", "3,5\n")
        .replace("60\n", "6,5\n")
        .replace("15\n", "1,5\n")
        .replace("GC001,,\n", "GC001,,0,5\n"),
        "F",
        "DELIM",
    ),
    Case("21 Personnr", CLEAN.replace("patient_id", "Personnr"), "N", "ALIAS"),
    Case("21 PNR", CLEAN.replace("patient_id", "PNR"), "N", "ALIAS"),
    Case("21 Personnummer", CLEAN.replace("patient_id", "Personnummer"), "N", "ALIAS"),
    Case("21 other case", CLEAN.replace("contact_id", "Contact_ID"), "N", "ALIAS"),
    Case("22 header missing", CLEAN.split("\n", 1)[1], "F", "HEADER"),
    Case("22 column missing", CLEAN.replace("procedures", "else"), "F", "HEADER"),
    Case("23 other order", text_of(ROWS, columns=tuple(reversed(list(ROWS[0])))), "A"),
    Case("24 same header twice", CLEAN.replace("minutes", "unit"), "F", "HEADER_DUP"),
    Case("24 two aliases", CLEAN.replace("patient_id", "PNR").replace("minutes", "Personnr"), "F", "HEADER_DUP"),
    Case("25 unknown column", CLEAN.replace("minutes", "colour"), "W", "EXTRA_COL"),
    Case("26 fewer fields", line_added("C9;P1;x\n", 2), "R", "FIELDS"),
    Case("26 more fields", line_added("C9;P1;U;2019-01-01;;UV110;;;5\n", 2), "R", "FIELDS"),
    Case("26 one fewer and one more", line_added("C8;P1;U;;;UV110;\nC9;P1;U;;;UV110;;;5\n", 2), "R", "FIELDS", (3, 4)),
    Case("27 quoted separator", QUOTED, "A"),
    Case("27 quoted newline", CLEAN.replace("P3", '"P\n3"'), "A"),
    Case("27 quoted quote", CLEAN.replace("C4;P3", 'C4;"P""3"'), "A"),
    Case("28 unclosed quote", CLEAN.replace("C3;P2", 'C3;"P2'), "F", "QUOTE"),
    Case("28 text after the quote", CLEAN.replace("C3;P2", 'C3;"P2"x'), "F", "QUOTE"),
    Case("29 long field", with_cell("contact_id", "C" * 4001, 3), "F", "TOO_LONG"),
    Case("29 field just short enough", with_cell("contact_id", "C" * 4000, 3), "A"),
    Case("29 long line", CLEAN + "x" * 600_000, "F", "TOO_LONG"),
    Case("30 CRLF", CLEAN.replace("\n", "\r\n"), "N", "EOL"),
    Case("30 CR", CLEAN.replace("\n", "\r"), "N", "EOL"),
    Case("30 blank lines", CLEAN.replace("\n", "\n\n"), "N", "EOL"),
    Case("30 row of separators", line_added(";" * 7 + "\n"), "N", "EOL"),
    Case("30 trailing separator", CLEAN.replace("\n", ";\n"), "N", "EOL"),
    Case("30 trailing separator in a row", CLEAN.replace("30\n", "30;\n"), "N", "EOL"),
    Case("30 mixed", CLEAN.replace("30\n", "30\r\n"), "N", "EOL"),
    Case("31 header again", line_added(CLEAN.split("\n")[0] + "\n"), "N", "HEADER_MID"),
    Case("32 Summa", CLEAN + "Summa;5;;;;;;150\n", "N", "TOTAL_ROW"),
    Case("32 Totalt", CLEAN + "Totalt\n", "N", "TOTAL_ROW"),
    Case("32 comment", CLEAN + "# 5 rader", "N", "TOTAL_ROW"),
    Case("33 NEL inside", with_cell("contact_id", "C\x854", 3), "A"),
    Case("33 line separator inside", with_cell("contact_id", "C\u20284", 3), "A"),
    Case("33 vertical tab inside", with_cell("contact_id", "C\x0b4", 3), "A"),
]
CODES = [
    *(cell("55", "procedures", text, "N", "CODE_FORM") for text in ("UV 115", "uv115", "UV-115", "UV\u00a0115")),
    cell("55", "procedures", "UV115 ", "A"),
    Case("55 newline after", CLEAN.replace("UV115", '"UV115\n"'), "A"),
    *(cell("56", "procedures", text, "R", "CODE_FORM") for text in ("UV11O", "UVIl0", "uvl15", "GCO01", "GCOO1")),
    Case("56 in an otherwise uncoded row", with_cell("procedures", "AA001,UV11O", 3), "R", "CODE_FORM", (5,), ALL),
    cell("57", "procedures", "ＵＶ１１５", "N", "CODE_FORM"),
    cell("58", "procedures", "UV115,GC001", "A"),
    cell("58", "procedures", "UV115+ZV506", "N", "CODE_SPLIT"),
    Case("58 newline", CLEAN.replace("UV115", '"UV115\nGC001"'), "N", "CODE_SPLIT"),
    *(cell("60", "diagnoses", text, "A") for text in ("M54.5", "M545", "R52.2A", "M54.5 R52.9", "M545|R522")),
    *(cell("60", "diagnoses", text, "N", "ICD_FORM") for text in ("m54.5", "M54,5", "M 54.5", "M54,5,R52,2")),
    cell("60", "diagnoses", "G63.2*", "A"),
    cell("61", "diagnoses", "R522A", "A"),
    *(
        cell("62", "diagnoses", text, "R", "EXCEL_DATE")
        for text in ("M5-okt", "1E10", "2019-10-05", "1,00E+10", "5-okt")
    ),
    Case("62 in an uncoded row", with_cell("diagnoses", "M5-okt", 3), "A"),
    cell("63", "procedures", "UV110,UV115", "W", "CODE_CONFLICT"),
    cell("65", "unit", "", "R", "UNIT_MISSING"),
    cell("65", "unit", " ", "R", "UNIT_MISSING"),
    cell("66", "unit", "4711", "W", "UNIT_UNKNOWN"),
    cell("67", "unit", UNIT.lower(), "N", "UNIT_FORM"),
    cell("67", "unit", UNIT.replace("-", "\u2013"), "N", "UNIT_FORM"),
    cell("67", "unit", "SE2321000131-E12", "R", "UNIT_FORM"),
    cell("68", "unit", "Närhälsan", "R", "UNIT_NAME"),
    cell("68", "unit", "Norra Rehab", "R", "UNIT_NAME"),
]
DATES = [
    *(cell("69", "date", text, "A") for text in ("2019-03-08", "20190308", " 2019-03-08 ")),
    *(
        cell("69", "date", text, "N", "DATE_FORM")
        for text in ("2019-03-08 00:00:00", "2019-03-08T23:30:00+01:00", "2019-03-07T23:30:00Z", "2019-03-08T10:00")
    ),
    cell("70", "date", "43525", "R", "DATE_SERIAL"),
    *(cell("71", "date", text, "R", "DATE_AMBIG") for text in ("01/03/2019", "1.3.2019", "3/1/2019")),
    *(
        cell("72", "date", text, "R", "DATE_BAD")
        for text in (
            "2019-02-30",
            "2019-13-01",
            "0000-00-00",
            "9999-12-31",
            "1899-12-31",
            "20190230",
            "2019-03-01T25:00",
        )
    ),
    *(
        cell("73", "date", text, "R", "DATE_FORM")
        for text in ("2019-W01-1", "2019-3-1", "2019/03/01", "２０１９-03-01", "x")
    ),
    *(cell("74", "date", text, "R", "DATE_YY") for text in ("1.3.19", "19-03-01", "190301")),
    cell("75", "date", "", "R", "DATE_MISSING"),
    Case("75 after as_of", with_cell("date", "2019-03-09"), "R", "DATE_FUTURE", (3, 4, 6), ("C1",)),
]
ROWS_TOGETHER = [
    *(cell("81", "minutes", text, "A") for text in ("45.0", "45,0", "0", "")),
    cell("81", "minutes", "-5", "R", "AMT_NEG"),
    cell("81", "minutes", "7.5", "R", "AMT_DEC"),
    *(cell("79", "minutes", text, "R", "AMT_BAD") for text in ("1e5", "NaN", "1_000", "１２３", "x")),
    Case("82 identical row", line_added(CLEAN.split("\n")[1] + "\n"), "D", "1"),
    Case(
        "82 identical but for the writing", line_added(CLEAN.split("\n")[2].replace("UV115", "UV 115") + "\n"), "D", "1"
    ),
    Case("83 other content", line_added(f"C2;P1;{UNIT};2019-03-09;;UV115;;\n"), "R", "ROW_CONFLICT", (3, 4)),
    Case("83 coded and uncoded", line_added(f"C2;P1;{UNIT};2019-03-08;;AA001;;\n"), "R", "ROW_CONFLICT", (3, 4)),
    Case("83 one of them faulty", line_added("C2;P1;U;2019-02-30;;UV115;;\n"), "R", "DATE_BAD", (4,), ALL),
    cell("86", "contact_id", "", "R", "ROW_NOID"),
    cell("86", "patient_id", "", "R", "PATIENT_MISSING"),
    Case("93 formula", with_cell("contact_id", "=1+1", 3), "A"),
    Case("94 script", with_cell("contact_id", "<script>\u202e\u200b😀", 3), "A"),
    Case("96 SQL", with_cell("patient_id", "'; DROP TABLE x --{{7*7}}%s", 3).replace("'; ", "' "), "A"),
]
CASES = [*FILES, *STRUCTURE, *CODES, *DATES, *ROWS_TOGETHER]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_dirty_file_comes_out_as_the_catalogue_says(case: Case, tmp_path: Path) -> None:
    write(tmp_path, case.contacts)
    options = dict(case.options)
    if case.code == "DATE_FUTURE":
        options["as_of"] = date(2019, 3, 8)
    if case.outcome == "F":
        with pytest.raises(RefusedExtract) as refused:
            read(tmp_path, **options)
        assert refused.value.code == case.code
        assert case.code in REASONS
        assert str(tmp_path) not in refused.value.sentence
        return
    reading = read(tmp_path, **options)
    found = reading.records.contacts["contact_id"].to_list()
    rows = [(line, case.code) for line in case.lines] if case.outcome == "R" else []
    assert rejected(reading) == rows
    notes = note_codes(reading)
    if case.outcome in "NW":
        assert case.code in notes
    elif case.outcome == "D":
        assert reading.counts["contacts"].duplicate == int(case.code)
    if case.outcome in "AD" and "writing" not in case.title:
        assert notes == set()
    lost = ("C2",) if case.outcome == "R" and case.code != "FIELDS" else ()
    assert tuple(found) == (case.used if case.used is not None else tuple(one for one in ALL if one not in lost))


def test_every_code_has_both_sentences() -> None:
    assert all(len(pair) == 2 and all(text.endswith(".") for text in pair) for pair in REASONS.values())
