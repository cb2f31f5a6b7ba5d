"""Faults mixed into a clean file: nothing is lost, nothing clean is harmed, no fault gets another's code."""

from pathlib import Path

import polars as pl
import pytest

from samsyn.extracts.reading import REASONS
from samsyn.extracts.reading.account import Account, LinesUnaccounted
from tests.reading.making import read, write
from tests.reading.mixing import line_of, mixed

CLEAN_COLUMNS = ("patient_id", "unit", "procedures")


@pytest.mark.parametrize("seed", range(80))
def test_every_line_is_accounted_for_and_every_code_is_right(seed: int, tmp_path: Path) -> None:
    file = mixed(seed)
    reading = read(write(tmp_path, file.text()))
    found = dict(reading.rejected.select("line", "reason").iter_rows())
    assert found == file.rejected
    assert set(reading.records.contacts["contact_id"]) == file.used
    counts = reading.counts["contacts"]
    assert counts.adds_up()
    assert counts.lines == len(file.lines)
    assert counts.duplicate == file.duplicates
    assert sum(counts.ignored.values()) == file.ignored
    assert {note.code for note in reading.notes} <= set(REASONS)


@pytest.mark.parametrize("seed", range(3))
def test_clean_rows_are_unchanged(seed: int, tmp_path: Path) -> None:
    file = mixed(seed)
    records = read(write(tmp_path, file.text())).records.contacts
    written = {line.split(";")[0]: line for line in file.lines if "T" not in line and line.count(";") == 7}
    for row in records.filter(pl.col("contact_id").is_in(list(written))).iter_rows(named=True):
        text = {**row, "date": str(row["date"]), "minutes": str(row["minutes"]), "profession": row["profession"]}
        text |= {"diagnoses": " ".join(row["diagnoses"]), "procedures": ",".join(row["procedures"])}
        line = written[row["contact_id"]]
        assert line_of(text) == line.replace(" ;nurse", ";nurse").replace("uv", "UV")


def test_a_line_lost_by_the_program_stops_it() -> None:
    account = Account("contacts")
    account.lines = 1
    with pytest.raises(LinesUnaccounted):
        account.counts(used=0)
