"""The commands, one file each."""

import sys

import typer

from samsyn.cli.failures import FAILED
from samsyn.extracts.writing.conservation import SumsDisagree


def convert_errors(app: typer.Typer, arguments: list[str]) -> None:
    """Run the program; what nobody anticipated ends with status 1 and one line, the rest on request."""
    try:
        app(args=arguments)
    except (SumsDisagree, MemoryError) as error:
        typer.echo(f"samsyn: {error or 'The memory did not suffice.'}", err=True)
        sys.exit(FAILED)
