"""Tables and headings on standard output; plain text where it is not a terminal."""

import os
import sys
from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

_WIDTH_OFF_TERMINAL = 140


class Screen(Console):
    """Standard output; a reader that has seen enough (`| head`) is no failure of the program."""

    def on_broken_pipe(self) -> None:
        """Write nothing more, and end well."""
        self.quiet = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0)


def console() -> Console:
    """Standard output, wide enough for a table where it is a file or a pipe."""
    screen = Screen(highlight=False, soft_wrap=False)
    return screen if screen.is_terminal else Screen(highlight=False, width=_WIDTH_OFF_TERMINAL)


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Sequence[int] = ()) -> Table:
    """A table with a caption; the columns in `numbers` are set to the right."""
    shown = Table(title=escape(title), title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for place, column in enumerate(columns):
        shown.add_column(escape(column), justify="right" if place in numbers else "left", overflow="fold")
    for row in rows:
        shown.add_row(*(escape(cell) for cell in row))
    return shown
