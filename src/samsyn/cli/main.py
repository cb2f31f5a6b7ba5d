"""The program: its commands, and the one place where trouble is turned into words."""

import sys
from typing import Annotated

import typer

from samsyn import __version__
from samsyn.cli.commands import (
    adjudicate,
    check,
    convert,
    convert_errors,
    demo,
    explain,
    generate,
    guidelines,
    serve,
    simulate,
)

app = typer.Typer(
    name="samsyn",
    help="Samsyn: the same dated rule, with its clause, for the team and for the region.\n\n"
    "From a care-contact extract to explained decisions, on plain files.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)
app.command("demo")(demo.demo)
app.command("generate")(generate.generate)
app.command("check")(check.check)
app.command("convert")(convert.convert)
app.command("adjudicate")(adjudicate.adjudicate)
app.command("reconcile")(adjudicate.reconcile)
app.command("explain")(explain.explain)
app.add_typer(guidelines.app, name="guidelines")
app.command("simulate")(simulate.simulate)
app.command("serve")(serve.serve)
app.command("manage", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(serve.manage)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"samsyn {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Samsyn."""


def start() -> None:
    """Start the program with the arguments of the call."""
    convert_errors(app, sys.argv[1:])
