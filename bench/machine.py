"""The machine that the figures hold for: no name, no path, no clock."""

import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path


@dataclass(frozen=True)
class Machine:
    """What a reader needs to compare with their own."""

    processor: str
    cores: int
    memory_gb: float
    system: str
    python: str
    polars: str
    pandas: str


def this_machine() -> Machine:
    """The machine that this runs on."""
    return Machine(
        next(_told("/proc/cpuinfo", "model name"), platform.processor() or platform.machine()),
        len(os.sched_getaffinity(0)),
        os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30,
        f"{platform.system()} {platform.machine()}",
        platform.python_version(),
        version("polars"),
        version("pandas"),
    )


def _told(file: str, name: str) -> Iterator[str]:
    path = Path(file)
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        key, _, value = line.partition(":")
        if key.strip() == name:
            yield value.strip()
