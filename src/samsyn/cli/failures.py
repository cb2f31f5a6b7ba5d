"""Which trouble ends a command with which status, and in which words. No anticipated trouble shows a traceback."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from samsyn.extracts.errors import EngineFailed, RefusedExtract, Told
from samsyn.extracts.reading import REASONS
from samsyn.extracts.reading import sentence as meaning
from samsyn.guidelines import BadGuideline, BadSet

FAILED, WRONG_CALL, REFUSED, ROWS_REJECTED = 1, 2, 3, 4


class WrongCall(Told):
    """The command was called in a way that cannot be carried out."""


@contextmanager
def told_plainly(language: str = "sv") -> Iterator[None]:
    """Turn anticipated trouble into one sentence on standard error and the right exit status."""
    try:
        yield
    except RefusedExtract as refused:
        stop(_refused(refused, language), REFUSED)
    except EngineFailed as failed:
        stop(failed.sentence_in(language), FAILED)
    except Told as wrong:
        stop(wrong.sentence_in(language), WRONG_CALL)
    except (BadGuideline, BadSet) as wrong:
        stop(str(wrong), WRONG_CALL)
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None
    except OSError as trouble:
        stop(_of_the_system(trouble).sentence_in(language), FAILED)


def stop(sentence: str, status: int) -> None:
    """End the command with a sentence and a status."""
    typer.echo(f"samsyn: {sentence}", err=True)
    raise typer.Exit(status)


def _refused(refused: RefusedExtract, language: str) -> str:
    """The sentence with its code; in English what the code means first, since the place is told in Swedish."""
    if language == "en" and refused.code in REASONS:
        return f"{meaning(refused.code, language)} ({refused.sentence}) [{refused.code}]"
    return f"{refused.sentence} [{refused.code}]"


def _of_the_system(trouble: OSError) -> Told:
    where = f" ({trouble.filename})" if trouble.filename else ""
    if trouble.errno in (errno.ENOSPC, errno.EDQUOT) or "No space left" in str(trouble):
        return Told(
            f"Disken är full{where}. Inget halvt resultat finns kvar; frigör utrymme och kör igen.",
            f"The disk is full{where}. Nothing was left behind; free some space and run again.",
        )
    if isinstance(trouble, PermissionError):
        return Told(
            f"Rättighet att läsa eller skriva saknas{where}. Kontrollera rättigheterna, eller välj en annan mapp.",
            f"Not allowed to read or write{where}. Check the rights, or choose another folder.",
        )
    if isinstance(trouble, FileNotFoundError):
        return Told(f"Filen eller mappen finns inte{where}.", f"There is no such file or folder{where}.")
    return Told(
        f"Systemet vägrade: {trouble}. Inget halvt resultat finns kvar.",
        f"The system refused: {trouble}. Nothing was left behind.",
    )
