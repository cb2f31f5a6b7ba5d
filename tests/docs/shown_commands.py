"""The `samsyn …` commands that the documents show, and whether the program would take them."""

import re
import shlex
from collections.abc import Iterator
from typing import Any, Final

import typer

from samsyn.cli.main import app

_BLOCK: Final = re.compile(r"^```(?:sh|console|bash)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_INLINE: Final = re.compile(r"(?<!`)`(samsyn [^`\n]+)`")
_SEPARATORS: Final = {"|", "||", "&&", ";", ">", ">>", "<", "2>", "&"}


def commands(text: str) -> Iterator[list[str]]:
    """Every command of the page, as words; pipes and redirections end it."""
    for block in _BLOCK.findall(text):
        for line in block.replace("\\\n", " ").splitlines():
            yield from _samsyn(line.removeprefix("$ "))
    for inline in _INLINE.findall(text):
        yield from _samsyn(inline.replace("…", ""))


def _samsyn(line: str) -> Iterator[list[str]]:
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    found: list[str] = []
    for word in (*lexer, ";"):
        if word not in _SEPARATORS:
            found.append(word)
            continue
        if found and found[0] == "samsyn":
            yield found
        found = []


def refusal(words: list[str]) -> str:
    """Why the program would not take the command; empty where it would."""
    command: Any = typer.main.get_command(app)
    name, rest = "samsyn", words[1:]
    while hasattr(command, "commands") and rest and not rest[0].startswith("-"):
        name, *rest = rest
        if name not in command.commands:
            return f"there is no command “{name}”"
        command = command.commands[name]
    if not rest:  # the command alone, named in a sentence
        return ""
    try:
        command.make_context(name, list(rest))
    except typer.Exit:  # --help, --version
        return ""
    except Exception as trouble:  # what the parser of commands raises is its own affair
        return _tolerated(trouble, rest)
    return ""


def _tolerated(trouble: Exception, rest: list[str]) -> str:
    """Missing parts are no fault where a sentence only names an option: `samsyn reconcile --strict`."""
    if type(trouble).__name__ == "MissingParameter" and rest[0].startswith("-"):
        return ""
    return str(trouble) or repr(trouble)
