"""Values that many blocks of a guideline file have: a citation, labels, days, one word of several."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from samsyn.findings import Citation
from samsyn.guidelines.block import Block
from samsyn.guidelines.errors import Uncited
from samsyn.kernel import Period

_LANGUAGES = ("sv", "en")
Choice = TypeVar("Choice", bound=StrEnum)
Code = TypeVar("Code")


class Sources:
    """The documents that the citations of one file name."""

    def __init__(self, sources: Block) -> None:
        documents = {name: Block(sources.file, f"[sources.{name}]", value) for name, value in sources.rest().items()}
        self._reference = {name: block.take("reference", str) for name, block in documents.items()}

    def cited(self, block: Block) -> Citation:
        """Where the block is stated; Uncited where it does not say."""
        source = block.take("source", str, "guideline")
        if source not in self._reference:
            raise block.wrong(f"the source “{source}” is not listed", "Add it under [sources].")
        section, quote = block.take("section", str, " "), block.take("quote", str, " ")
        if not section.strip() or not quote.strip():
            raise Uncited(
                block.file,
                block.place,
                "it does not say where it is stated.",
                "Add section = … and a few quoted words as quote = ….",
            )
        return Citation(self._reference[source], section, quote, _reading(block))


def _reading(block: Block) -> dict[str, str]:
    """Our interpretation, in every language or in none."""
    if not any(block.has(f"reading_{language}") for language in _LANGUAGES):
        return {}
    return {language: block.take(f"reading_{language}", str) for language in _LANGUAGES}


def label(block: Block, prefix: str = "") -> dict[str, str]:
    """What people read, in every language."""
    return {language: block.take(f"{prefix}{language}", str) for language in _LANGUAGES}


def period(block: Block) -> Period:
    """The days from first_day to last_day."""
    first, last = block.take("first_day", date), block.take("last_day", date)
    if last < first:
        raise block.wrong(f"the period ends on {last}, before its first day {first}", "Swap or correct the days.")
    return Period(first, last)


def choice(block: Block, key: str, kind: type[Choice], default: Choice | None = None) -> Choice:
    """One of the words of the kind."""
    written = block.take(key, str, None if default is None else default.value)
    try:
        return kind(written)
    except ValueError as error:
        raise block.wrong(f"“{key}” is “{written}”", f"Choose one of: {', '.join(kind)}.") from error


def parsed(block: Block, parse: Callable[[str], Code], written: str) -> Code:
    """The code that is written, in the form that is compared."""
    try:
        return parse(written)
    except ValueError as error:
        raise block.wrong(str(error).rstrip("."), "Correct the code.") from error
