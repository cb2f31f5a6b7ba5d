"""The main job on files: read, settle, write. What every deciding command has in common."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import typer

from samsyn.cli.failures import WrongCall
from samsyn.cli.progress import reading_progress
from samsyn.extracts.errors import RefusedExtract
from samsyn.extracts.reading import Reading, read_extract
from samsyn.extracts.writing import Kind, new_folder, receipt_of, result_tables, write_table
from samsyn.extracts.writing.folder import check_free
from samsyn.guidelines import GuidelineRegister, Role, drafts_in, load_register
from samsyn.reconciliation import Settlement, settle

_ENGINES = {"polars": settle}
"""What carries the rules over the rows, by name."""


@dataclass(frozen=True)
class Request:
    """What a deciding command was asked for."""

    extract: Path
    guidelines: Path | None = None
    as_of: date | None = None
    encoding: str = "utf-8"
    quiet: bool = False
    with_invoices: bool = False
    engine: str = "polars"


@dataclass(frozen=True)
class Done:
    """A job done: what was read, under which guidelines, as of which day, and what came of it."""

    request: Request
    reading: Reading
    register: GuidelineRegister
    as_of: date
    settlement: Settlement


def open_register(folder: Path | None) -> GuidelineRegister:
    """The guidelines in force: the packaged ones and those of the folder."""
    if folder is not None and not folder.is_dir():
        raise WrongCall(
            f"Mappen {folder} för --guidelines finns inte.", f"There is no folder {folder} for --guidelines."
        )
    for draft in drafts_in(folder):
        typer.echo(f"samsyn: {draft} är ett utkast och gäller inte / is a draft and not in force.", err=True)
    return load_register(folder)


def read(request: Request, register: GuidelineRegister, *, invoices_if_there: bool = False) -> Reading:
    """Read the extract, with progress on a terminal. Invoices are read where the request needs them, or if there."""
    levels = tuple(
        frozenset(code for role in (Role.ONGOING, Role.COMPLETION) for code in register.codes(role, level))
        for level in register.levels
    )
    with reading_progress(quiet=request.quiet) as progress:
        reading = read_extract(
            request.extract,
            guideline_codes=register.all_codes,
            encoding="cp1252" if request.encoding == "cp1252" else "utf-8",
            as_of=request.as_of,
            with_invoices=request.with_invoices or invoices_if_there,
            level_codes=levels,
            progress=progress,
        )
    if request.with_invoices and reading.records.invoices is None:
        raise RefusedExtract(
            "INVOICES_MISSING",
            f"{request.extract}: invoices saknas. Lägg till invoices.csv, eller använd ”samsyn adjudicate”.",
        )
    return reading


def day_of(request: Request, reading: Reading) -> date:
    """The day of judgement: as asked, else the last contact of the extract."""
    day = request.as_of or reading.records.last_day
    if day is None:
        raise RefusedExtract(
            "NO_CONTACTS", f"{request.extract}: ingen användbar kontakt, alltså ingen sista dag. Säg --as-of."
        )
    return day


def do(request: Request) -> Done:
    """Read the extract and settle it."""
    register = open_register(request.guidelines)
    reading = read(request, register)
    as_of = day_of(request, reading)
    return Done(request, reading, register, as_of, _ENGINES[request.engine](reading.records, register, as_of))


def write(done: Done, out: Path, form: str, *, overwrite: bool) -> dict[str, Any]:
    """Write every table and the receipt; returns the receipt."""
    receipt = receipt_of(done.reading, done.settlement, done.register, done.as_of, done.request.encoding)
    with new_folder(out, Kind.RESULTS, overwrite=overwrite) as folder:
        for name, table in result_tables(done.settlement, done.reading.rejected).items():
            write_table(table, folder, name, "parquet" if form == "parquet" else "csv")
        (folder / "receipt.json").write_text(as_json(receipt) + "\n", encoding="utf-8", newline="\n")
    return receipt


def as_json(data: Any) -> str:
    """Plain data as readable JSON."""
    return json.dumps(data, ensure_ascii=False, indent=2)


def run_and_write(
    request: Request, out: Path, form: str, *, overwrite: bool, then: Callable[[Done, dict[str, Any]], None]
) -> Done:
    """The whole job; `then` shows what came of it. The output is checked before any work is done."""
    check_free(out, overwrite=overwrite)
    done = do(request)
    then(done, write(done, out, form, overwrite=overwrite))
    return done
