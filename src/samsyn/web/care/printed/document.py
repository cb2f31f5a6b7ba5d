"""What stands on paper, before it is drawn: headings, facts, paragraphs and tables of plain words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Table:
    """A table with its caption and the heads of its columns."""

    caption: str
    head: list[str]
    rows: list[list[str]]


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it, in the order of the fields."""

    heading: str
    facts: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return not (self.facts or self.paragraphs or any(table.rows for table in self.tables))


@dataclass(frozen=True)
class Document:
    """A whole paper about one patient."""

    title: str
    name: str
    number: str
    facts: list[tuple[str, str]]
    sections: list[Section]
    signatures: list[str]
    made: str  # when and by whom it was printed

    @classmethod
    def of(cls, *, sections: Iterable[Section | None], **rest: object) -> "Document":
        """The document, without sections that are empty."""
        kept = [each for each in sections if each is not None and not each.is_empty]
        return cls(sections=kept, **rest)  # type: ignore[arg-type]


def iso(day: date | None) -> str:
    """A day as 2019-03-01; a dash for none."""
    return day.isoformat() if day else "–"


def filled(pairs: Iterable[tuple[object, str]]) -> list[tuple[str, str]]:
    """The facts that have a value."""
    return [(str(label), value) for label, value in pairs if value and value != "–"]
