"""Which trouble ends a command with which status, and in which words. No anticipated trouble shows a traceback."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from samsyn.extracts.errors import RefusedExtract
from samsyn.extracts.writing import OutputTaken
from samsyn.guidelines import BadGuideline, BadSet

FAILED, WRONG_CALL, REFUSED, ROWS_REJECTED = 1, 2, 3, 4


class WrongCall(Exception):
    """The command was called in a way that cannot be carried out."""


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn anticipated trouble into one sentence on standard error and the right exit status."""
    try:
        yield
    except RefusedExtract as refused:
        stop(f"{refused.sentence} [{refused.code}]", REFUSED)
    except (OutputTaken, WrongCall, BadGuideline, BadSet) as wrong:
        stop(str(wrong), WRONG_CALL)
    except OSError as trouble:
        stop(_of_the_system(trouble), FAILED)


def stop(sentence: str, status: int) -> None:
    """End the command with a sentence and a status."""
    typer.echo(f"samsyn: {sentence}", err=True)
    raise typer.Exit(status)


def _of_the_system(trouble: OSError) -> str:
    where = f" ({trouble.filename})" if trouble.filename else ""
    if trouble.errno in (errno.ENOSPC, errno.EDQUOT) or "No space left" in str(trouble):
        return f"The disk is full{where}. Nothing was left behind; free some space and run again."
    if isinstance(trouble, PermissionError):
        return f"Not allowed to read or write{where}. Check the rights, or choose another folder."
    if isinstance(trouble, FileNotFoundError):
        return f"There is no such file or folder{where}."
    return f"The system refused: {trouble}. Nothing was left behind."
