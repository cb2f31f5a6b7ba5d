"""The pictures of the documents, and the outputs shown in the tutorial: `python -m tests.docs.pictures`.

Everything shown is what the program says of a made-up region. A picture fetches nothing: it names no font of the web.
"""

import io
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console, RenderableType
from rich.terminal_theme import DEFAULT_TERMINAL_THEME

from samsyn.adjudication import judge
from samsyn.cli.explained_text import page
from samsyn.cli.explanation import Explanation, explanation, only_patient, patient_of
from samsyn.cli.job import Request, day_of, do, open_register, read
from samsyn.cli.options import Language
from samsyn.cli.summary import summary
from samsyn.extracts.synthetic import RegionPlan, generate_region
from samsyn.findings import Outcome
from tests.docs import choices_reference, example_draft, tutorial
from tests.docs.pages import DOCS, write_or_check

IMAGES: Final = DOCS / "images"
SERIES: Final = "P00000316:MMR1:20190503:1"
"""A series of the tutorial's region that begins too soon after another."""
_PLAN: Final = RegionPlan(seed=1, contacts=60_000, coded_share=0.045)
_FONT_FACE: Final = re.compile(r"@font-face\s*\{\{.*?\}\}\s*", re.DOTALL)
_MADE_BY: Final = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_WIDTH: Final = 104


def picture(parts: Iterator[RenderableType], title: str, name: str) -> str:
    """The parts as a terminal shows them, as SVG without fonts from the web."""
    screen = Console(record=True, width=_WIDTH, file=io.StringIO(), highlight=False, force_terminal=True)
    for part in parts:
        screen.print(part)
    form = _MADE_BY.sub("", _FONT_FACE.sub("", CONSOLE_SVG_FORMAT))
    told = screen.export_svg(title=title, theme=DEFAULT_TERMINAL_THEME, code_format=form, unique_id=name)
    return "\n".join(line.rstrip() for line in told.splitlines()) + "\n"


def explained(extract: Path, language: Language) -> Iterator[RenderableType]:
    """The head, the contacts, the first two conditions and all that ask for something: an excerpt of `explain`."""
    register = open_register(None)
    request = Request(extract, quiet=True)
    reading = read(request, register)
    day = day_of(request, reading)
    judgement = judge(only_patient(reading.records, patient_of(SERIES)), register, day, open_too=True)
    told = explanation(judgement, register, SERIES, day)
    asking = [f for f in told.findings[2:] if f["outcome"] in (Outcome.NOT_MET.value, Outcome.UNKNOWN.value)]
    short = Explanation(told.series, told.guideline, told.contacts, [*told.findings[:2], *asking], told.as_of)
    return page(short, language)


def main() -> int:
    """Draw every picture, run the tutorial, and list the choices and copy the example draft anew."""
    with tempfile.TemporaryDirectory() as folder:
        extract = Path(folder) / "extract"
        extract.mkdir()
        generate_region(_PLAN, extract)
        done = do(Request(extract, quiet=True, with_invoices=True))
        drawn = {
            "explain.svg": picture(explained(extract, Language.EN), f"samsyn explain … {SERIES}", "explain"),
            "explain.sv.svg": picture(explained(extract, Language.SV), f"samsyn explain … {SERIES}", "explain"),
            "summary.svg": picture(summary(done, Language.EN), "samsyn reconcile …", "summary"),
        }
    for name, text in drawn.items():
        write_or_check(IMAGES / name, text, ())
    write_or_check(tutorial.PAGE, tutorial.refreshed(tutorial.PAGE.read_text(encoding="utf-8")), ())
    return choices_reference.main([]) or example_draft.main([])


if __name__ == "__main__":
    sys.exit(main())
