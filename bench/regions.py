"""The synthetic regions that are measured on, made once and found again."""

import hashlib
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

from bench.processes import run_whole

SAMSYN: Final = str(Path(sys.executable).with_name("samsyn"))
SEED: Final = 1
CODED_SHARE: Final = 0.01


@dataclass(frozen=True)
class Size:
    """A region to measure on: how many contacts, in which format."""

    contacts: int
    form: Literal["parquet", "csv"] = "parquet"

    @property
    def name(self) -> str:
        """The name of its folder: another plan or another generator gives another name."""
        return f"{self.form}-{self.contacts}-seed{SEED}-{_generator()[:12]}"

    def table(self, extract: Path) -> Path:
        """The contacts of the extract: a file, or a folder of parts."""
        return extract / f"contacts.{self.form}"


@contextmanager
def region(size: Size, cache: Path, *, keep: bool) -> Iterator[Path]:
    """The region's folder. One that was made for this run is removed after it, unless kept."""
    folder = cache / size.name
    is_new = not folder.exists()
    try:
        if is_new:
            cache.mkdir(parents=True, exist_ok=True)
            run_whole([SAMSYN, "generate", str(folder), *_plan(size), "--quiet"])
        yield folder
    finally:
        if is_new and not keep:
            shutil.rmtree(folder, ignore_errors=True)


def _plan(size: Size) -> list[str]:
    plan = {"--seed": SEED, "--contacts": size.contacts, "--coded-share": CODED_SHARE, "--format": size.form}
    return [str(word) for pair in plan.items() for word in pair]


def _generator() -> str:
    """The digest of the generator's sources, found without importing them."""
    found = find_spec("samsyn")
    places = found.submodule_search_locations if found else None
    if not places:
        raise ModuleNotFoundError("samsyn is not installed in this environment.")
    sources = sorted(Path(next(iter(places)), "extracts", "synthetic").glob("*.py"))
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
