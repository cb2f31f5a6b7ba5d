"""docs/reference/settings.md and rights.md, from the application itself: `python -m tests.docs.settings_reference`."""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tests.docs.pages import DOCS, ROOT, table, write_or_check

_SETTINGS: Final = DOCS / "reference" / "settings.md"
_RIGHTS: Final = DOCS / "reference" / "rights.md"
_TABLE: Final = ROOT / "src" / "samsyn" / "web" / "people" / "rights"

_SETTINGS_HEAD: Final = """\
# Settings of the web application

<!-- Written by tests/docs/settings_reference.py from samsyn.web.project.environment. Do not edit; run `make docs`. -->

All are variables of the environment, read once when the application starts.
"""
_RIGHTS_HEAD: Final = """\
# Who may do what

<!-- Written by tests/docs/settings_reference.py from samsyn/web/people/rights/*.toml. Do not edit; run `make docs`. -->

The same data decides every request: an address that is not in it does not open, and the tests try every role on every
address. *Anyone* needs no log-in. Where states are named, the action can only be done to a thing in one of them. *Shows
patients*: each patient's record that is read leaves a row in the access log, with the purpose.
"""


def settings_page() -> str:
    """Every setting, its meaning and what it is when nothing is given."""
    from samsyn.web.project.environment import MEANING, read

    rows = [[f"`{name}`", meaning, _default(read.scheme[name][1])] for name, meaning in MEANING.items()]
    if missing := set(read.scheme) - set(MEANING):
        raise ValueError(f"Settings without a meaning in environment.MEANING: {', '.join(sorted(missing))}")
    return f"{_SETTINGS_HEAD}\n{table(['Setting', 'Meaning', 'Default'], rows)}"


def _default(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(f"`{each}`" for each in value)
    text = str(value).replace(str(ROOT), "…")
    return f"`{text}`" if text else ""


def rights_page() -> str:
    """The table of rights."""
    columns = ["Action", "In words", "Roles", "States", "Purpose", "Shows patients", "Addresses"]
    return f"{_RIGHTS_HEAD}\n{table(columns, list(_actions()))}"


def _actions() -> Iterator[list[str]]:
    for file in sorted(_TABLE.glob("*.toml")):
        for action in tomllib.loads(file.read_text("utf-8"))["action"]:
            four_eyes = action.get("not_by_same", "")
            words = action["en"] + (f"; not by who did `{four_eyes}`" if four_eyes else "")
            yield [
                f"`{action['id']}`",
                words,
                ", ".join(action["roles"]),
                ", ".join(action.get("states", ())),
                action.get("purpose", "none"),
                "yes" if action.get("shows_patients") else "",
                ", ".join(f"`{each}`" for each in action["urls"]),
            ]


def pages() -> dict[Path, str]:
    """Each page and its text."""
    return {_SETTINGS: settings_page(), _RIGHTS: rights_page()}


def main(arguments: list[str]) -> int:
    """Write or check the pages."""
    return max(write_or_check(page, text, arguments) for page, text in pages().items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
