"""The tutorial, run for real: every ```sh block in order in an empty folder; what it shows is what came out.

A ```sh block may be followed by a ```text block: its output, to the letter (but for the seconds it took).
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.docs.pages import DOCS

PAGE: Final = DOCS / "tutorial.md"
_STEP: Final = re.compile(r"```sh\n(?P<commands>.*?)```\n(?:\n```text\n(?P<shown>.*?)```\n)?", re.DOTALL)
_SECONDS: Final = re.compile(r"\d+[.,]\d(?= (?:seconds|sekunder))")


def run(text: str) -> list[tuple[str, str | None, str]]:
    """Each block of commands with what the page shows of its output (None: nothing) and what it really says."""
    with tempfile.TemporaryDirectory() as folder:
        return [
            (step["commands"], step["shown"], _said(step["commands"], Path(folder))) for step in _STEP.finditer(text)
        ]


def refreshed(text: str) -> str:
    """The page with every shown output as it is now."""
    said = iter(run(text))

    def anew(step: re.Match[str]) -> str:
        commands, shown, now = next(said)
        return step[0] if shown is None else f"```sh\n{commands}```\n\n```text\n{now}```\n"

    return _STEP.sub(anew, text)


def without_seconds(output: str) -> str:
    """The output with the time taken left out."""
    return _SECONDS.sub("–", output)


def _said(commands: str, folder: Path) -> str:
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "FORCE_COLOR")}
    done = subprocess.run(
        ["bash", "-e", "-c", commands],
        cwd=folder,
        env={**kept, "PATH": programs, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"The tutorial's “{commands.strip()}” ended with {done.returncode}: {done.stderr}")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
