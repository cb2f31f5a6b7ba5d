"""`make bench`: measure, print the document, and write it."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.load.report import kept_from, written_into
from bench.measuring import Wanted, measure
from bench.processes import PROJECT
from bench.report import report

DOCUMENT: Final = PROJECT / "docs" / "performance.md"


def main(words: Sequence[str]) -> None:
    """Measure what the words ask for."""
    asked = _parser().parse_args(words)
    wanted = Wanted(
        tuple(asked.contacts),
        asked.csv_contacts,
        asked.repetitions,
        asked.cache.absolute(),
        asked.keep,
        not asked.without_pandas,
        not asked.without_spark,
    )
    text = report(measure(wanted, lambda told: print(told, file=sys.stderr, flush=True)))
    print(text)
    if asked.document.exists() and (load := kept_from(asked.document.read_text(encoding="utf-8"))):
        text = written_into(text, load)
    asked.document.write_text(text, encoding="utf-8", newline="\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=main.__doc__)
    parser.add_argument(
        "--contacts", type=int, nargs="+", default=[1_000_000, 10_000_000], help="sizes of the Parquet regions"
    )
    parser.add_argument("--csv-contacts", type=int, default=1_000_000, help="size of the CSV region")
    parser.add_argument("--repetitions", type=int, default=5, help="runs behind each median")
    parser.add_argument("--without-pandas", action="store_true", help="leave out the pandas script")
    parser.add_argument("--without-spark", action="store_true", help="leave out Samsyn on Spark, which needs Java")
    parser.add_argument(
        "--cache",
        type=Path,
        default=Path(tempfile.gettempdir(), "samsyn-bench"),
        help="folder of the regions; one that is there already is used again",
    )
    parser.add_argument("--keep", action="store_true", help="keep the regions that were made")
    parser.add_argument("--document", type=Path, default=DOCUMENT, help="where to write the document")
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
