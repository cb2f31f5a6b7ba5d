"""Where a rule stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field


class MissingCitation(ValueError):
    """A value that does not say where it is stated."""


@dataclass(frozen=True)
class Citation:
    """A place in a source: the document's reference, its section, a few quoted words.

    `reading` is our interpretation by language (sv, en), where the text leaves something open; else empty.
    """

    reference: str
    section: str
    quote: str
    reading: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not (self.reference.strip() and self.section.strip() and self.quote.strip()):
            raise MissingCitation("A citation names its document, its section and a few quoted words.")

    @property
    def clause(self) -> str:
        """The place in one line, as findings show it."""
        return f"{self.reference}, {self.section}"
