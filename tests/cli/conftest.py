"""The small extract and a made-up region, and what the program makes of them; nobody may write in them."""

from pathlib import Path

import pytest

from samsyn.extracts.synthetic import RegionPlan, generate_region
from tests.cli import small
from tests.cli.calling import done


@pytest.fixture(scope="session")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small.write(tmp_path_factory.mktemp("small") / "extract")


@pytest.fixture(scope="session")
def out(extract: Path) -> Path:
    """The small extract reconciled, as CSV."""
    folder = extract.parent / "out"
    done("reconcile", extract, "--out", folder, "--quiet")
    return folder


@pytest.fixture(scope="session")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up region with all its faults and few other contacts."""
    folder = tmp_path_factory.mktemp("region")
    generate_region(RegionPlan(seed=3, contacts=3400, coded_share=0.5), folder)
    return folder
