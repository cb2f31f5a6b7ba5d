"""Many who open cases at the very same moment, each with a connection of their own (reliability, F16)."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.web.care.race import NUMBERS
from tests.web.directory.test_race import own_database


def test_each_case_gets_its_number_and_a_patient_one_case(tmp_path: Path, db: None) -> None:
    settings = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "samsyn.web.project.settings",
        "SAMSYN_DATABASE_URL": own_database(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.web.care.race"], env=settings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["others"] == ["opened"] * len(NUMBERS)
    assert told["numbers"] == [f"2019-{place:04d}" for place in range(1, len(NUMBERS) + 1)]
    assert told["same"] == ["AlreadyOpen"] * (len(NUMBERS) - 1) + ["opened"]
    assert told["cases"] == len(NUMBERS) + 1
