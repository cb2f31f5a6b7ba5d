"""Facts as registered: the tables of an extract once every row in them can be used."""

from samsyn.records.tables import (
    CONTACTS,
    EVIDENCE,
    INVOICES,
    NRS,
    PATIENTS,
    PROFESSIONS,
    ROSTER,
    TEAMS,
    Records,
    TableShape,
)

__all__ = [
    "CONTACTS",
    "EVIDENCE",
    "INVOICES",
    "NRS",
    "PATIENTS",
    "PROFESSIONS",
    "ROSTER",
    "TEAMS",
    "Records",
    "TableShape",
]
