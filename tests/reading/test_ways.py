"""The same extract gives the same records whichever way it is read, stored, ordered, doubled or split."""

import csv
import dataclasses
import io
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import polars as pl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from samsyn.extracts.reading import Reading, RefusedExtract
from samsyn.extracts.reading.csvfiles import careful, opening
from samsyn.extracts.reading.csvfiles.survey import survey
from tests.reading.making import COLUMNS, OTHER, PATIENTS, ROWS, TEAMS, UNIT, read, text_of, write

VALUES = {
    "contact_id": ["C1", "C2", "C3", "C4", " C1", "", "C\u2028x", 'C"1', "#5", "Summa"],
    "patient_id": ["P1", "P2", "P3", "", "P\n1", "åäö"],
    "unit": [UNIT, OTHER, UNIT.lower(), "SE2321000131-E12", "X Y", "Hälsan Å", ""],
    "date": ["2019-03-01", "20190301", "2019-02-30", "43525", "", "2018-12-31T23:30:00Z", "2050-01-01"],
    "diagnoses": ["M545", "M54,5", "M54.5;R52.2", "", "1E10", "M54.5 R52.9"],
    "procedures": ["UV110", "UV 115", "AA001", "", "UV11O", "UV110,GC001", "uv114", "UV110+UV115", "ＵＶ１１０"],
    "profession": ["nurse", "", "Occupational-Therapist", "tomte"],
    "minutes": ["", "45", "45.0", "-1", "x", "7,5"],
}
# Reading is slow beside drawing an example: no deadline, no long search for the smallest failure.
calm = settings(
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
ROW = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in VALUES.items()})


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A contacts file: written by any ordinary program, then perhaps cut, doubled or stuffed somewhere."""
    rows = draw(st.lists(ROW, max_size=8))
    out = io.StringIO()
    dialect = draw(st.sampled_from(["excel", "unix"]))  # quoted where needed, and quoted everywhere
    ends = draw(st.sampled_from(["\n", "\r\n"]))
    writer = csv.writer(out, delimiter=draw(st.sampled_from(";,\t")), dialect=dialect, lineterminator=ends)
    writer.writerows([COLUMNS, *([row[name] for name in COLUMNS] for row in rows)])
    data = out.getvalue().encode()
    for stuffing in draw(st.lists(st.sampled_from([b";", b",", b"\n", b"\r", b'"', b"\n\n", b" ", b"#"]), max_size=2)):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + stuffing + data[at:]
    return data if draw(st.booleans()) else data.rstrip(b"\r\n")


@contextmanager
def carefully(keep: int) -> Iterator[None]:
    """Every file is taken for irregular, and files beyond `keep` bytes are read again for every pass."""

    def irregular(*given: object) -> object:
        return dataclasses.replace(survey(*given), regular=False)  # type: ignore[arg-type]

    with mock.patch.object(opening, "survey", irregular), mock.patch.object(careful, "_KEEP", keep):
        yield


def outcome(folder: Path) -> object:
    """All that a reading tells, in a form that can be compared."""
    try:
        reading = read(folder)
    except RefusedExtract as refused:
        return refused.code, refused.sentence
    tables = {name: frame.to_dicts() for name, frame in frames(reading).items()}
    return tables, reading.rejected.rows(), reading.counts, reading.notes, reading.inputs


def frames(reading: Reading) -> dict[str, pl.DataFrame]:
    records = reading.records
    days = pl.DataFrame({"first": [records.first_day], "last": [records.last_day]})
    return {"contacts": records.contacts, "patients": records.patients, "teams": records.teams, "days": days}


@settings(calm, max_examples=35)
@given(files())
def test_the_fast_and_the_careful_way_agree(contacts: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = write(Path(name), contacts)
        fast = outcome(folder)
        with carefully(keep=1 << 20):
            kept = outcome(folder)
        with carefully(keep=0):
            again = outcome(folder)
    assert fast == kept == again


@settings(calm, max_examples=20)
@given(st.lists(ROW, min_size=1, max_size=8))
def test_parquet_and_csv_agree(rows: list[dict[str, str]]) -> None:
    # Totals and blank lines are things of CSV alone.
    rows = [row for row in rows if row["contact_id"] not in ("#5", "Summa") and any(row.values())]
    with tempfile.TemporaryDirectory() as name:
        folder = write(Path(name), b"")
        out = io.StringIO()
        writer = csv.writer(out, delimiter=";", lineterminator="\n")
        writer.writerows([COLUMNS, *([row[column] for column in COLUMNS] for row in rows)])
        (folder / "contacts.csv").write_text(out.getvalue())
        from_csv = read(folder)
        (folder / "contacts.csv").unlink()
        pl.DataFrame(rows, schema=dict.fromkeys(COLUMNS, pl.String())).write_parquet(folder / "contacts.parquet")
        from_parquet = read(folder)
    same_records(from_csv, from_parquet)
    assert from_csv.counts == from_parquet.counts
    assert from_csv.rejected["reason"].to_list() == from_parquet.rejected["reason"].to_list()


def same_records(one: Reading, other: Reading) -> None:
    for name, frame in frames(one).items():
        assert frame.equals(frames(other)[name]), name


def typed_contacts() -> pl.DataFrame:
    frame = pl.DataFrame(ROWS)
    return frame.with_columns(
        pl.col("date").str.to_date(),
        pl.col("diagnoses").str.split(" "),
        pl.when(pl.col("procedures") == "")
        .then(None)
        .otherwise(pl.col("procedures").str.split(","))
        .alias("procedures"),
        pl.col("minutes").cast(pl.Float64, strict=False),
    )


def test_typed_parquet_columns_agree_with_text(tmp_path: Path) -> None:
    clean = read(write(tmp_path, text_of(ROWS)))
    (tmp_path / "contacts.csv").unlink()
    moment = pl.col("date").cast(pl.Datetime).dt.offset_by("22h").dt.replace_time_zone("UTC").dt.offset_by("-1d")
    for typed in (
        typed_contacts(),
        typed_contacts().with_columns((moment + pl.duration(hours=1, minutes=30)).alias("date")),
        typed_contacts().with_columns(pl.col("procedures").list.first().cast(pl.Categorical)),
        typed_contacts().with_columns(pl.col("procedures").cast(pl.List(pl.Categorical))),
    ):
        typed.write_parquet(tmp_path / "contacts.parquet")
        reading = read(tmp_path)
        same_records(clean, reading)
        assert reading.rejected.is_empty()
        assert reading.notes == ()


def test_whole_number_ids_are_text(tmp_path: Path) -> None:
    write(tmp_path, text_of(ROWS))
    (tmp_path / "contacts.csv").unlink()
    numbered = typed_contacts().with_columns(pl.col("contact_id").str.slice(1).cast(pl.Int64))
    pl.concat([numbered, numbered.head(1)]).write_parquet(tmp_path / "contacts.parquet")
    reading = read(tmp_path)
    assert reading.records.contacts["contact_id"].to_list() == ["1", "2", "3", "5"]
    assert reading.counts["contacts"].duplicate == 1


def test_shuffled_doubled_and_split_files_give_the_same_records(tmp_path: Path) -> None:
    clean = read(write(tmp_path, text_of(ROWS)))
    (tmp_path / "contacts.csv").unlink()
    for seed in range(4):
        draw = random.Random(seed)
        rows = [*ROWS, *draw.sample(ROWS, 3)]
        draw.shuffle(rows)
        folder = tmp_path / f"split{seed}"
        (folder / "contacts").mkdir(parents=True)
        (folder / "contacts" / "a.csv").write_text(text_of(rows[:4], ","))
        (folder / "contacts" / "b.csv").write_text(text_of(rows[4:], ";", tuple(reversed(COLUMNS))))
        (folder / "patients.csv").write_text(PATIENTS)
        (folder / "teams.csv").write_text(TEAMS)
        same_records(clean, read(folder))
