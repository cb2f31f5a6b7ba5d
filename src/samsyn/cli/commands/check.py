"""`samsyn check`."""

from dataclasses import asdict

import typer

from samsyn.cli import options
from samsyn.cli.account import account
from samsyn.cli.failures import ROWS_REJECTED, told_plainly
from samsyn.cli.job import Request, as_json, open_register, read
from samsyn.cli.showing import console
from samsyn.extracts.reading import Reading


def check(
    extract: options.Extract,
    as_of: options.AsOf = None,
    guidelines: options.Guidelines = None,
    encoding: options.Decoding = options.Encoding.UTF8,
    strict: options.Strict = False,
    lang: options.Lang = options.SWEDISH,
    quiet: options.Quiet = False,
    json: options.Json = False,
) -> None:
    """Read and validate only: counts, and every rejected row with its reason. Writes nothing.

    Example: `samsyn check extract --encoding cp1252`
    """
    request = Request(extract, guidelines, as_of, encoding.value, quiet)
    with told_plainly(lang.value):
        reading = read(request, open_register(guidelines), invoices_if_there=True)
        if json:
            typer.echo(as_json(_data(reading)))
        elif not quiet:
            screen = console()
            for part in account(reading, lang):
                screen.print(part)
    if strict and reading.rejected.height:
        raise typer.Exit(ROWS_REJECTED)


def _data(reading: Reading) -> dict[str, object]:
    return {
        "inputs": [asdict(file) for file in reading.inputs],
        "lines": {name: asdict(counts) for name, counts in reading.counts.items()},
        "rejected": reading.rejected.to_dicts(),
        "notes": [asdict(note) for note in reading.notes],
    }
