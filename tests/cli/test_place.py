"""OUT appears whole or not at all, wherever it is put and whatever stands in the way."""

import ctypes
import errno
import os
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from tests.cli.calling import beside, call, done, files, refused


def adjudicate(extract: Path, out: Path, *more: str) -> tuple[object, ...]:
    return ("adjudicate", extract, "--out", out, "--quiet", *more)


def test_a_new_or_an_empty_folder_is_taken(extract: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done(*adjudicate(extract, tmp_path / "empty"))
    done(*adjudicate(extract, tmp_path / "new" / "deep"))
    assert files(tmp_path / "empty") == files(tmp_path / "new" / "deep") != {}


@pytest.mark.parametrize("command", ["adjudicate", "reconcile", "generate", "simulate"])
def test_a_taken_folder_is_refused_and_left_as_it_was(extract: Path, command: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("kept")
    out: list[object] = ["--out", tmp_path / "out"]
    rest: dict[str, list[object]] = {"generate": [tmp_path / "out"], "simulate": [extract, "--with", "x.toml", *out]}
    refused(call(command, *rest.get(command, [extract, *out])), 2, "--overwrite", "out")
    assert files(tmp_path / "out") == {"mine.txt": b"kept"}


def test_overwrite_replaces_results_and_keeps_what_is_not_ours(extract: Path, out: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("kept")
    (tmp_path / "out" / "notes").mkdir()
    (tmp_path / "out" / "notes" / "a.md").write_text("kept too")
    (tmp_path / "out" / "series.csv").write_text("old")
    (tmp_path / "out" / "findings.parquet").write_text("old")
    done("reconcile", extract, "--out", tmp_path / "out", "--overwrite", "--quiet")
    assert files(tmp_path / "out") == {**files(out), "mine.txt": b"kept", "notes/a.md": b"kept too"}
    assert beside(tmp_path / "out") == []


def test_a_file_in_the_place_of_the_folder_is_refused(extract: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    refused(call(*adjudicate(extract, tmp_path / "out")), 2, "out")
    refused(call(*adjudicate(extract, tmp_path / "out", "--overwrite")), 2, "out")
    assert (tmp_path / "out").read_text() == "a file"


def test_a_file_in_the_place_of_the_parent_fails_with_a_sentence(extract: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    refused(call(*adjudicate(extract, tmp_path / "file" / "out")), 1)
    assert (tmp_path / "file").read_text() == "a file"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB; where none can be mounted, the tests that need it fail rather than pass unseen."""
    disk = tmp_path / "disk"
    disk.mkdir()
    system = ctypes.CDLL(None, use_errno=True)
    if system.mount(b"tmpfs", str(disk).encode(), b"tmpfs", 0, b"size=64k"):
        pytest.fail(f"no disk could be mounted: {os.strerror(ctypes.get_errno())}") if os.geteuid() == 0 else None
        pytest.skip("only root can mount a small disk; test_an_answer_of_no_space covers the rest")
    yield disk
    assert system.umount(str(disk).encode()) == 0


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_full_disk_leaves_nothing(region: Path, form: str, small_disk: Path) -> None:
    (small_disk / "filling").write_bytes(b"x" * (40_000 if form == "csv" else 60_000))
    refused(call(*adjudicate(region, small_disk / "out", "--format", form)), 1, "full")
    assert [entry.name for entry in small_disk.iterdir()] == ["filling"]


def test_a_full_disk_keeps_what_was_there(extract: Path, region: Path, small_disk: Path) -> None:
    done(*adjudicate(extract, small_disk / "out"))
    before = files(small_disk)
    refused(call(*adjudicate(region, small_disk / "out", "--overwrite")), 1, "full")
    assert files(small_disk) == before


def test_a_region_for_which_there_is_no_room_leaves_nothing(small_disk: Path) -> None:
    refused(call("generate", small_disk / "out", "--contacts", "5000"), 1, "full")
    assert list(small_disk.iterdir()) == []


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_an_answer_of_the_system_is_told_and_leaves_nothing(
    extract: Path, error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(frame: pl.DataFrame, file: Path, **named: object) -> None:
        raise OSError(error, os.strerror(error), str(file))

    monkeypatch.setattr(pl.DataFrame, "write_csv", write)
    refused(call(*adjudicate(extract, tmp_path / "out")), 1)
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_an_empty_folder_is_filled(extract: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    assert call(*adjudicate(extract, tmp_path / "out")).status == 0
    assert (tmp_path / "real" / "series.csv").exists()
    assert beside(tmp_path / "out") == []


def test_a_mounted_empty_folder_is_filled(extract: Path, small_disk: Path) -> None:
    assert call(*adjudicate(extract, small_disk)).status == 0
    assert (small_disk / "series.csv").exists()
