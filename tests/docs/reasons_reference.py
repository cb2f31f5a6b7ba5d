"""docs/reference/reasons.md, from the reader's own reason codes: `python -m tests.docs.reasons_reference [--check]`."""

import sys
from collections.abc import Mapping
from typing import Final

from samsyn.extracts.reading import REASONS
from samsyn.extracts.reading.wording import files, rows
from tests.docs.pages import DOCS, table, write_or_check

PAGE: Final = DOCS / "reference" / "reasons.md"

_HEAD: Final = """\
# Reason codes of the reader

<!-- Written by tests/docs/reasons_reference.py from samsyn.extracts.reading.REASONS. Do not edit; run `make docs`. -->

The reader never guesses and never stays silent. What it does with a line or a file carries one of these codes:

- in `rejected`, where one row could not be used: its file, its line, the code, and what was written;
- in the `notes` of `receipt.json` (and “Good to know” on the screen), where something was accepted but written in an
  unusual way: the code, how many, and the first places;
- in square brackets after the one sentence of a run that refused a whole file (exit status 3).

The same code can be a note in one place and a rejection in another: `CODE_FORM` notes `uv 110`, which can only mean
UV110, and rejects `UV11O`, where a letter stands for a digit. A suggestion is shown and never filled in.
"""


def page() -> str:
    """The whole page."""
    parts = [
        _HEAD,
        f"There are {len(REASONS)} codes.\n",
        "## Whole files, headers and columns\n",
        _codes(files.SENTENCES),
        "## Single rows\n",
        _codes(rows.SENTENCES),
    ]
    return "\n".join(parts)


def _codes(sentences: Mapping[str, tuple[str, str]]) -> str:
    told = [[f"`{code}`", english, swedish] for code, (swedish, english) in sorted(sentences.items())]
    return table(["Code", "Meaning", "På svenska"], told)


def main(arguments: list[str]) -> int:
    """Write or check the page."""
    return write_or_check(PAGE, page(), arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
