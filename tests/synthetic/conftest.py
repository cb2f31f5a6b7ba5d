"""Small regions, made once for all tests."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest

from samsyn.extracts.synthetic import RegionPlan, RegionSummary, generate_region


@dataclass(frozen=True)
class Made:
    """A region on disk and what its maker says of it."""

    plan: RegionPlan
    folder: Path
    summary: RegionSummary

    def table(self, name: str) -> pl.DataFrame:
        path = self.folder / f"{name}.parquet"
        if path.exists():
            return pl.read_parquet(path)
        return pl.read_csv(self.folder / f"{name}.csv", separator=";", infer_schema=False)


def make(plan: RegionPlan, folder: Path) -> Made:
    return Made(plan, folder, generate_region(plan, folder))


def fingerprint(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="session")
def csv_region(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(RegionPlan(seed=7), tmp_path_factory.mktemp("region") / "csv")


@pytest.fixture(scope="session")
def parquet_region(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(RegionPlan(seed=7, format="parquet"), tmp_path_factory.mktemp("region") / "parquet")


@pytest.fixture(scope="session")
def full_region(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """As many coded contacts as a whole region, with little ordinary care about them."""
    plan = RegionPlan(seed=3, contacts=240_000, coded_share=0.25)
    return make(plan, tmp_path_factory.mktemp("region") / "full")
