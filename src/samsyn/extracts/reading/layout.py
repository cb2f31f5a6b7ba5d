"""The tables of an extract: which columns each has, and how each column is read."""

from collections.abc import Callable
from typing import Final

import polars as pl

from samsyn.extracts.reading.cells import Cell, Field
from samsyn.extracts.reading.fields.amounts import parse_kronor, parse_minutes, parse_quantity
from samsyn.extracts.reading.fields.codes import JOINT, parse_diagnoses, procedure_parser
from samsyn.extracts.reading.fields.dates import (
    FIRST_DAY,
    LAST_DAY,
    parse_date,
    parse_month,
    parse_open_end,
    parse_optional_date,
)
from samsyn.extracts.reading.fields.units import parse_team_unit, unit_parser
from samsyn.extracts.reading.fields.words import (
    optional_text,
    parse_care_level,
    parse_competences,
    parse_module,
    parse_optional_module,
    parse_profession,
    parse_team_profession,
    parse_yes_no,
    required_text,
    required_upper,
)
from samsyn.extracts.reading.header import Columns
from samsyn.records import CONTACTS, EVIDENCE, INVOICES, NRS, PATIENTS, PROFESSIONS, ROSTER, TEAMS
from samsyn.records.tables import TableShape

_CODES: Final = pl.List(pl.String())
_ICD: Final = r"[A-Z][0-9]{2}(?:\.?[0-9A-Z]{1,4})?"
# Three letters and two digits, but none in which a letter may stand for the first digit.
_KVA: Final = r"[A-Z]{2}(?:[0-9]{3}|[A-HJKMNP-Z][0-9]{2})"


def _columns(shape: TableShape, *more: str) -> Columns:
    optional = tuple(column for column in shape.columns if column not in shape.required)
    return Columns(shape.required, (*optional, *more))


COLUMNS: Final[dict[str, Columns]] = {
    "contacts": _columns(CONTACTS, "contact_type"),
    "patients": _columns(PATIENTS),
    "teams": _columns(TEAMS),
    "nrs": _columns(NRS),
    "evidence": _columns(EVIDENCE),
    "roster": _columns(ROSTER),
    "invoices": Columns(INVOICES.required),
}


def key(column: str, fault: str) -> Field:
    """An opaque id that must be there."""
    one = pl.col(column)
    return Field(column, pl.String(), required_text(fault), one.str.len_bytes() > 0, one)


def day(column: str) -> Field:
    """A date that must be there."""
    one = pl.col(column)
    found = one.str.to_date("%Y-%m-%d", strict=False)
    is_plain = one.str.contains(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$") & found.is_between(FIRST_DAY, LAST_DAY)
    return Field(column, pl.Date(), parse_date, is_plain.fill_null(value=False), found)


def optional_day(column: str) -> Field:
    """A date that may be left out."""
    plain = day(column)
    return Field(column, pl.Date(), parse_optional_date, plain.ordinary, plain.quick)


def unit(known: frozenset[str]) -> Field:
    """The unit, held against those of the teams."""
    one = pl.col("unit")
    return Field("unit", pl.String(), unit_parser(known), one.is_in(sorted(known)), one)


def contact_fields(units: frozenset[str]) -> tuple[Field, ...]:
    """The columns of a contact, in the order in which a fault is told. The procedures are read before these."""
    one = pl.col("minutes")
    profession = pl.col("profession")
    return (
        key("contact_id", "ROW_NOID"),
        key("patient_id", "PATIENT_MISSING"),
        unit(units),
        day("date"),
        _codes("diagnoses", _ICD, parse_diagnoses),
        Field("profession", pl.String(), parse_profession, profession.is_in(PROFESSIONS), profession),
        Field("minutes", pl.Int64(), parse_minutes, one.str.contains("^[0-9]{1,6}$"), one.cast(pl.Int64, strict=False)),
        Field("contact_type", pl.String(), optional_text),
    )


def procedures(guideline_codes: frozenset[str]) -> Field:
    """The KVÅ codes of a contact."""
    return _codes("procedures", _KVA, procedure_parser(guideline_codes))


def _codes(column: str, form: str, parse: Callable[[str], Cell]) -> Field:
    one = pl.col(column)
    is_plain = one.str.contains(f"^{form}(?:[,;|{JOINT}]{form})*$")
    apart = one.str.replace_all(f"[;|{JOINT}]", ",").str.replace_all(".", "", literal=True).str.split(",")
    return Field(column, _CODES, parse, is_plain, apart)


def other_fields(table: str, units: frozenset[str]) -> tuple[Field, ...]:
    """The columns of any other table."""
    text = pl.String()
    fields: dict[str, tuple[Field, ...]] = {
        "patients": (key("patient_id", "PATIENT_MISSING"), optional_day("birth_date")),
        "teams": (
            key("team_id", "TEAM_MISSING"),
            Field("unit", text, parse_team_unit),
            Field("level", text, required_upper("LEVEL_BAD")),
            Field("care_level", text, parse_care_level),
            day("accredited_from"),
            Field("accredited_to", pl.Date(), parse_open_end),
            Field("nrs_module", text, parse_optional_module),
            optional_day("nrs_connected_from"),
        ),
        "nrs": (key("patient_id", "PATIENT_MISSING"), unit(units), Field("module", text, parse_module), day("date")),
        "evidence": (
            key("patient_id", "PATIENT_MISSING"),
            Field("level", text, required_upper("LEVEL_BAD")),
            day("start"),
            optional_day("pain_onset"),
            *(Field(name, kind, parse_yes_no) for name, kind in EVIDENCE.columns.items() if kind == pl.Boolean()),
        ),
        "roster": (
            key("team_id", "TEAM_MISSING"),
            Field("profession", text, parse_team_profession),
            Field("competences", _CODES, parse_competences),
            day("from"),
            Field("to", pl.Date(), parse_open_end),
        ),
        "invoices": (
            key("invoice_id", "ROW_NOID"),
            unit(units),
            Field("product_code", text, required_upper("PRODUCT_MISSING")),
            Field("month", text, parse_month),
            Field("quantity", pl.Int64(), parse_quantity),
            Field("amount", pl.Int64(), parse_kronor),
        ),
    }
    return fields[table]
