"""docs/examples/vgr-mmr-2020-draft.toml: the guideline of 2019 with exactly four values changed.

`python -m tests.docs.example_draft [--check]` copies the packaged file anew, so that the example follows it.
"""

import sys
from importlib import resources
from typing import Final

from tests.docs.pages import DOCS, write_or_check

PAGE: Final = DOCS / "examples" / "vgr-mmr-2020-draft.toml"

CHANGED: Final = {
    'id = "vgr-mmr-2019"': 'id = "vgr-mmr-2020-draft"',
    "first_day = 2019-01-01": "first_day = 2020-01-01",
    "last_day = 2019-12-31": "last_day = 2020-12-31",
    'replaces = "vgr-mmr-2018"': 'replaces = "vgr-mmr-2019"',
}
"""What stands in [decision] of 2019, and what stands there in the draft."""


def original() -> str:
    """The packaged guideline of 2019, as its file has it."""
    file = resources.files("samsyn.guidelines") / "data" / "vgr" / "vgr-mmr-2019.toml"
    return file.read_text(encoding="utf-8")


def draft() -> str:
    """The copy: the first line of each kind is the one in [decision]."""
    text = original()
    for before, after in CHANGED.items():
        text = text.replace(f"\n{before}\n", f"\n{after}\n", 1)
    return text


def main(arguments: list[str]) -> int:
    """Write or check the example."""
    return write_or_check(PAGE, draft(), arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
