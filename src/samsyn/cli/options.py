"""Options that several commands share, declared once."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer


class Language(StrEnum):
    """The language of what a person reads."""

    SV = "sv"
    EN = "en"


class Form(StrEnum):
    """The format of written tables."""

    CSV = "csv"
    PARQUET = "parquet"


class Encoding(StrEnum):
    """The encoding of CSV files; never guessed."""

    UTF8 = "utf-8"
    CP1252 = "cp1252"


class Engine(StrEnum):
    """What carries the rules over the rows."""

    POLARS = "polars"
    SPARK = "spark"


def parse_day(written: str | date) -> date:
    """A day written YYYY-MM-DD."""
    if isinstance(written, date):
        return written
    try:
        return datetime.strptime(written, "%Y-%m-%d").date()  # noqa: DTZ007 - a civil day has no zone
    except ValueError as error:
        raise typer.BadParameter(f"“{written}” is not a day. Write it as 2019-12-31.") from error


Extract = Annotated[
    Path, typer.Argument(help="The folder with contacts, patients, teams … as .csv or .parquet.", show_default=False)
]
ExtractAnywhere = Annotated[
    str,
    typer.Argument(
        help="The folder with contacts, patients, teams … as .csv or .parquet; for Spark also an address "
        "(hdfs://…, s3a://…).",
        show_default=False,
    ),
]
OutAnywhere = Annotated[
    str,
    typer.Option(
        "--out",
        metavar="FOLDER",
        help="The folder for the results: new or empty. From Spark also an address, with --format parquet.",
        show_default=False,
    ),
]
Master = Annotated[
    str | None,
    typer.Option(
        "--master",
        metavar="MASTER",
        help="Spark's master. Default: its usual configuration, else this machine.",
        show_default=False,
    ),
]
Buckets = Annotated[
    int | None,
    typer.Option(
        "--buckets",
        min=1,
        help="How many parts Spark deals the patients to. Default: two for each core.",
        show_default=False,
    ),
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace results that lie in the output folder.")]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=parse_day,
        metavar="YYYY-MM-DD",
        help="The day of judgement. Default: the last contact of the extract, never the clock.",
        show_default=False,
    ),
]
Format = Annotated[Form, typer.Option("--format", help="Write tables as CSV or Parquet.")]
Guidelines = Annotated[
    Path | None,
    typer.Option(
        "--guidelines",
        metavar="DIR",
        help="A folder with your own guideline files besides the packaged ones; one with the same id replaces it.",
        show_default=False,
    ),
]
EngineChoice = Annotated[Engine, typer.Option("--engine", help="What carries the rules over the rows.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress and no summary.")]
Json = Annotated[bool, typer.Option("--json", help="A machine-readable summary on standard output.")]
Strict = Annotated[bool, typer.Option("--strict", help="End with status 4 where any row was rejected.")]
Decoding = Annotated[Encoding, typer.Option("--encoding", help="The encoding of CSV files; it is never guessed.")]
Lang = Annotated[Language, typer.Option("--lang", help="The language of what is shown: Swedish or English.")]

SWEDISH: Final = Language.SV
