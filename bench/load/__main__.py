"""`make load`: serve a region on PostgreSQL, let people browse it, and write what was measured into the document."""

import argparse
import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.web.served import load, serving, settings_in
from tests.web.server import postgresql

from bench.load.report import load_section, written_into
from bench.processes import PROJECT
from samsyn.web.project.demo_logins import LOGINS, PASSWORD

_DOCUMENT: Final = PROJECT / "docs" / "performance.md"


def main() -> None:
    """Measure as asked."""
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="samsyn-load-") as name, postgresql() as database:
        folder = Path(name)
        settings = settings_in(folder, database) | {"SAMSYN_LOG_LEVEL": "WARNING"}
        load(folder, settings, "--patients", str(asked.patients // asked.units), "--units", str(asked.units),
             contacts=asked.contacts, teams=asked.teams)  # fmt: skip
        with serving(folder, settings, workers=2) as address:
            alone = _browse(folder / "alone", address, users=1, seconds=asked.alone)
            together = _browse(folder / "together", address, users=asked.users, seconds=asked.seconds)
    section = load_section(alone, together, vars(asked))
    print(section)
    if asked.document:
        _DOCUMENT.write_text(written_into(_DOCUMENT.read_text("utf-8"), section), encoding="utf-8", newline="\n")
    sys.exit(1 if any(int(row["Failure Count"]) for row in together) else 0)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=main.__doc__)
    parser.add_argument("--users", type=int, default=200, help="people at once")
    parser.add_argument("--seconds", type=int, default=600, help="for how long")
    parser.add_argument("--teams", type=int, default=500)
    parser.add_argument("--contacts", type=int, default=200_000)
    parser.add_argument("--patients", type=int, default=100_000, help="in all, spread over the units")
    parser.add_argument("--units", type=int, default=20)
    parser.add_argument("--alone", type=int, default=30, help="seconds that one person browses alone, before")
    parser.add_argument("--no-document", dest="document", action="store_false", help="only print")
    return parser.parse_args()


def _browse(prefix: Path, address: str, *, users: int, seconds: int) -> list[dict[str, str]]:
    """Rows of locust's statistics: one a page, and `Aggregated`."""
    visitors = Path(__file__).with_name("visitors.py")
    command = [
        sys.executable, "-m", "locust", "--headless", "-f", str(visitors), "--host", address, "--users", str(users),
        "--spawn-rate", "2", "--run-time", f"{seconds}s", "--csv", str(prefix), "--only-summary",
        "--exit-code-on-error", "0",
    ]  # fmt: skip
    roles = ",".join(f"{each.username}={each.role}" for each in LOGINS)
    known = {
        "LOAD_PASSWORD": PASSWORD,
        "LOAD_USERNAMES": ",".join(each.username for each in LOGINS),
        "LOAD_ROLES": roles,
    }
    subprocess.run(command, env={**os.environ, **known}, check=True)
    with Path(f"{prefix}_stats.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
