"""The tables that the rules read, to the column. Everything here is already clean and normalised."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

Shape = dict[str, pl.DataType]

PROFESSIONS: Final = (
    "physician",
    "physiotherapist",
    "occupational_therapist",
    "social_worker",
    "psychologist",
    "psychotherapist",
    "nurse",
    "rehabilitation_coordinator",
)
"""The professions that a contact or a roster may name; any other is kept as `other`."""


@dataclass(frozen=True)
class TableShape:
    """One table: its name, its columns with their types, and those that must be there."""

    name: str
    columns: Shape
    required: tuple[str, ...]

    def empty(self) -> pl.DataFrame:
        """The table without rows."""
        return pl.DataFrame(schema=self.columns)


def _text() -> pl.DataType:
    return pl.String()


def _codes() -> pl.DataType:
    return pl.List(pl.String())


CONTACTS: Final = TableShape(
    "contacts",
    {
        "contact_id": _text(),
        "patient_id": _text(),
        "unit": _text(),  # trimmed, upper case
        "date": pl.Date(),
        "diagnoses": _codes(),  # normalised, main first, no empty texts, never null
        "procedures": _codes(),  # normalised, never null
        "profession": _text(),  # one of PROFESSIONS or "other"; null where the cell is empty
        "minutes": pl.Int64(),  # null where the cell is empty
    },
    ("contact_id", "patient_id", "unit", "date", "diagnoses", "procedures"),
)
PATIENTS: Final = TableShape("patients", {"patient_id": _text(), "birth_date": pl.Date()}, ("patient_id", "birth_date"))
TEAMS: Final = TableShape(
    "teams",
    {
        "team_id": _text(),
        "unit": _text(),
        "level": _text(),  # upper case
        "care_level": _text(),  # primary, hospital
        "accredited_from": pl.Date(),
        "accredited_to": pl.Date(),  # null: until further notice
        "nrs_module": _text(),  # primary, specialist, both, or null
        "nrs_connected_from": pl.Date(),
    },
    ("team_id", "unit", "level", "care_level", "accredited_from", "accredited_to"),
)
NRS: Final = TableShape(
    "nrs",
    {"patient_id": _text(), "unit": _text(), "module": _text(), "date": pl.Date()},
    ("patient_id", "unit", "module", "date"),
)
EVIDENCE: Final = TableShape(
    "evidence",
    {
        "patient_id": _text(),
        "level": _text(),
        "start": pl.Date(),
        "pain_onset": pl.Date(),
        "investigated": pl.Boolean(),
        "plan": pl.Boolean(),
        "physician_at_conference": pl.Boolean(),
        "choice_signed": pl.Boolean(),
        "screened": pl.Boolean(),
        "copy_sent": pl.Boolean(),
    },
    ("patient_id", "level", "start"),
)
INVOICES: Final = TableShape(
    "invoices",
    {
        "invoice_id": _text(),
        "unit": _text(),
        "product_code": _text(),  # trimmed, upper case
        "month": _text(),  # YYYY-MM
        "quantity": pl.Int64(),
        "amount_ore": pl.Int64(),
    },
    ("invoice_id", "unit", "product_code", "month", "quantity", "amount"),
)
ROSTER: Final = TableShape(
    "roster",
    {
        "team_id": _text(),
        "profession": _text(),
        "competences": _codes(),  # lower case: extended, short-psychotherapy
        "from": pl.Date(),
        "to": pl.Date(),  # null: until further notice
    },
    ("team_id", "profession", "competences", "from", "to"),
)


@dataclass(frozen=True)
class Records:
    """An extract as the rules see it: coded contacts, the patients they concern, and what else is registered.

    A table that was absent altogether is None: what rests on it is unknown, which is not the same as not met.
    `first_day` and `last_day` are the first and last contact of the whole extract, uncoded contacts included.
    """

    contacts: pl.DataFrame
    patients: pl.DataFrame
    teams: pl.DataFrame
    first_day: date | None
    last_day: date | None
    nrs: pl.DataFrame | None = None
    evidence: pl.DataFrame | None = None
    invoices: pl.DataFrame | None = None
    roster: pl.DataFrame | None = None
