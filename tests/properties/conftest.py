"""One nasty random region as files, and what the program makes of it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.calling import done, files
from tests.naive_judge import random_tables, write_tables

SEED, PATIENTS = 33, 60


@dataclass(frozen=True)
class Extract:
    """A folder of CSV files."""

    folder: Path

    def lines(self, table: str) -> tuple[str, list[str]]:
        """The header and the rows of a table; no cell holds a line break."""
        header, *rows = (self.folder / f"{table}.csv").read_text(encoding="utf-8").splitlines()
        return header, rows

    @property
    def tables(self) -> list[str]:
        return sorted(path.stem for path in self.folder.glob("*.csv"))


@pytest.fixture(scope="session")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Extract:
    folder = tmp_path_factory.mktemp("properties")
    write_tables(random_tables(SEED, PATIENTS), folder)
    return Extract(folder)


@pytest.fixture(scope="session")
def plain(extract: Extract, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of OUT for the region as it is: every table with rows, refused rows too."""
    told = run(extract.folder, tmp_path_factory.mktemp("plain") / "out")
    assert all(content.count(b"\n") > 1 for content in told.values())
    return told


def run(folder: Path, out: Path) -> dict[str, bytes]:
    """The files of OUT for a folder."""
    done("reconcile", folder, "--out", out, "--quiet")
    return files(out)


def put(folder: Path, table: str, header: str, rows: list[str]) -> None:
    """Write a table from its header and rows."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{table}.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
