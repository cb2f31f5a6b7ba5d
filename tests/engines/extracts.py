"""Extracts that are hard on an engine: converted in parts, shuffled, split over files of other types, skewed."""

from pathlib import Path

import polars as pl
import pytest

from samsyn.extracts.synthetic import RegionPlan, generate_region
from samsyn.extracts.writing import conversion
from tests.cli.calling import done

CONTACTS = 20_000


def region(folder: Path) -> Path:
    """A made-up region with every planted fault, as CSV."""
    folder.mkdir()
    summary = generate_region(RegionPlan(seed=5, contacts=CONTACTS, coded_share=0.3), folder)
    assert all(summary.planted.values())
    return folder


def converted(extract: Path, out: Path) -> Path:
    """The extract in many small parts."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(conversion, "PART_ROWS", 3000)
        done("convert", extract, out, "--quiet")
    return out


def shuffled(extract: Path, out: Path) -> Path:
    """The extract as Parquet: contacts shuffled, some twice, over files of other types; half of them one patient's."""
    (out / "contacts").mkdir(parents=True)
    for file in extract.glob("*.csv"):
        if file.stem not in ("contacts", "planted"):
            plain(file).write_parquet(out / f"{file.stem}.parquet")
    contacts = plain(extract / "contacts.csv").sample(fraction=1, shuffle=True, seed=8)
    skewed = pl.when(pl.int_range(pl.len()) % 2 == 0).then(pl.lit("P-SKEWED")).otherwise("patient_id")
    contacts = contacts.with_columns(patient_id=skewed)
    one, two, three = contacts.head(9000), contacts.slice(9000, 9000), contacts.slice(17_900)
    dates = pl.col("date").str.to_date(strict=False)
    one.write_parquet(out / "contacts" / "a b.parquet")
    two.with_columns(dates, pl.col("minutes").cast(pl.Float64, strict=False)).write_parquet(
        out / "contacts" / "ö.parquet"
    )
    codes = [pl.col(name).str.split(",") for name in ("diagnoses", "procedures")]
    three.select("procedures", pl.exclude("procedures")).with_columns(codes).rename(
        {"patient_id": "PNR"}
    ).write_parquet(out / "contacts" / "c%20.parquet")
    return out


def plain(file: Path) -> pl.DataFrame:
    """A CSV table as texts."""
    return pl.read_csv(file, separator=";", infer_schema=False, quote_char='"')


def numbered(out: Path) -> Path:
    """A small extract whose ids are numbers with decimals, to Parquet, and moments with a zone for dates."""
    out.mkdir()
    rows = [
        (float(n), n % 5 + 0.0, "U1", f"2019-03-{n % 27 + 1:02}", "M545", "UV110" if n % 3 else "AA1")
        for n in range(60)
    ]
    names = ("contact_id", "patient_id", "unit", "date", "diagnoses", "procedures")
    contacts = pl.DataFrame([*rows, rows[1], (*rows[2][:5], "AA1")], schema=names, orient="row")
    moments = pl.col("date").str.to_datetime("%Y-%m-%d").dt.replace_time_zone("UTC").dt.offset_by("23h")
    contacts.with_columns(moments).write_parquet(out / "contacts.parquet")
    pl.DataFrame({"patient_id": [0, 1, 2, 9], "birth_date": ["1980-01-01"] * 4}).write_parquet(out / "patients.parquet")
    (out / "teams.csv").write_text(
        "team_id;unit;level;care_level;accredited_from;accredited_to\nT;U1;MMR1;primary;2015-01-01;\n"
    )
    return out
