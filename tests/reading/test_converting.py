"""A converted extract is read as the one it was made from: every line, reason and note."""

import dataclasses
import json
import tempfile
from pathlib import Path
from unittest import mock

import polars as pl
import pytest
from hypothesis import given, settings

from samsyn.extracts.reading import Reading, RefusedExtract
from samsyn.extracts.reading.converted import MANIFEST
from samsyn.extracts.writing import conversion
from samsyn.extracts.writing.conversion import convert_extract
from tests.reading import test_catalogue
from tests.reading.making import ROWS, read, text_of, write
from tests.reading.test_catalogue import Case
from tests.reading.test_ways import calm, files, frames, typed_contacts

CASES = [
    one for part in vars(test_catalogue).values() if isinstance(part, list) for one in part if isinstance(one, Case)
]


def outcome(folder: Path, **options: object) -> object:
    """All that a reading tells but the files it read, or why it was refused."""
    try:
        return told(read(folder, **options))
    except RefusedExtract as refused:
        return refused.code, refused.sentence


def told(reading: Reading) -> object:
    tables = {name: frame.to_dicts() for name, frame in frames(reading).items()}
    return tables, reading.rejected.rows(), reading.counts, reading.notes


def converted(folder: Path, out: Path, **options: object) -> object:
    """The outcome by way of a conversion; a refusal may come from either step."""
    out.mkdir()
    try:
        convert_extract(folder, out, options.get("encoding", "utf-8"))  # type: ignore[arg-type]
    except RefusedExtract as refused:
        return refused.code, refused.sentence
    return outcome(out, **options)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_catalogue_of_dirty_input_gives_the_same(case: Case, tmp_path: Path) -> None:
    (tmp_path / "extract").mkdir()
    folder = write(tmp_path / "extract", case.contacts)
    assert converted(folder, tmp_path / "out", **case.options) == outcome(folder, **case.options)


@settings(calm, max_examples=25)
@given(files())
def test_any_file_gives_the_same_in_parts_of_any_size(contacts: bytes) -> None:
    with tempfile.TemporaryDirectory() as name, mock.patch.object(conversion, "PART_ROWS", 2):
        (Path(name) / "extract").mkdir()
        folder = write(Path(name) / "extract", contacts)
        assert converted(folder, Path(name) / "out") == outcome(folder)


def test_typed_columns_stay_as_they_are(tmp_path: Path) -> None:
    folder = write(tmp_path, text_of(ROWS))
    (folder / "contacts.csv").unlink()
    typed_contacts().write_parquet(folder / "contacts.parquet")
    assert converted(folder, tmp_path / "out") == outcome(folder)
    kept = pl.read_parquet(tmp_path / "out" / "contacts.parquet")
    assert kept.drop("#line").schema == typed_contacts().schema


def several(folder: Path) -> Path:
    """An extract whose contacts are two files of the same bytes, with a stranger among the tables."""
    (folder / "contacts").mkdir(parents=True)
    write(folder, b"")
    (folder / "contacts.csv").unlink()
    for name in ("a", "b"):
        (folder / "contacts" / f"{name}.csv").write_text(text_of(ROWS) + ";;\n\nSumma;5\n")
    (folder / "notes.csv").write_text("mine")
    return folder


def test_several_files_keep_their_names_lines_and_twins(tmp_path: Path) -> None:
    folder = several(tmp_path / "extract")
    before = read(folder)
    assert {note.code for note in before.notes} >= {"FILE_DUP", "EXTRA_FILE", "EOL"}
    assert converted(folder, tmp_path / "out") == told(before)
    again = converted(tmp_path / "out", tmp_path / "twice")
    assert again == told(before), "a converted extract may be converted once more"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    assert isinstance(converted(several(tmp_path / "extract"), folder), tuple)
    return folder


def refusal(folder: Path) -> str:
    with pytest.raises(RefusedExtract) as refused:
        read(folder)
    assert refused.value.code == "CONVERTED_CHANGED"
    return refused.value.sentence


def test_a_lost_part_is_refused(out: Path) -> None:
    (out / "contacts.parquet" / "00001-00000.parquet").unlink()
    assert "00001-00000.parquet: delen saknas" in refusal(out)


def test_a_strange_part_is_refused(out: Path) -> None:
    pl.DataFrame({"a": [1]}).write_parquet(out / "contacts.parquet" / "x.parquet")
    assert "x.parquet: delen hör inte till contacts" in refusal(out)


def test_a_changed_part_is_refused(out: Path) -> None:
    part = out / "contacts.parquet" / "00000-00000.parquet"
    pl.read_parquet(part).with_columns(patient_id=pl.lit("P9")).write_parquet(part)
    assert "innehållet är ändrat" in refusal(out)
    pl.read_parquet(part).head(1).write_parquet(part)
    assert "raderna är andra" in refusal(out)
    part.write_bytes(b"PAR1 nothing PAR1")
    assert "går inte att läsa" in refusal(out)


def test_parts_without_the_manifest_are_refused(out: Path) -> None:
    (out / MANIFEST).unlink()
    assert f"{MANIFEST} saknas" in refusal(out)


@pytest.mark.parametrize("text", ["", "{}", '{"tables": [], "strangers": []}', '{"tables": {"contacts": [{}]}}'])
def test_a_manifest_that_is_none_is_refused(out: Path, text: str) -> None:
    (out / MANIFEST).write_text(text)
    assert MANIFEST in refusal(out)


def test_a_table_may_be_added_to_a_converted_extract(out: Path, tmp_path: Path) -> None:
    for folder in (out, tmp_path / "extract"):
        (folder / "nrs.csv").write_text("patient_id;unit;module;date\nP1;U;both;2019-02-01\n")
    assert outcome(out) == outcome(tmp_path / "extract")


def test_the_manifest_tells_every_part(out: Path) -> None:
    data = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    parts = [part["name"] for table in data["tables"].values() for one in table for part in one["parts"]]
    assert sorted(parts) == sorted(str(file.relative_to(out)) for file in out.rglob("*.parquet") if file.is_file())


def test_parts_hold_so_many_rows(tmp_path: Path) -> None:
    (tmp_path / "extract").mkdir()
    folder = write(tmp_path / "extract", text_of(ROWS * 5))
    with mock.patch.object(conversion, "PART_ROWS", 10):
        (tmp_path / "out").mkdir()
        told = convert_extract(folder, tmp_path / "out")
    assert [dataclasses.astuple(one) for one in told if one.table == "contacts"] == [("contacts", 1, 25, 3)]
    heights = [pl.read_parquet(part).height for part in sorted((tmp_path / "out" / "contacts.parquet").iterdir())]
    assert heights == [10, 10, 5]
