"""A million rows are read in bounded memory, the fast way and the careful way."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.reading.making import PATIENTS, ROWS, TEAMS, text_of

BOUND_MIB = 512
# The high-water mark of the reading process itself: `ru_maxrss` also counts the size its parent had when it was forked,
# and a worker that has run the web application's tests is larger than the bound.
MEASURED = """
import sys
from pathlib import Path
from samsyn.extracts.reading import read_extract
reading = read_extract(Path(sys.argv[1]), guideline_codes=frozenset({"UV110"}))
count = reading.counts["contacts"]
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(count.lines, count.used, int(status["VmHWM"].split()[0]) // 1024)
"""


@pytest.mark.parametrize("last", ["", "\n"], ids=["fast", "careful"])
def test_a_million_rows_need_little_memory(last: str, tmp_path: Path) -> None:
    header, coded, *_ = text_of(ROWS).splitlines(keepends=True)
    with (tmp_path / "contacts.csv").open("w", newline="") as stream:
        stream.write(header + coded)
        for start in range(0, 1_000_000, 10_000):
            numbers = range(start, start + 10_000)
            stream.write("".join(f"X{n:07};P{n % 90_000};U{n % 400};2019-03-01;M545;AA001;nurse;45\n" for n in numbers))
        stream.write(last)
    (tmp_path / "patients.csv").write_text(PATIENTS)
    (tmp_path / "teams.csv").write_text(TEAMS)
    done = subprocess.run([sys.executable, "-c", MEASURED, str(tmp_path)], capture_output=True, text=True, check=True)
    lines, used, mebibytes = map(int, done.stdout.split())
    assert lines == 1_000_001 + len(last)
    assert used == 1
    assert mebibytes < BOUND_MIB
