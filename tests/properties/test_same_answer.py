"""The same facts give the same bytes, however they are ordered, repeated, split or stored."""

import datetime as dt
import json
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import pytest

from tests.naive_judge.loading import codes
from tests.properties.conftest import Extract, put, run

LINES = ("rejected.csv", "receipt.json")  # they tell of files and lines
CODES = ("diagnoses", "procedures")
DAYS = (
    "date",
    "from",
    "to",
    "birth_date",
    "accredited_from",
    "accredited_to",
    "nrs_connected_from",
    "start",
    "pain_onset",
)
NUMBERS = ("minutes", "quantity", "amount")


def decided(told: dict[str, bytes]) -> dict[str, bytes]:
    """The tables that do not tell of lines."""
    assert set(LINES) < set(told)
    return {name: content for name, content in told.items() if name not in LINES}


def sums(told: dict[str, bytes]) -> dict[str, Any]:
    receipt: dict[str, Any] = json.loads(told["receipt.json"])
    return receipt


def test_a_second_run_gives_the_same_bytes(extract: Extract, plain: dict[str, bytes], tmp_path: Path) -> None:
    assert run(extract.folder, tmp_path / "out") == plain


def test_another_place_gives_the_same_bytes(extract: Extract, plain: dict[str, bytes], tmp_path: Path) -> None:
    for table in extract.tables:
        put(tmp_path / "else where", table, *extract.lines(table))
    assert run(tmp_path / "else where", tmp_path / "out") == plain


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_rows_changes_nothing(
    extract: Extract, plain: dict[str, bytes], seed: int, tmp_path: Path
) -> None:
    rng = Random(seed)
    for table in extract.tables:
        header, rows = extract.lines(table)
        mixed = rng.sample(rows, len(rows))
        assert mixed != rows
        put(tmp_path / "mixed", table, header, mixed)
    told = run(tmp_path / "mixed", tmp_path / "out")
    assert decided(told) == decided(plain)
    assert sums(told)["totals"] == sums(plain)["totals"]
    assert sums(told)["contacts"] == sums(plain)["contacts"]


@pytest.mark.parametrize("seed", range(3))
def test_rows_that_stand_twice_count_once(extract: Extract, plain: dict[str, bytes], seed: int, tmp_path: Path) -> None:
    rng = Random(seed)
    for table in extract.tables:
        header, rows = extract.lines(table)
        put(tmp_path / "twice", table, header, [*rows, *rng.sample(rows, len(rows) // 2)])
    told = run(tmp_path / "twice", tmp_path / "out")
    assert decided(told) == decided(plain)
    for name, more in sums(told)["lines"].items():
        once = sums(plain)["lines"][name]
        assert more["lines"] > once["lines"]
        assert more["used"] == once["used"]


@pytest.mark.parametrize("parts", [2, 5])
def test_a_table_may_lie_in_parts(extract: Extract, plain: dict[str, bytes], parts: int, tmp_path: Path) -> None:
    for table in extract.tables:
        header, rows = extract.lines(table)
        for part in range(parts):
            put(tmp_path / "split" / table, f"part-{part}", header, rows[part::parts])
    told = run(tmp_path / "split", tmp_path / "out")
    assert decided(told) == decided(plain)
    assert sums(told)["contacts"] == sums(plain)["contacts"]
    assert len(sums(told)["inputs"]) == parts * len(extract.tables)


@pytest.mark.parametrize("typed", [True, False])
def test_parquet_is_read_as_csv_is(extract: Extract, plain: dict[str, bytes], typed: bool, tmp_path: Path) -> None:
    """With lists of codes, dates and numbers, or with everything as the text that CSV has."""
    folder = tmp_path / "parquet"
    folder.mkdir()
    for table in extract.tables:
        rows = pl.read_csv(extract.folder / f"{table}.csv", infer_schema=False)
        (_typed(rows) if typed else rows).write_parquet(folder / f"{table}.parquet")
    told = run(folder, tmp_path / "out")
    assert decided(told) == decided(plain)
    assert sums(told)["contacts"] == sums(plain)["contacts"]
    assert {one["name"].split(".")[1] for one in sums(told)["inputs"]} == {"parquet"}


def _typed(rows: pl.DataFrame) -> pl.DataFrame:
    lists = {
        name: pl.Series(name, [list(codes(text or "")) for text in rows[name]], dtype=pl.List(pl.String()))
        for name in CODES
        if name in rows.columns
    }
    days = [pl.col(name).str.to_date() for name in rows.columns if name in DAYS]
    numbers = [pl.col(name).str.to_integer() for name in rows.columns if name in NUMBERS]
    return rows.with_columns(*days, *numbers, **lists)


def test_uncoded_contacts_are_only_counted(extract: Extract, plain: dict[str, bytes], tmp_path: Path) -> None:
    """Of known and unknown patients, with and without diagnoses, on days within the extract."""
    for table in extract.tables:
        put(tmp_path / "more", table, *extract.lines(table))
    header, rows = extract.lines("contacts")
    days = sorted(row.split(",")[3] for row in rows if row.split(",")[3][:2] == "20")
    more = list(_uncoded(Random(5), rows, days, 300))
    put(tmp_path / "more", "contacts", header, Random(6).sample([*rows, *more], len(rows) + len(more)))
    told = run(tmp_path / "more", tmp_path / "out")
    assert decided(told) == decided(plain)
    before, after = sums(plain), sums(told)
    assert after["contacts"] == {
        **before["contacts"],
        "lines": before["contacts"]["lines"] + 300,
        "uncoded": before["contacts"]["uncoded"] + 300,
    }
    assert {**after["lines"], "contacts": None} == {**before["lines"], "contacts": None}
    assert (after["totals"], after["as_of"]) == (before["totals"], before["as_of"])


def _uncoded(rng: Random, rows: list[str], days: list[str], number: int) -> list[str]:
    numbers = count()
    first, last = dt.date.fromisoformat(days[0]), dt.date.fromisoformat(days[-1])
    return [
        ",".join(
            (
                f"new-{next(numbers)}",
                rng.choice((rng.choice(rows).split(",")[1], "stranger")),
                rng.choice(rows).split(",")[2],
                str(first + dt.timedelta(days=rng.randrange((last - first).days + 1))),
                rng.choice(("", "M545", "J069")),
                rng.choice(("", "AA001", "UV119")),
                rng.choice(("physician", "nurse", "")),
                rng.choice(("", "30")),
                "",
            )
        )
        for _ in range(number)
    ]


def test_other_names_for_the_patients_change_nothing_else(
    extract: Extract, plain: dict[str, bytes], tmp_path: Path
) -> None:
    """A prefix keeps their order; a quote, a comma, å and an equals sign are ordinary in a name."""
    prefix = 'Å=1,"x"'
    for table in extract.tables:
        rows = pl.read_csv(extract.folder / f"{table}.csv", infer_schema=False)
        if "patient_id" in rows.columns:
            rows = rows.with_columns(patient_id=pl.lit(prefix) + pl.col("patient_id"))
        (tmp_path / "named").mkdir(exist_ok=True)
        rows.write_csv(tmp_path / "named" / f"{table}.csv")
    told = run(tmp_path / "named", tmp_path / "out")
    for name, content in decided(told).items():
        if name not in ("series.csv", "findings.csv"):
            assert content == plain[name]
            continue
        here, there = (pl.read_csv(file, infer_schema=False) for file in (content, plain[name]))
        assert here["series_id"].str.starts_with(prefix).all()
        assert here.with_columns(pl.all().str.replace_all(prefix, "", literal=True)).equals(there)
    assert sums(told)["totals"] == sums(plain)["totals"]
