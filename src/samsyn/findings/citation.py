"""Where a rule stands."""

from dataclasses import dataclass


class MissingCitation(ValueError):
    """A value that does not say where it is stated."""


@dataclass(frozen=True)
class Citation:
    """A place in a source: the document's reference, its section, a few quoted words, and our reading if any."""

    reference: str
    section: str
    quote: str
    reading: str = ""

    def __post_init__(self) -> None:
        if not (self.reference.strip() and self.section.strip() and self.quote.strip()):
            raise MissingCitation("A citation names its document, its section and a few quoted words.")

    @property
    def clause(self) -> str:
        """The place in one line, as findings show it."""
        return f"{self.reference}, {self.section}"
