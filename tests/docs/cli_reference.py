"""docs/reference/cli.md, written from the program's own commands: `python -m tests.docs.cli_reference [--check]`."""

import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any, Final

import typer

from samsyn.cli.main import app
from tests.docs.pages import DOCS, table, write_or_check

PAGE: Final = DOCS / "reference" / "cli.md"

_HEAD: Final = """\
# The command line

<!-- Written by tests/docs/cli_reference.py from the program itself. Do not edit; run `make docs`. -->

Every command and option, as the program itself tells them with `--help`. What the files hold is in
[files.md](files.md); what the exit statuses mean is in [exit-statuses.md](exit-statuses.md).
"""


_KINDS: Final = {Path: "FOLDER", int: "NUMBER", float: "NUMBER", str: "TEXT"}


def page() -> str:
    """The whole page."""
    root = typer.main.get_command(app)
    commands = list(_commands(root, ("samsyn",)))
    listed = [[f"[`{name}`](#{name.replace(' ', '-')})", _first_line(command)] for name, command in commands]
    parts = [_HEAD, table(["Command", "What it does"], listed), *(_section(name, one) for name, one in commands)]
    return "\n".join(parts)


def _commands(command: Any, names: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Every command that does something, by its full name."""
    for name, inner in command.commands.items():
        if hasattr(inner, "commands"):
            yield from _commands(inner, (*names, name))
        else:
            yield " ".join((*names, name)), inner


def _first_line(command: Any) -> str:
    return str(command.help).split("\n\n")[0]


def _section(name: str, command: Any) -> str:
    arguments = [p for p in command.params if not p.opts[0].startswith("-")]
    options = [p for p in command.params if p.opts[0].startswith("-")]
    usage = " ".join([name, *(str(p.name).upper() for p in arguments), "[OPTIONS]"])
    parts = [f"## {name}\n", f"```text\n{usage}\n```\n", f"{command.help}\n"]
    if arguments:
        rows = [[f"`{str(p.name).upper()}`", str(p.help)] for p in arguments]
        parts.append(table(["Argument", "Meaning"], rows))
    rows = [[_names(p), _takes(p), _default(p), str(p.help)] for p in options]
    parts.append(table(["Option", "Takes", "Default", "Meaning"], rows))
    return "\n".join(parts)


def _names(option: Any) -> str:
    return ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))


def _takes(option: Any) -> str:
    if option.is_flag:
        return ""
    kind = option.type_descriptor.annotation
    if isinstance(kind, type) and issubclass(kind, Enum):
        told = "|".join(str(one.value) for one in kind)
    else:
        told = option.metavar or _KINDS.get(kind, getattr(kind, "__name__", str(kind)))
    several = ", several times" if option.multiple else ""
    return f"`{told}`{several}"


def _default(option: Any) -> str:
    if option.required:
        return "must be given"
    value = option.default
    if value is None or value is False:
        return ""
    if value is True:
        return f"`{option.opts[0]}`"
    return f"`{value.value if isinstance(value, Enum) else value}`"


def main(arguments: list[str]) -> int:
    """Write or check the page."""
    return write_or_check(PAGE, page(), arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
