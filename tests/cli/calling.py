"""Calls of the program: in this process, or the installed one in a process of its own."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from samsyn.cli.main import app

PROGRAM = Path(sys.executable).parent / "samsyn"


@dataclass(frozen=True)
class Called:
    """What a call ended with."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Standard output as JSON; nothing else may stand there."""
        return json.loads(self.out)


def call(*arguments: object) -> Called:
    """The command in this process; an error that is not turned into a sentence is raised here."""
    result = CliRunner().invoke(app, [str(one) for one in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return _plain(Called(result.exit_code, result.stdout, result.stderr))


def done(*arguments: object) -> Called:
    """The command in this process, which must end well."""
    called = call(*arguments)
    assert called.status == 0, called.err
    return called


def program(*arguments: object, folder: Path | None = None) -> Called:
    """The installed program in a process of its own."""
    ended = subprocess.run(
        [PROGRAM, *map(str, arguments)], cwd=folder, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    return _plain(Called(ended.returncode, ended.stdout, ended.stderr))


def _plain(called: Called) -> Called:
    assert "Traceback" not in called.out + called.err
    return called


def refused(called: Called, status: int, *words: str) -> None:
    """The call ended with the status and with one sentence that holds the words; nothing on standard output."""
    assert called.status == status, called
    assert called.out == ""
    assert called.err.strip()
    missing = [word for word in words if word.lower() not in called.err.lower()]
    assert not missing, called.err


def files(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, with its bytes."""
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def beside(out: Path) -> list[str]:
    """What a run left beside its output."""
    return sorted(entry.name for entry in out.parent.iterdir() if entry.name.startswith(f".{out.name}"))
