"""A plan decides every byte of its region."""

from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from samsyn.extracts.synthetic import RegionPlan, generate_region, table_files
from tests.synthetic.conftest import Made, fingerprint, make

SMALL = RegionPlan(seed=11, contacts=60_000)


def test_the_same_plan_gives_the_same_csv(csv_region: Made, tmp_path: Path) -> None:
    assert fingerprint(make(csv_region.plan, tmp_path).folder) == fingerprint(csv_region.folder)


def test_the_same_plan_gives_the_same_parquet(parquet_region: Made, tmp_path: Path) -> None:
    assert fingerprint(make(parquet_region.plan, tmp_path).folder) == fingerprint(parquet_region.folder)


def test_another_seed_gives_other_bytes_in_every_drawn_table(tmp_path: Path) -> None:
    one, other = make(SMALL, tmp_path / "one"), make(replace(SMALL, seed=12), tmp_path / "other")
    first, second = fingerprint(one.folder), fingerprint(other.folder)
    assert first.keys() == second.keys()
    assert not [name for name in first if first[name] == second[name]]


def test_a_region_of_many_parts_is_the_same_and_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from samsyn.extracts.synthetic import mixing

    monkeypatch.setattr(mixing, "CHUNK", 20_000)
    monkeypatch.setattr(table_files, "ONE_FILE", 50_000)
    plan = replace(SMALL, format="parquet")
    one, two = make(plan, tmp_path / "one"), make(plan, tmp_path / "two")
    assert fingerprint(one.folder) == fingerprint(two.folder)
    parts = sorted(path.name for path in (one.folder / "contacts.parquet").iterdir())
    assert parts == ["part-00000.parquet", "part-00001.parquet", "part-00002.parquet"]
    assert pl.scan_parquet(one.folder / "contacts.parquet").select(pl.len()).collect().item() == plan.contacts


def test_csv_pieces_are_joined_under_one_header(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from samsyn.extracts.synthetic import mixing

    monkeypatch.setattr(mixing, "CHUNK", 7_000)
    seen: list[tuple[int, int]] = []
    generate_region(SMALL, tmp_path, lambda done, total: seen.append((done, total)))
    lines = (tmp_path / "contacts.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == SMALL.contacts + 1
    assert sum(line.startswith("contact_id") for line in lines) == 1
    assert seen[0] == (7_000, 60_000)
    assert seen[-1] == (60_000, 60_000)
