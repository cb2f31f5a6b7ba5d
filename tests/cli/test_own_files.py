"""What lies in the output folder and is no result is never touched: least of all the extract itself."""

import shutil
from pathlib import Path

import pytest

from tests.cli.calling import done, files


def test_results_written_into_the_extract_leave_the_extract(extract: Path, tmp_path: Path) -> None:
    both = tmp_path / "both"
    shutil.copytree(extract, both)
    before = files(both)
    done("reconcile", both, "--out", both, "--overwrite", "--quiet")
    done("reconcile", both, "--out", both, "--overwrite", "--quiet")
    after = files(both)
    assert {name: content for name, content in after.items() if name in before} == before
    assert {"series.csv", "findings.csv", "receipt.json"} <= set(after)


def test_results_written_into_the_folder_one_works_in_stay_there(
    extract: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    inode = tmp_path.stat().st_ino
    (tmp_path / "mine.txt").write_text("kept")
    done("reconcile", extract, "--out", ".", "--overwrite", "--quiet")
    assert tmp_path.stat().st_ino == inode
    assert files(tmp_path) == {**files(out), "mine.txt": b"kept"}
