"""`samsyn simulate`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import polars as pl
import typer

from samsyn.cli import options
from samsyn.cli.chart import draw
from samsyn.cli.failures import WrongCall, told_plainly
from samsyn.cli.job import Request, as_json, day_of, open_register, read
from samsyn.cli.showing import console
from samsyn.cli.simulated_text import pages
from samsyn.cli.texts import say
from samsyn.extracts.writing import Kind, new_folder, write_table
from samsyn.extracts.writing.folder import check_free
from samsyn.guidelines import Guideline, GuidelineRegister, load_guideline
from samsyn.kernel.money import ORE_PER_KRONA
from samsyn.reconciliation.simulation import Simulation, by_scenario, by_unit, changes
from samsyn.reconciliation.simulation import simulate as run_simulation


class ChartFormat(StrEnum):
    """The format of the chart."""

    SVG = "svg"
    PNG = "png"


def simulate(
    extract: options.Extract,
    drafts: Annotated[
        list[Path], typer.Option("--with", metavar="FILE.toml", help="A draft guideline; may be given several times.")
    ],
    out: Annotated[
        Path | None, typer.Option("--out", help="A folder for the tables and the chart.", show_default=False)
    ] = None,
    as_of: options.AsOf = None,
    form: options.Format = options.Form.CSV,
    chart: Annotated[ChartFormat, typer.Option("--chart", help="The format of the chart in --out.")] = ChartFormat.SVG,
    guidelines: options.Guidelines = None,
    encoding: options.Decoding = options.Encoding.UTF8,
    engine: options.EngineChoice = options.Engine.POLARS,
    overwrite: options.Overwrite = False,
    lang: options.Lang = options.SWEDISH,
    quiet: options.Quiet = False,
    json: options.Json = False,
) -> None:
    """Try draft guidelines on an extract, beside those in force: series, money, teams below volume, what changes.

    A draft answers on its own days; where no series was completed on them, it is tried on the year of judgement.

    Example: `samsyn simulate extract --with volume-40.toml --with volume-400.toml --out tried`
    """
    with told_plainly(lang.value):
        if engine is not options.Engine.POLARS:
            raise WrongCall("Simuleringar görs med --engine polars.", "Simulations are made with --engine polars.")
        if out is not None:
            check_free(out, overwrite=overwrite)
        register = open_register(guidelines)
        tried = tuple(_draft(file) for file in drafts)
        _check_names(tried)
        request = Request(extract, guidelines, as_of, encoding.value, quiet, engine=engine.value)
        reading = read(request, _with_codes_of(register, tried))
        simulation = run_simulation(reading.records, register, tried, day_of(request, reading))
        if out is not None:
            _write(simulation, out, form, chart, overwrite, lang)
        if json:
            typer.echo(as_json(_kronor(by_scenario(simulation)).to_dicts()))
        elif not quiet:
            screen = console()
            for part in pages(simulation, lang):
                screen.print(part)
            if out is not None:
                screen.print(say("chart", lang, file=out / f"chart.{chart.value}"))


def _draft(file: Path) -> Guideline:
    if not file.is_file():
        raise WrongCall(f"Filen {file} för --with finns inte.", f"There is no file {file} for --with.")
    return load_guideline(file)


def _check_names(drafts: tuple[Guideline, ...]) -> None:
    if len({draft.id for draft in drafts}) < len(drafts):
        raise WrongCall(
            "Två av utkasten har samma id. Ge vart och ett sitt eget id i [decision].",
            "Two of the drafts have the same id. Give each its own id in [decision].",
        )


def _with_codes_of(register: GuidelineRegister, drafts: tuple[Guideline, ...]) -> GuidelineRegister:
    """A register that knows the drafts' codes too, for the reading alone: time is not asked of it."""
    return GuidelineRegister((*register.guidelines, *drafts))


def _write(
    simulation: Simulation, out: Path, form: options.Form, chart: ChartFormat, overwrite: bool, lang: options.Language
) -> None:
    tables = {"scenarios": by_scenario(simulation), "units": by_unit(simulation), "changes": changes(simulation)}
    with new_folder(out, Kind.SIMULATION, overwrite=overwrite) as folder:
        for name, table in tables.items():
            write_table(_kronor(table), folder, name, "parquet" if form is options.Form.PARQUET else "csv")
        draw(simulation, folder / f"chart.{chart.value}", lang)


def _kronor(table: pl.DataFrame) -> pl.DataFrame:
    """The table with amounts in whole kronor, and a name for the guidelines in force."""
    named = table.with_columns(pl.col("scenario").replace({"": "in-force"}))
    if "amount_ore" not in named.columns:
        return named
    return named.with_columns(amount=pl.col("amount_ore") // ORE_PER_KRONA).drop("amount_ore")
