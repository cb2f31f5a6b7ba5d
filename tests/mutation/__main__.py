"""Plant each fault in a copy of the program, run the tests that carry the truth, and record which one notices.

`python -m tests.mutation` writes docs/planted-faults.md; it ends with status 1 where a fault goes unnoticed.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.mutation.faults import FAULTS, Fault

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "planted-faults.md"
SUITES = (
    "tests/spec/test_spec.py",
    "tests/spec/test_referrals.py",
    "tests/pathway",
    "tests/equivalence",
    "tests/guidelines",
)
_FAILED = re.compile(r"^(?:FAILED|ERROR) (tests/.+?)(?: - .*)?$", re.MULTILINE)


def plant(fault: Fault, source: Path) -> None:
    """Put the fault into the copy of the source."""
    file = source / "samsyn" / fault.file
    text = file.read_text(encoding="utf-8")
    if text.count(fault.sound) != 1:
        sys.exit(
            f"{fault.file}: “{fault.sound}” stands {text.count(fault.sound)} times; correct tests/mutation/faults.py."
        )
    file.write_text(text.replace(fault.sound, fault.faulty), encoding="utf-8")


def noticed_by(fault: Fault) -> list[str]:
    """The first test of each suite that fails with the fault in place."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "src"
        shutil.copytree(ROOT / "src", source)
        plant(fault, source)
        environment = os.environ | {"PYTHONPATH": f"{source}{os.pathsep}{ROOT}", "SAMSYN_EQUIVALENCE_SEEDS": "20"}
        return [test for suite in SUITES for test in _failures(suite, environment)]


def _failures(suite: str, environment: dict[str, str]) -> list[str]:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-rfE", "--no-header", "-p", "no:randomly", suite]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    found = _FAILED.findall(done.stdout)
    return [f"{suite} (could not even start)"] if done.returncode > 1 and not found else found[:1]


def main() -> None:
    """Plant every fault, or those whose title holds the words given, and write the record."""
    wanted = [fault for fault in FAULTS if all(word in fault.title for word in sys.argv[1:])]
    rows, unnoticed = [], 0
    for fault in wanted:
        tests = noticed_by(fault)
        unnoticed += not tests
        sys.stdout.write(f"{'noticed ' if tests else 'MISSED  '} {fault.title}: {', '.join(tests)}\n")
        sys.stdout.flush()
        rows.append(
            f"| {fault.title} | `{fault.file}` | {'<br>'.join(f'`{test}`' for test in tests) or '**nothing**'} |"
        )
    if len(wanted) == len(FAULTS):
        DOCUMENT.write_text(_document(rows, unnoticed), encoding="utf-8")
    sys.exit(1 if unnoticed else 0)


def _document(rows: list[str], unnoticed: int) -> str:
    return "\n".join(
        [
            "# Planted faults",
            "",
            "Each line is a slip that a person might make, planted in a copy of the program by `make faults`, and the",
            "first test of each suite that turned red. A test that cannot fail proves nothing; this is how we know.",
            "",
            f"{len(rows)} faults planted, {len(rows) - unnoticed} noticed.",
            "",
            "| fault | file | noticed by |",
            "| --- | --- | --- |",
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    main()
