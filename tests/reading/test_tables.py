"""The tables beside the contacts, and the folder they lie in."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from samsyn.extracts.reading import RefusedExtract
from tests.reading.making import OTHER, PATIENTS, ROWS, TEAMS, UNIT, note_codes, read, text_of, write

CLEAN = text_of(ROWS)
NRS = "patient_id;unit;module;date\n"
EVIDENCE = "patient_id;level;start;pain_onset;investigated;plan;physician_at_conference\n"
ROSTER = "team_id;profession;competences;from;to\n"
INVOICES = "invoice_id;unit;product_code;month;quantity;amount\n"


@pytest.mark.parametrize(
    ("table", "row", "reason"),
    [
        ("patients", "P1;1970-02-30", "DATE_BAD"),
        ("patients", "P1;25569", "DATE_SERIAL"),
        ("patients", ";1970-01-01", "PATIENT_MISSING"),
        ("teams", f";{UNIT};MMR1;primary;2015-01-01;", "TEAM_MISSING"),
        ("teams", "T3;;MMR1;primary;2015-01-01;", "UNIT_MISSING"),
        ("teams", "T3;X;;primary;2015-01-01;", "LEVEL_BAD"),
        ("teams", "T3;X;MMR1;both;2015-01-01;", "CARE_LEVEL_BAD"),
        ("teams", "T3;X;MMR1;primary;;", "DATE_MISSING"),
        ("teams", "T3;X;MMR1;primary;2015-01-01;2014-12-31", "DATE_ORDER"),
        ("nrs", f"P1;{UNIT};;2019-01-01", "MODULE_BAD"),
        ("nrs", "P1;SE2321000131-E12;both;2019-01-01", "UNIT_FORM"),
        ("nrs", f"P1;{UNIT};both;1.1.2019", "DATE_AMBIG"),
        ("evidence", "P1;MMR1;2019-01-01;;kanske;;", "YESNO_BAD"),
        ("evidence", "P1;;2019-01-01;;;;", "LEVEL_BAD"),
        ("roster", "T1;;;2019-01-01;", "PROFESSION_MISSING"),
        ("roster", "T1;nurse;;2019-01-02;2019-01-01", "DATE_ORDER"),
        ("invoices", f";{UNIT};MMR1;2019-01;1;35000", "ROW_NOID"),
        ("invoices", f"1;{UNIT};;2019-01;1;35000", "PRODUCT_MISSING"),
        ("invoices", f"1;{UNIT};MMR1;2019-13;1;35000", "MONTH_BAD"),
        *(("invoices", f"1;{UNIT};MMR1;2019-01;{text};35000", "AMT_NEG") for text in ("-1", "0", "0.5")),
        ("invoices", f"1;{UNIT};MMR1;2019-01;x;35000", "AMT_BAD"),
        *(
            ("invoices", f"1;{UNIT};MMR1;2019-01;1;{text}", "AMT_FORM")
            for text in ("1 234,50", "1.234,50", "1234.50", "(1 234)", "-0", "\u22125")
        ),
        *(("invoices", f"1;{UNIT};MMR1;2019-01;1;{text}", "AMT_AMBIG") for text in ("1,234", "1.234", "12.345")),
        *(
            ("invoices", f"1;{UNIT};MMR1;2019-01;1;{text}", "AMT_BAD")
            for text in ("1e5", "NaN", "Infinity", "1_000", "１２３", "")
        ),
        ("invoices", f"1;{UNIT};MMR1;2019-01;1;1234.567", "AMT_DEC"),
        ("invoices", f"1;{UNIT};MMR1;2019-01;1;-5", "AMT_NEG"),
    ],
)
def test_a_bad_row_is_rejected_alone(table: str, row: str, reason: str, tmp_path: Path) -> None:
    headers = {"nrs": NRS, "evidence": EVIDENCE, "roster": ROSTER, "invoices": INVOICES}
    headers |= {"patients": "patient_id;birth_date\n", "teams": TEAMS}
    reading = read(write(tmp_path, CLEAN, **{table: headers[table] + row + "\n"}))
    line = headers[table].count("\n") + 1
    assert reading.rejected.select("file", "line", "reason").rows() == [(f"{table}.csv", line, reason)]


@pytest.mark.parametrize(
    ("written", "noted"),
    [
        ("35000", False),
        *((text, True) for text in ("35 000", "35\u00a0000", "35\u202f000", "35 000 kr", "35000,00", "35000.00")),
    ],
)
def test_amounts_that_can_be_read_one_way_are_read(written: str, noted: bool, tmp_path: Path) -> None:
    reading = read(write(tmp_path, CLEAN, invoices=f"{INVOICES}1;{UNIT};mmr1 ;2019-01;2;{written}\n"))
    assert reading.records.invoices is not None
    assert reading.records.invoices.row(0) == ("1", UNIT, "MMR1", "2019-01", 2, 3_500_000)
    assert ("AMT_FORM" in note_codes(reading)) == noted


def test_absent_tables_are_none_and_invoices_are_left_alone_on_request(tmp_path: Path) -> None:
    records = read(write(tmp_path, CLEAN)).records
    assert (records.nrs, records.evidence, records.roster, records.invoices) == (None,) * 4
    write(tmp_path, CLEAN, invoices=b"%PDF")
    assert read(tmp_path, with_invoices=False).records.invoices is None


def test_optional_tables_are_read_for_the_patients_of_coded_contacts(tmp_path: Path) -> None:
    nrs = f"{NRS}P1;{UNIT};Primary;2019-03-01\nP1;{UNIT};primary;20190301\nP3;;;\n"
    evidence = f"{EVIDENCE}P1;mmr 1;2019-03-01;;YES;no;True\nP2;MMR1;2019-04-01;;;;\nP2;MMR1;2019-04-01;;yes;;\n"
    roster = f"{ROSTER}T1;Occupational therapist;Extended|x;2019-01-01;9999-12-31\n"
    reading = read(write(tmp_path, CLEAN, nrs=nrs, evidence=evidence, roster=roster))
    records = reading.records
    assert records.nrs is not None
    assert records.evidence is not None
    assert records.roster is not None
    assert records.nrs.rows() == [("P1", UNIT, "primary", date(2019, 3, 1))]
    assert reading.counts["nrs"].duplicate == 1
    assert reading.counts["nrs"].ignored == {"other-patient": 1}
    assert records.evidence.rows() == [("P1", "MMR1", date(2019, 3, 1), None, True, False, True, None, None, None)]
    assert reading.rejected["reason"].to_list() == ["ROW_CONFLICT"] * 2
    assert records.roster.rows() == [
        ("T1", "occupational_therapist", ["extended", "x"], date(2019, 1, 1), date(9999, 12, 31))
    ]


def test_what_one_programme_notes_and_another_does_not_may_be_there_or_not(tmp_path: Path) -> None:
    evidence = "patient_id;level;start;screened;copy_sent\nP1;mms;2019-03-01;yes;NO\n"
    records = read(write(tmp_path, CLEAN, evidence=evidence)).records
    assert records.evidence is not None
    noted = ("choice_signed", "screened", "copy_sent", "plan")
    assert records.evidence.select("level", *noted).rows() == [("MMS", None, True, False, None)]


def test_a_patient_with_two_birth_dates_has_no_row(tmp_path: Path) -> None:
    reading = read(write(tmp_path, CLEAN, patients=PATIENTS + "P1;1971-01-01\nP2;\n"))
    assert reading.rejected.select("line", "reason").rows() == [(2, "ROW_CONFLICT"), (5, "ROW_CONFLICT")]
    assert reading.records.patients["patient_id"].to_list() == ["P2"]
    assert reading.counts["patients"].duplicate == 1


def test_days_are_those_of_all_rows_but_the_rejected(tmp_path: Path) -> None:
    rows = [*ROWS, {**ROWS[3], "contact_id": "C6", "date": "2018-01-01T10:00"}]
    records = read(write(tmp_path, text_of(rows))).records
    assert (records.first_day, records.last_day) == (date(2018, 1, 1), date(2019, 5, 3))
    rows = [*ROWS, {**ROWS[0], "contact_id": "", "date": "2018-01-01"}, {**ROWS[3], "date": "9999-12-31"}]
    records = read(write(tmp_path, text_of(rows))).records
    assert (records.first_day, records.last_day) == (date(2019, 3, 1), date(2019, 5, 3))


@pytest.mark.parametrize(
    ("soil", "code"),
    [
        (lambda folder: (folder / "teams.csv").unlink(), "TABLE_MISSING"),
        (lambda folder: (folder / "contacts").mkdir(), "TABLE_TWICE"),
        (lambda folder: pl.DataFrame({"a": [1]}).write_parquet(folder / "teams.parquet"), "TABLE_TWICE"),
        (lambda folder: (folder / "nrs").mkdir(), "TABLE_MISSING"),
        (lambda folder: (folder / "nrs.parquet").write_bytes(b"patient_id;unit\n"), "TYPE"),
        (lambda folder: (folder / "nrs.parquet").write_bytes(b"PAR1" + b"x" * 50), "TRUNCATED"),
        (lambda folder: (folder / "nrs.parquet").write_bytes(b"PAR1" + b"x" * 50 + b"PAR1"), "TYPE"),
        (lambda folder: pl.DataFrame({"a": [1]}).write_parquet(folder / "nrs.parquet"), "HEADER"),
        (lambda folder: [one.unlink() for one in folder.iterdir()], "FOLDER_EMPTY"),
    ],
)
def test_a_folder_that_cannot_be_read_is_refused(soil: object, code: str, tmp_path: Path) -> None:
    write(tmp_path, CLEAN)
    soil(tmp_path)  # type: ignore[operator]
    with pytest.raises(RefusedExtract) as refused:
        read(tmp_path)
    assert refused.value.code == code


def test_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedExtract, match="finns inte"):
        read(tmp_path / "none")


def test_strangers_are_named_and_twin_parts_noted(tmp_path: Path) -> None:
    write(tmp_path, CLEAN)
    (tmp_path / "planted.csv").write_text("x\n")
    (tmp_path / "contacts.csv").unlink()
    (tmp_path / "contacts").mkdir()
    for name in ("a.csv", "b.csv"):
        (tmp_path / "contacts" / name).write_text(CLEAN)
    (tmp_path / "contacts" / "_SUCCESS").write_text("")
    reading = read(tmp_path)
    notes = {note.code: note for note in reading.notes}
    assert notes["EXTRA_FILE"].first == ("planted.csv",)
    assert notes["FILE_DUP"].first == ("contacts/b.csv",)
    assert reading.counts["contacts"].duplicate == 4
    assert [one.name for one in reading.inputs] == ["contacts/a.csv", "contacts/b.csv", "patients.csv", "teams.csv"]


def test_progress_is_told_each_table(tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []
    read(write(tmp_path, CLEAN), progress=lambda table, lines: told.append((table, lines)))
    assert told == [("teams", 2), ("contacts", 5), ("patients", 3)]


def test_units_in_decomposed_letters_meet_those_of_the_teams(tmp_path: Path) -> None:
    teams = TEAMS.replace(OTHER, "ÅBY-1")
    reading = read(write(tmp_path, CLEAN.replace(OTHER, "A\u030aBY-1"), teams=teams))
    assert reading.rejected.is_empty()
    assert "NFD" in note_codes(reading)
    assert set(reading.records.contacts["unit"]) == {UNIT, "ÅBY-1"}


def test_a_parquet_file_damaged_inside_is_refused(tmp_path: Path) -> None:
    write(tmp_path, CLEAN)
    (tmp_path / "contacts.csv").unlink()
    path = tmp_path / "contacts.parquet"
    pl.concat([pl.DataFrame(ROWS)] * 500).write_parquet(path)
    data = bytearray(path.read_bytes())
    data[4:400] = b"\xff" * 396
    path.write_bytes(data)
    with pytest.raises(RefusedExtract) as refused:
        read(tmp_path)
    assert refused.value.code == "UNREADABLE"


def test_not_a_number_in_an_id_column_is_an_empty_cell(tmp_path: Path) -> None:
    write(tmp_path, CLEAN)
    (tmp_path / "contacts.csv").unlink()
    ids = pl.Series("contact_id", [1.0, 2.0, 3.0, 4.0, float("nan")])
    pl.DataFrame(ROWS).with_columns(ids).write_parquet(tmp_path / "contacts.parquet")
    assert read(tmp_path).rejected.select("line", "reason").rows() == [(5, "ROW_NOID")]
