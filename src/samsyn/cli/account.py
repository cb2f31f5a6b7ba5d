"""The account of the lines: where every one of them went, what was rejected and why, what is good to know."""

from collections.abc import Iterator

from rich.console import RenderableType

from samsyn.cli.options import Language
from samsyn.cli.showing import table
from samsyn.cli.texts import number, say
from samsyn.extracts.reading import Reading, sentence

_MOST_ROWS = 20


def account(reading: Reading, language: Language) -> Iterator[RenderableType]:
    """Counts by table, the first rejected rows, and the notes."""
    rows = [
        [name, *map(number, (c.lines, c.used, c.rejected, c.duplicate, sum(c.ignored.values()))), _by_name(c.ignored)]
        for name, c in reading.counts.items()
    ]
    columns = [say(key, language) for key in ("table", "read", "used", "rejected", "duplicate", "ignored")]
    yield table(say("lines", language), [*columns, ""], rows, numbers=range(1, 6))
    yield from _rejected(reading, language)
    yield from _notes(reading, language)


def _by_name(ignored: dict[str, int]) -> str:
    return ", ".join(f"{name} {number(count)}" for name, count in sorted(ignored.items()) if count)


def _rejected(reading: Reading, language: Language) -> Iterator[RenderableType]:
    if reading.rejected.is_empty():
        return
    rows = [
        [file, str(line), f"{reason}: {sentence(reason, language.value)}", detail]
        for file, line, reason, detail in reading.rejected.head(_MOST_ROWS).iter_rows()
    ]
    columns = [say(key, language) for key in ("file", "line", "reason", "detail")]
    yield table(say("rejected_rows", language), columns, rows, numbers=[1])
    more = reading.rejected.height - _MOST_ROWS
    if more > 0:
        yield say("more_rejected", language, count=number(more))


def _notes(reading: Reading, language: Language) -> Iterator[RenderableType]:
    if not reading.notes:
        return
    rows = [
        [
            note.table,
            f"{note.code}: {sentence(note.code, language.value)}",
            number(note.count),
            ", ".join(note.first[:3]),
        ]
        for note in reading.notes
    ]
    columns = [say(key, language) for key in ("table", "reason", "count", "line")]
    yield table(say("notes", language), columns, rows, numbers=[2])
