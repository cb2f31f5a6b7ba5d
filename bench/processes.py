"""A command run as a whole process, from its start to its end, and what it cost.

Whoever measures stays small: on Linux a child's peak memory is never told lower than that of the process it was
started from, so nothing here may load a table or import Polars.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

PROJECT: Final = Path(__file__).parent.parent


class CommandFailed(RuntimeError):
    """A command that was to be measured did not end well."""


@dataclass(frozen=True)
class Cost:
    """Wall and processor seconds (user and system), and the peak of resident memory in MB."""

    wall: float
    cpu: float
    peak_mb: float


@dataclass(frozen=True)
class Ended:
    """A command that ended well: its cost, and what it printed."""

    cost: Cost
    printed: str


def run_whole(command: Sequence[str]) -> Ended:
    """Run the command to its end, in the project's folder. Raises CommandFailed with what it complained of."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode:
            told = err.read().decode(errors="replace")[-2000:]
            raise CommandFailed(f"{' '.join(command)} ended with {process.returncode}: {told}")
        cost = Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
        return Ended(cost, out.read().decode())


def typical(costs: Sequence[Cost]) -> Cost:
    """The median of each figure by itself."""
    return Cost(
        median(cost.wall for cost in costs), median(cost.cpu for cost in costs), median(cost.peak_mb for cost in costs)
    )
