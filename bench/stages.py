"""One run of `samsyn reconcile`, cut into stages.

`python -m bench.stages EXTRACT OUT BEGAN` prints the seconds by stage as JSON; BEGAN is what `time.perf_counter()`
said just before this process was started, so that the start of Python and the imports are a stage too.
"""

import json
import sys
import time
from pathlib import Path
from statistics import median
from typing import Final

from bench.processes import run_whole

START: Final = "Python and imports"
READING: Final = "reading the extract"
SERIES: Final = "series and facts"
CONDITIONS: Final = "conditions"
SETTLING: Final = "decisions, teams, payments, comparison"
WRITING: Final = "receipt and writing"
STAGES: Final = (START, READING, SERIES, CONDITIONS, SETTLING, WRITING)
IN_JUDGING: Final = {
    "build_series": SERIES,
    "series_facts": SERIES,
    "hold": CONDITIONS,
    "hold_same_year": CONDITIONS,
}


def typical_stages(extract: Path, out: Path, repetitions: int) -> dict[str, float]:
    """The median seconds of each stage, each time in a process of its own."""
    runs = []
    for _ in range(repetitions):
        began = repr(time.perf_counter())
        command = [sys.executable, "-m", "bench.stages", str(extract), str(out), began]
        runs.append(json.loads(run_whole(command).printed))
    return {stage: median(run[stage] for run in runs) for stage in STAGES}


def stages_of_this_run(extract: Path, out: Path, began: float) -> dict[str, float]:
    """Do the whole job once, and tell where the time went."""
    from bench.stopwatch import Stopwatch
    from samsyn.adjudication import judging
    from samsyn.cli import job
    from samsyn.cli.main import app  # noqa: F401 - the program imports every command too

    imported = time.perf_counter()
    watch = Stopwatch()
    request = job.Request(extract, quiet=True, with_invoices=True)
    with watch.on(judging, IN_JUDGING), watch.on(job, {"read": READING, "open_register": READING}):
        done = job.do(request)
    decided = time.perf_counter()
    job.write(done, out, "csv", overwrite=True)
    written = time.perf_counter()
    timed = sum(watch.seconds.values())
    return {
        START: imported - began,
        **watch.seconds,
        SETTLING: decided - imported - timed,
        WRITING: written - decided,
    }


if __name__ == "__main__":
    print(json.dumps(stages_of_this_run(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]))))
