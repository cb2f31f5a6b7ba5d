"""A result folder that appears whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from samsyn.extracts.errors import Told


class Kind(Enum):
    """What is written: the names of its files, which alone an overwriting run may remove."""

    RESULTS = frozenset(
        ("series", "findings", "payments", "reconciliation", "team_findings", "unmatched", "rejected", "receipt")
    )
    SIMULATION = frozenset(("scenarios", "units", "changes", "chart"))
    EXTRACT = frozenset(
        ("contacts", "patients", "teams", "nrs", "evidence", "invoices", "roster", "planted", "_converted")
    )


LAST = ("receipt.json", "_converted.json")  # what tells a reader that a result is whole


class OutputTaken(Told):
    """The output folder holds something already."""


@contextmanager
def new_folder(out: Path, kind: Kind, *, overwrite: bool) -> Iterator[Path]:
    """A folder to write in, put in the place of `out` when the block ends well and removed when it does not.

    OutputTaken where `out` is not empty and may not be overwritten. Files in it of another kind are kept. Where `out`
    cannot be renamed (a mount, or a folder somebody works in), the files are moved into it one by one, the receipt
    last.
    """
    check_free(out, overwrite=overwrite)
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    stays = out.is_mount() or Path.cwd().is_relative_to(out)
    stage = (out / f".samsyn-{os.getpid()}") if stays else _beside(out, "new")
    stage.mkdir()
    try:
        yield stage
        if stays:
            _move_into(stage, out, kind)
        else:
            _put_in_place(stage, out, kind)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def check_free(out: Path, *, overwrite: bool) -> None:
    """Refuse an output that is taken, before any work is done; what killed runs left beside it is put right first."""
    out = out.resolve()
    if out.exists() and not out.is_dir():
        raise OutputTaken(f"{out} är en fil. Ange en mapp.", f"{out} is a file. Give the name of a folder.")
    _put_right(out)
    if out.is_dir() and any(out.iterdir()) and not overwrite:
        raise OutputTaken(
            f"Mappen {out} är inte tom. Ange en ny mapp, eller säg --overwrite.",
            f"The folder {out} is not empty. Give a new folder, or say --overwrite.",
        )


def _beside(out: Path, kind: str) -> Path:
    return out.parent / f".{out.name}.samsyn-{kind}-{os.getpid()}"


def is_of(kind: Kind, name: str) -> bool:
    """Whether a file of this name is one of the kind."""
    return name.split(".")[0] in kind.value


def _put_in_place(stage: Path, out: Path, kind: Kind) -> None:
    """Swap the folders. At every moment either the old or the new one is whole, under its name or beside it."""
    if out.exists():
        for other in out.iterdir():
            if not is_of(kind, other.name):
                _copy(other, stage / other.name)
        old = _beside(out, "old")
        out.rename(old)
        stage.rename(out)
        shutil.rmtree(old)
    else:
        stage.rename(out)


def _copy(one: Path, target: Path) -> None:
    if one.is_dir() and not one.is_symlink():
        shutil.copytree(one, target, symlinks=True)
    else:
        shutil.copy2(one, target, follow_symlinks=False)


def _move_into(stage: Path, out: Path, kind: Kind) -> None:
    for old in [file for file in out.iterdir() if is_of(kind, file.name)]:
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    for new in sorted(stage.iterdir(), key=lambda file: (file.name in LAST, file.name)):
        new.rename(out / new.name)


def _put_right(out: Path) -> None:
    """Put back the old folder where a run was killed between the two renames; remove what else such runs left."""
    leftovers = [one for one in out.parent.glob(f".{out.name}.samsyn-*") if not _is_of_a_running_program(one)]
    for leftover in leftovers:
        if f".{out.name}.samsyn-old-" in leftover.name and not out.exists():
            leftover.rename(out)
        else:
            shutil.rmtree(leftover, ignore_errors=True)
    if out.is_dir():
        for leftover in out.glob(".samsyn-*"):
            if not _is_of_a_running_program(leftover):
                shutil.rmtree(leftover, ignore_errors=True)


def _is_of_a_running_program(leftover: Path) -> bool:
    pid = leftover.name.rpartition("-")[2]
    if not pid.isdigit() or int(pid) == os.getpid():
        return not pid.isdigit()
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
