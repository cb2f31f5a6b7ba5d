"""The main job on files: read, settle, write. What every deciding command has in common."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import typer

from samsyn.cli.failures import WrongCall
from samsyn.cli.progress import reading_progress
from samsyn.extracts.errors import RefusedExtract
from samsyn.extracts.places import is_address
from samsyn.extracts.reading import Reading, read_extract
from samsyn.extracts.writing import Kind, new_folder, receipt_of, result_tables, write_table
from samsyn.extracts.writing.conservation import Placed, placed
from samsyn.extracts.writing.folder import check_free
from samsyn.guidelines import GuidelineRegister, Role, drafts_in, load_register
from samsyn.reconciliation import Settlement, settle


@dataclass(frozen=True)
class Request:
    """What a deciding command was asked for."""

    extract: Path | str
    guidelines: Path | None = None
    as_of: date | None = None
    encoding: str = "utf-8"
    quiet: bool = False
    with_invoices: bool = False
    engine: str = "polars"
    master: str | None = None
    buckets: int | None = None

    def place(self) -> Path:
        """The extract's folder on this machine. Raises WrongCall where it is on another file system."""
        return here(self.extract)


@dataclass(frozen=True)
class Done:
    """A job done: what was read, under which guidelines, as of which day, and what came of it."""

    request: Request
    reading: Reading
    register: GuidelineRegister
    as_of: date
    settlement: Settlement
    placed: Placed
    spark: Any = None  # the session, where one carried the rules


def here(written: Path | str) -> Path:
    """A path of this machine. Raises WrongCall for an address that only Spark can read."""
    if is_address(str(written)):
        raise WrongCall(
            f"{written} ligger i ett annat filsystem, som bara Spark läser. Säg --engine spark.",
            f"{written} lies on another file system, which only Spark reads. Say --engine spark.",
        )
    return Path(written)


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
    with reading_progress(quiet=request.quiet) as progress:
        reading = read_extract(
            request.place(),
            guideline_codes=register.all_codes,
            encoding=_encoding(request),
            as_of=request.as_of,
            with_invoices=request.with_invoices or invoices_if_there,
            level_codes=_level_codes(register),
            progress=progress,
        )
    _check_invoices(request, reading)
    return reading


def _encoding(request: Request) -> Literal["utf-8", "cp1252"]:
    return "cp1252" if request.encoding == "cp1252" else "utf-8"


def _level_codes(register: GuidelineRegister) -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(code for role in (Role.ONGOING, Role.COMPLETION) for code in register.codes(role, level))
        for level in register.levels
    )


def _check_invoices(request: Request, reading: Reading) -> None:
    if request.with_invoices and reading.records.invoices is None:
        raise RefusedExtract(
            "INVOICES_MISSING",
            f"{request.extract}: invoices saknas. Lägg till invoices.csv, eller använd ”samsyn adjudicate”.",
        )


def day_of(request: Request, reading: Reading) -> date:
    """The day of judgement: as asked, else the last contact of the extract."""
    return _day(request, reading.records.last_day)


def _day(request: Request, last: date | None) -> date:
    day = request.as_of or last
    if day is None:
        raise RefusedExtract(
            "NO_CONTACTS", f"{request.extract}: ingen användbar kontakt, alltså ingen sista dag. Säg --as-of."
        )
    return day


def do(request: Request, spark: Any = None) -> Done:
    """Read the extract and settle it: here, or by a Spark session."""
    register = open_register(request.guidelines)
    return _on_polars(request, register) if spark is None else _on_spark(request, register, spark)


def _on_polars(request: Request, register: GuidelineRegister) -> Done:
    reading = read(request, register)
    as_of = day_of(request, reading)
    settlement = settle(reading.records, register, as_of)
    where = placed(reading.records.contacts, settlement.judgement.visits)
    return Done(request, reading, register, as_of, settlement, where)


def _on_spark(request: Request, register: GuidelineRegister, spark: Any) -> Done:
    from samsyn.extracts.engines.spark.engine import Asked, decide

    with reading_progress(quiet=request.quiet) as progress:
        asked = Asked(
            str(request.extract), register, _level_codes(register), _encoding(request),
            request.as_of, request.with_invoices, request.buckets, progress,
        )  # fmt: skip
        done = decide(spark, asked, lambda last: _day(request, last))
    _check_invoices(request, done.reading)
    return Done(request, done.reading, register, done.as_of, done.settlement, done.placed, spark)


def write(done: Done, out: Path | str, form: str, *, overwrite: bool) -> dict[str, Any]:
    """Write every table and the receipt; returns the receipt."""
    receipt = receipt_of(done.reading, done.settlement, done.placed, done.register, done.as_of, done.request.encoding)
    tables = result_tables(done.settlement, done.reading.rejected)
    if done.spark is not None and is_address(str(out)):
        from samsyn.extracts.engines.spark.writing import write_parts

        write_parts(done.spark, tables, as_json(receipt) + "\n", str(out))
        return receipt
    with new_folder(here(out), Kind.RESULTS, overwrite=overwrite) as folder:
        for name, table in tables.items():
            write_table(table, folder, name, "parquet" if form == "parquet" else "csv")
        (folder / "receipt.json").write_text(as_json(receipt) + "\n", encoding="utf-8", newline="\n")
    return receipt


def _check_out(request: Request, out: Path | str, form: str, *, overwrite: bool) -> None:
    """Refuse an output that cannot be written, before any work is done."""
    if request.engine != "spark" and (request.master or request.buckets):
        raise WrongCall(
            "--master och --buckets hör till --engine spark.", "--master and --buckets belong to --engine spark."
        )
    if request.engine != "spark" or not is_address(str(out)):
        check_free(here(out), overwrite=overwrite)
    elif form != "parquet":
        raise WrongCall(
            f"På ett klusters filsystem ({out}) skrivs Parquet. Säg --format parquet, eller ange en mapp här.",
            f"On a cluster's file system ({out}) Parquet is written. Say --format parquet, or name a folder here.",
        )


def as_json(data: Any) -> str:
    """Plain data as readable JSON."""
    return json.dumps(data, ensure_ascii=False, indent=2)


def run_and_write(
    request: Request, out: Path | str, form: str, *, overwrite: bool, then: Callable[[Done, dict[str, Any]], None]
) -> Done:
    """The whole job; `then` shows what came of it. The output is checked before any work is done."""
    _check_out(request, out, form, overwrite=overwrite)
    with _session(request) as spark:
        if spark is not None and is_address(str(out)):
            from samsyn.extracts.engines.spark import writing

            writing.check_free(spark, str(out), overwrite=overwrite)
        done = do(request, spark)
        then(done, write(done, out, form, overwrite=overwrite))
    return done


def _session(request: Request) -> AbstractContextManager[Any]:
    """What carries the rules over the rows: a Spark session, or nothing but this process."""
    if request.engine != "spark":
        return nullcontext()
    from samsyn.extracts.engines.spark.session import started

    return started(request.master)
