"""Two officers at the very same moment, each with a connection of their own (reliability, F16)."""

import json
import os
import subprocess
import sys
import uuid
from pathlib import Path

from django.db import connection

from tests.web.directory.race import ROUNDS


def test_of_two_officers_at_once_one_decides(tmp_path: Path, db: None) -> None:
    settings = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "samsyn.web.project.settings",
        "SAMSYN_DATABASE_URL": own_database(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.web.directory.race"], env=settings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert len(told) == ROUNDS
    for race in told:
        assert (race["approvals"], race["events"]) == (1, 1), race
        assert race["fared"].count("approved") == 1, race
        assert "Det går inte längre: läget är nu ”godkänd”." in "".join(race["fared"]), race


def own_database(folder: Path) -> str:
    """A file, or a database of this run's own on the server of the tests."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{folder / 'race.sqlite3'}"
    import psycopg

    name, host = f"race_{os.getpid()}_{uuid.uuid4().hex[:8]}", connection.settings_dict["HOST"]
    with psycopg.connect(host=host, user="samsyn", dbname="samsyn", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    return f"{os.environ['SAMSYN_DATABASE_URL'].rpartition('/')[0]}/{name}"
