"""`samsyn convert`."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from samsyn.cli import options
from samsyn.cli.failures import WrongCall, told_plainly
from samsyn.cli.job import as_json
from samsyn.cli.progress import counting_progress
from samsyn.cli.showing import console, table
from samsyn.cli.texts import number, say
from samsyn.extracts.writing import Kind, new_folder
from samsyn.extracts.writing.conversion import Converted, convert_extract


def convert(
    extract: options.Extract,
    out: Annotated[
        Path, typer.Argument(help="The folder for the converted extract: new or empty.", show_default=False)
    ],
    encoding: options.Decoding = options.Encoding.UTF8,
    overwrite: options.Overwrite = False,
    lang: options.Lang = options.SWEDISH,
    quiet: options.Quiet = False,
    json: options.Json = False,
) -> None:
    """Convert an extract to Parquet once, for what is read again: faster, and the same to the last line.

    Rows are kept as they were written, also those that will be rejected; they are judged when they are read.

    Example: `samsyn convert extract extract-parquet`
    """
    with told_plainly(lang.value):
        _check_apart(extract, out)
        with (
            new_folder(out, Kind.EXTRACT, overwrite=overwrite) as folder,
            counting_progress(say("converting", lang), quiet=quiet) as progress,
        ):
            written = convert_extract(
                extract, folder, "cp1252" if encoding is options.Encoding.CP1252 else "utf-8", progress
            )
        if json:
            typer.echo(as_json([asdict(one) for one in written]))
        elif not quiet:
            _show(written, out, lang)


def _check_apart(extract: Path, out: Path) -> None:
    if extract.resolve() == out.resolve():
        raise WrongCall(
            f"Utdraget {extract} kan inte konverteras på sin egen plats. Ange en annan mapp.",
            f"The extract {extract} cannot be converted in its own place. Give another folder.",
        )


def _show(written: tuple[Converted, ...], out: Path, lang: options.Language) -> None:
    rows = [[one.table, *map(number, (one.files, one.lines, one.parts))] for one in written]
    columns = [say(key, lang) for key in ("table", "files", "lines", "parts")]
    screen = console()
    screen.print(table(say("lines", lang), columns, rows, numbers=range(1, 4)))
    screen.print(say("converted", lang, out=out))
