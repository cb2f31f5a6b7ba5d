"""The project's documents, and the pages among them that are written by a program."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
DOCS: Final = ROOT / "docs"


def documents() -> list[Path]:
    """Every Markdown file that a reader meets: those at the top, and all of docs/."""
    return [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]


def named(path: Path) -> str:
    """The file as the project calls it: docs/tutorial.md."""
    return path.relative_to(ROOT).as_posix()


def has_drifted(page: Path, text: str) -> bool:
    """Whether the file is missing or says something else than the text."""
    return not page.is_file() or page.read_text(encoding="utf-8") != text


def write_or_check(page: Path, text: str, arguments: Sequence[str]) -> int:
    """Write the page, or with --check only say whether it has drifted. The exit status: 0, or 1 where it has."""
    if "--check" in arguments:
        if not has_drifted(page, text):
            return 0
        sys.stderr.write(f"{named(page)} has drifted from the program. Run “make docs” and look at what changed.\n")
        return 1
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, encoding="utf-8", newline="\n")
    return 0


def row(*cells: str) -> str:
    """A row of a Markdown table."""
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    return "\n".join([row(*columns), "|" + "---|" * len(columns), *(row(*cells) for cells in rows)]) + "\n"
