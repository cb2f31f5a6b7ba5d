"""Progress on standard error, and only where that is a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn


@contextmanager
def reading_progress(*, quiet: bool) -> Iterator[Callable[[str, int], None] | None]:
    """What a reading tells its tables to; None where nobody looks."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield None
        return
    with Progress(TextColumn("{task.description}"), TimeElapsedColumn(), console=console, transient=True) as shown:
        task = shown.add_task("…")
        yield lambda table, lines: shown.update(task, description=f"{table}: {lines:,}".replace(",", " "))


@contextmanager
def counting_progress(title: str, *, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """What long work tells how many of how many are done; None where nobody looks."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield None
        return
    with Progress(TextColumn(title), BarColumn(), TimeElapsedColumn(), console=console, transient=True) as shown:
        task = shown.add_task(title, total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)
