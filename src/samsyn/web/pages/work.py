"""What is waiting for someone: the lines of the start page. Each app tells its own."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class WorkItem:
    """One line of a work list: what, how many, and the list that shows them."""

    title: str
    count: int
    url: str
    urgent: bool = False
    mine: int | None = None  # how many of them are the reader's own; None where nobody's are


@dataclass(frozen=True)
class WorkGroup:
    """Lines about the same thing."""

    title: str
    items: tuple[WorkItem, ...]


def with_something(items: Iterable[WorkItem]) -> list[WorkItem]:
    """The lines that have something to do."""
    return [item for item in items if item.count]
