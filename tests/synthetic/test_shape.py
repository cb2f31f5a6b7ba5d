"""A region has the columns of the contract, and the shares that a real region has."""

from datetime import date
from pathlib import Path
from statistics import fmean

import polars as pl
import pytest

from samsyn.extracts.synthetic import RegionPlan, generate_region
from tests.synthetic.conftest import Made

HEADERS = {
    "contacts": "contact_id patient_id unit date diagnoses procedures profession minutes contact_type",
    "patients": "patient_id birth_date",
    "teams": "team_id unit level care_level accredited_from accredited_to nrs_module nrs_connected_from",
    "nrs": "patient_id unit module date",
    "evidence": "patient_id level start pain_onset investigated plan physician_at_conference",
    "invoices": "invoice_id unit product_code month quantity amount",
    "roster": "team_id profession competences from to",
}
PLANTED = "kind patient_id series_id condition outcome team_id unit level product_code period difference detail"
GUIDELINE_CODE = r"(?i)^(UV ?11[04568]|GC ?001|ZV ?50[26])"


def coded(table: pl.DataFrame) -> pl.DataFrame:
    return table.filter(pl.col("procedures").str.contains(GUIDELINE_CODE))


@pytest.mark.parametrize("name", HEADERS)
def test_headers_are_those_of_the_contract(csv_region: Made, parquet_region: Made, name: str) -> None:
    assert csv_region.table(name).columns == HEADERS[name].split()
    assert parquet_region.table(name).columns == HEADERS[name].split()


def test_planted_is_csv_whatever_the_format(csv_region: Made, parquet_region: Made) -> None:
    for made in (csv_region, parquet_region):
        assert made.table("planted").columns == PLANTED.split()
        assert (made.folder / "planted.csv").is_file()


def test_one_contact_in_a_hundred_is_coded(csv_region: Made) -> None:
    contacts = csv_region.table("contacts")
    assert len(contacts) == csv_region.plan.contacts == csv_region.summary.contacts
    assert 0.009 < len(coded(contacts)) / len(contacts) <= 0.0101


def test_parquet_holds_lists_and_dates(parquet_region: Made) -> None:
    contacts = parquet_region.table("contacts")
    assert contacts.schema["date"] == pl.Date()
    assert contacts.schema["procedures"] == pl.List(pl.String())
    assert contacts["diagnoses"].null_count() == 0


def test_coded_contacts_are_strewn_evenly_in_no_order_of_date(csv_region: Made) -> None:
    rows = coded(csv_region.table("contacts").with_row_index())
    tenths = rows.group_by(pl.col("index") // (csv_region.plan.contacts // 10)).len()["len"]
    assert len(tenths) == 10
    assert max(tenths.to_list()) - min(tenths.to_list()) <= 0.1 * len(rows) / 10
    assert not rows["date"].is_sorted()


def test_the_extract_reaches_from_its_first_to_its_last_day(csv_region: Made) -> None:
    dates = csv_region.table("contacts")["date"].str.to_date(strict=False)
    assert (dates.min(), dates.max()) == (date(2018, 7, 1), date(2019, 12, 31))


def test_a_whole_region_has_its_teams_and_most_have_their_patients(full_region: Made) -> None:
    teams, planted = full_region.table("teams"), full_region.table("planted")
    assert 40 <= len(teams) <= 100
    assert 0.7 <= teams["level"].to_list().count("MMR1") / len(teams) <= 0.8
    assert len(teams) - teams["unit"].n_unique() == 2
    assert (planted["kind"] == "volume-below").sum() < len(teams) / 5


def test_ages_are_those_of_working_people(full_region: Made) -> None:
    births = full_region.table("patients").select("patient_id", pl.col("birth_date").str.to_date())
    starts = full_region.table("evidence").select("patient_id", pl.col("start").str.to_date())
    days = starts.join(births, on="patient_id").select((pl.col("start") - pl.col("birth_date")).dt.total_days())
    ages = [each / 365.25 for each in days.to_series().to_list() if each is not None]
    assert 42 < fmean(ages) < 46
    assert sum(16 <= age < 68 for age in ages) > 0.98 * len(ages)


def test_every_patient_of_a_coded_contact_but_a_few_is_in_the_patients_table(csv_region: Made) -> None:
    without = coded(csv_region.table("contacts")).join(csv_region.table("patients"), on="patient_id", how="anti")
    assert without["patient_id"].n_unique() <= 1


def test_codes_are_written_in_several_ways(full_region: Made) -> None:
    written = set(full_region.table("contacts")["procedures"].drop_nulls())
    assert {"UV115", "UV 115", "uv110", "UV110,UV114", "GC001", "UV118"} <= written
    diagnoses = set(full_region.table("contacts")["diagnoses"].drop_nulls())
    assert {"M54.5", "M545", "m54.5", "M54.5,F32.9"} <= diagnoses


@pytest.mark.parametrize("contacts", [2, 100, 2_000, 30_000])
def test_a_tiny_region_can_be_made(tmp_path: Path, contacts: int) -> None:
    summary = generate_region(RegionPlan(contacts=contacts), tmp_path)
    assert summary.contacts == contacts
    assert summary.coded <= 0.01 * contacts + 4


@pytest.mark.parametrize(
    "wrong", [{"seed": -1}, {"contacts": 1}, {"coded_share": 0.6}, {"teams": 1}, {"format": "xlsx"}]
)
def test_an_impossible_plan_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError):
        RegionPlan(**wrong)  # type: ignore[arg-type]
