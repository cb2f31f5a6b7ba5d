"""How long the server takes for each list of a large region: `python -m bench.load.lists`, on both databases."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from tests.web.served import load, settings_in
from tests.web.server import postgresql

from bench.load.report import LISTS, lists_section, written_into
from bench.processes import PROJECT

_DOCUMENT: Final = PROJECT / "docs" / "performance.md"


def main() -> None:
    """Measure on PostgreSQL and on SQLite, and write what was measured into the document."""
    asked = _asked()
    measured = {"PostgreSQL": _on_postgresql(asked), "SQLite": _in_a_folder(asked, None)}
    section = lists_section(measured, vars(asked))
    print(section)
    if asked.document:
        text = written_into(_DOCUMENT.read_text("utf-8"), section, begins=LISTS)
        _DOCUMENT.write_text(text, encoding="utf-8", newline="\n")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.load.lists", description=__doc__)
    parser.add_argument("--letters", type=int, default=100_000)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--visits", type=int, default=1_000_000)
    parser.add_argument("--patients", type=int, default=300, help="at each unit")
    parser.add_argument("--teams", type=int, default=130, help="of the region; about three in four units have one")
    parser.add_argument("--calls", type=int, default=21, help="of each page")
    parser.add_argument("--no-document", dest="document", action="store_false", help="only print")
    return parser.parse_args()


def _on_postgresql(asked: argparse.Namespace) -> list[dict[str, Any]]:
    with postgresql() as database:
        return _in_a_folder(asked, database)


def _in_a_folder(asked: argparse.Namespace, database: str | None) -> list[dict[str, Any]]:
    """What one database gives. The pages are asked for in a process with that database's settings."""
    with tempfile.TemporaryDirectory(prefix="samsyn-lists-") as name:
        folder = Path(name)
        settings = settings_in(folder, database) | {"SAMSYN_LOG_LEVEL": "ERROR"}
        load(folder, settings, "--patients", str(asked.patients), "--units", "1", teams=asked.teams)
        sizes = [str(each) for each in (asked.letters, asked.cases, asked.visits, asked.patients, asked.calls)]
        command = [sys.executable, "-m", "bench.load.asking", *sizes]
        done = subprocess.run(command, env={**os.environ, **settings}, check=True, stdout=subprocess.PIPE, text=True)
        told: list[dict[str, Any]] = json.loads(done.stdout)
        return told


if __name__ == "__main__":
    main()
