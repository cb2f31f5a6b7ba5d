"""Records as an extract: the tables of the contract, each cell as a file may hold it."""

import polars as pl

from samsyn.extracts.writing.results import harmless
from samsyn.records import Records

_BETWEEN_CODES = ","


def extract_tables(records: Records) -> dict[str, pl.DataFrame]:
    """Every table that there is but invoices, by its name, as texts that read back as the same records."""
    tables = {
        "contacts": records.contacts,
        "patients": records.patients,
        "teams": records.teams,
        "nrs": records.nrs,
        "evidence": records.evidence,
        "roster": records.roster,
    }
    return {name: harmless(_as_text(table)) for name, table in tables.items() if table is not None}


def csv_of(table: pl.DataFrame) -> bytes:
    """The table as a file: comma between, LF at the end of each line, UTF-8."""
    return table.write_csv(line_terminator="\n").encode()


def _as_text(table: pl.DataFrame) -> pl.DataFrame:
    return table.select(_cell(name, kind) for name, kind in table.schema.items())


def _cell(name: str, kind: pl.DataType) -> pl.Expr:
    if kind == pl.List:
        return pl.col(name).list.join(_BETWEEN_CODES)
    if kind == pl.Boolean:
        return pl.when(name).then(pl.lit("yes")).when(~pl.col(name)).then(pl.lit("no")).alias(name)
    return pl.col(name).cast(pl.String)
