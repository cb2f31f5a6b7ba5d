"""A result folder that appears whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samsyn.extracts.errors import Told

_RESULTS = {"series", "findings", "payments", "reconciliation", "team_findings", "unmatched", "rejected", "receipt"}
_SIMULATION = {"scenarios", "units", "changes", "chart"}
_EXTRACT = {"contacts", "patients", "teams", "nrs", "evidence", "invoices", "roster", "planted"}
_OURS = _RESULTS | _SIMULATION | _EXTRACT


class OutputTaken(Told):
    """The output folder holds something already."""


@contextmanager
def new_folder(out: Path, *, overwrite: bool) -> Iterator[Path]:
    """A folder to write in, put in the place of `out` when the block ends well and removed when it does not.

    OutputTaken where `out` is not empty and may not be overwritten. Files in it that
    are none of this program's are kept.
    """
    check_free(out, overwrite=overwrite)
    out = out.absolute()
    out.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(out)
    beside = out.parent / f".{out.name}.samsyn-{os.getpid()}"
    beside.mkdir()
    try:
        yield beside
        _put_in_place(beside, out)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def check_free(out: Path, *, overwrite: bool) -> None:
    """Refuse an output that is taken, before any work is done."""
    if out.exists() and not out.is_dir():
        raise OutputTaken(f"{out} är en fil. Ange en mapp.", f"{out} is a file. Give the name of a folder.")
    if out.is_dir() and any(out.iterdir()) and not overwrite:
        raise OutputTaken(
            f"Mappen {out} är inte tom. Ange en ny mapp, eller säg --overwrite.",
            f"The folder {out} is not empty. Give a new folder, or say --overwrite.",
        )


def _put_in_place(beside: Path, out: Path) -> None:
    if not out.exists():
        beside.rename(out)
        return
    for kept in out.iterdir():
        if kept.name.split(".")[0] not in _OURS and not (beside / kept.name).exists():
            kept.rename(beside / kept.name)
    aside = out.parent / f".{out.name}.samsyn-old-{os.getpid()}"
    out.rename(aside)
    beside.rename(out)
    shutil.rmtree(aside)


def _remove_leftovers(out: Path) -> None:
    """Remove what runs that were killed left beside the output."""
    for leftover in out.parent.glob(f".{out.name}.samsyn-*"):
        pid = leftover.name.rpartition("-")[2]
        if pid.isdigit() and not _is_running(int(pid)):
            if "samsyn-old-" in leftover.name and not out.exists():
                leftover.rename(out)
            else:
                shutil.rmtree(leftover, ignore_errors=True)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return pid != os.getpid()
