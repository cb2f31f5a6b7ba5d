"""`samsyn generate`."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samsyn.cli import options
from samsyn.cli.failures import WrongCall, told_plainly
from samsyn.cli.job import as_json
from samsyn.cli.progress import counting_progress
from samsyn.cli.showing import console, table
from samsyn.cli.texts import number, say
from samsyn.extracts.writing import Kind, new_folder

if TYPE_CHECKING:  # NumPy takes a third of the start-up time, and only made-up regions need it
    from samsyn.extracts.synthetic import RegionPlan, RegionSummary


def generate(
    out: Annotated[Path, typer.Argument(help="The folder to write the extract in: new or empty.", show_default=False)],
    seed: Annotated[int, typer.Option(help="The same seed gives the same bytes.")] = 1,
    contacts: Annotated[int, typer.Option(help="How many care contacts, coded and uncoded.")] = 200_000,
    year: Annotated[
        int, typer.Option(help="The year to adjudicate; the extract begins on 1 July the year before.")
    ] = 2019,
    coded_share: Annotated[float, typer.Option(help="The share of contacts with a guideline code.")] = 0.01,
    teams: Annotated[int | None, typer.Option(help="How many teams. Default: by size.", show_default=False)] = None,
    faults: Annotated[bool, typer.Option(help="Plant the faults that people make, with the truth beside.")] = True,
    form: options.Format = options.Form.CSV,
    overwrite: options.Overwrite = False,
    lang: options.Lang = options.SWEDISH,
    quiet: options.Quiet = False,
    json: options.Json = False,
) -> None:
    """Write a synthetic extract: made-up people, units and care, with every planted fault listed.

    Example: `samsyn generate region --seed 7 --contacts 1000000`
    """
    from samsyn.extracts.synthetic import RegionPlan

    with told_plainly(lang.value):
        try:
            plan = RegionPlan(seed, contacts, year, coded_share, teams, form.value, faults)
        except ValueError as error:
            raise WrongCall(f"Så kan ingen region göras: {error}", str(error)) from error
        summary = make_region(plan, out, overwrite=overwrite, quiet=quiet)
        if json:
            typer.echo(as_json(asdict(summary)))
        elif not quiet:
            _show(summary, out, lang)


def make_region(plan: "RegionPlan", out: Path, *, overwrite: bool, quiet: bool) -> "RegionSummary":
    """The region in its folder, whole or not at all."""
    from samsyn.extracts.synthetic import generate_region

    with new_folder(out, Kind.EXTRACT, overwrite=overwrite) as folder, counting_progress("…", quiet=quiet) as progress:
        return generate_region(plan, folder, progress)


def _show(summary: "RegionSummary", out: Path, lang: options.Language) -> None:
    screen = console()
    screen.print(say("generated", lang, out=out))
    facts = {key: str(value) for key, value in asdict(summary).items() if isinstance(value, int)}
    screen.print(" · ".join(f"{key} {number(int(value))}" for key, value in facts.items()))
    rows = [[kind, number(count)] for kind, count in sorted(summary.planted.items())]
    screen.print(table(say("planted", lang), [say("reason", lang), say("count", lang)], rows, numbers=[1]))
