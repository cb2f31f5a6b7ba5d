"""`samsyn demo`."""

import sys
import time
from pathlib import Path
from typing import Annotated

import polars as pl
import typer

from samsyn.cli import options
from samsyn.cli.commands.adjudicate import show_all
from samsyn.cli.commands.generate import make_region
from samsyn.cli.failures import told_plainly
from samsyn.cli.job import Request, do, write
from samsyn.cli.showing import console
from samsyn.cli.texts import number, say
from samsyn.cli.web_process import DEMO_DATABASE, demonstration, load_demonstration, require_web, serve_pages
from samsyn.findings import Decision

_CONTACTS, _CODED_SHARE = 1_000_000, 0.045  # enough coded contacts for some forty teams, in a file of 90 MB


def demo(
    out: Annotated[Path, typer.Option("--out", help="Where to put the region and the result.")] = Path("demo-region"),
    no_serve: Annotated[
        bool, typer.Option("--no-serve", help="Stop before the web application is loaded and served.")
    ] = False,
    host: Annotated[str, typer.Option(help="The address to serve at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to serve at.")] = 8000,
    contacts: Annotated[int, typer.Option(help="How many care contacts.")] = _CONTACTS,
    seed: Annotated[int, typer.Option(help="The same seed gives the same region.")] = 1,
    lang: options.Lang = options.SWEDISH,
    quiet: options.Quiet = False,
) -> None:
    """Make a synthetic region, adjudicate a year of it, reconcile the invoices, show what came of it, and serve it.

    The web application is served with log-ins printed, one for each role, until Ctrl-C.

    Example: `samsyn demo`
    """
    from samsyn.extracts.synthetic import RegionPlan

    with told_plainly(lang.value):
        if not no_serve:
            require_web()
        plan = RegionPlan(seed=seed, contacts=contacts, coded_share=_CODED_SHARE)
        extract, result = out / "extract", out / "result"
        region = make_region(plan, extract, overwrite=True, quiet=quiet)
        began = time.perf_counter()
        done = do(Request(extract, quiet=quiet, with_invoices=True))
        receipt = write(done, result, "csv", overwrite=True)
        seconds = f"{time.perf_counter() - began:.1f}"
        if not quiet:
            show_all(done, receipt, lang)
            screen = console()
            counts = {"teams": number(region.teams), "contacts": number(region.contacts)}
            screen.print("\n" + say("demo", lang, seconds=seconds, **counts))
            screen.print(say("written", lang, out=result))
            screen.print(say("look_closer", lang))
            screen.print(f"  {_program()} explain {extract} {_a_denied_one(done.settlement.judgement.series)}")
        if not no_serve:
            raise typer.Exit(_serve(out, extract, host, port))


def _serve(out: Path, extract: Path, host: str, port: int) -> int:
    """Load the region into a database of its own beside it, print the log-ins, and serve."""
    for left_over in out.glob(f"{DEMO_DATABASE}*"):
        left_over.unlink()
    settings = demonstration(out, host=host)
    load_demonstration(extract, "--address", f"http://{host}:{port}", settings=settings)
    return serve_pages(host, port, workers=1, settings=settings)


def _a_denied_one(series: pl.DataFrame) -> str:
    denied = series.filter(pl.col("decision") == Decision.DENIED.value)["series_id"]
    return str((denied if len(denied) else series["series_id"])[0])


def _program() -> str:
    """How the program was called, so that the line can be copied: by its path within the project, or by name."""
    called = Path(sys.argv[0])
    return "samsyn" if called.is_absolute() or called.name != "samsyn" else str(called)
