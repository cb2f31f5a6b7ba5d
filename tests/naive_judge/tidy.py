"""Writes every row in one way: codes, units, professions; a contact told twice counts once (contract, In)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from tests.naive_judge.model import Contact, Tables

PROFESSIONS = frozenset(
    {
        "physician",
        "physiotherapist",
        "occupational_therapist",
        "social_worker",
        "psychologist",
        "psychotherapist",
        "nurse",
        "rehabilitation_coordinator",
    }
)


def normal_code(code: str) -> str:
    """Return a code without spaces, dots and case (rules §3)."""
    return "".join(code.split()).replace(".", "").upper()


def normal_codes(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes that hold anything at all, normalised."""
    return tuple(code for code in map(normal_code, codes) if code)


def normal_unit(unit: str) -> str:
    """Return a unit trimmed and in upper case (contract, contacts)."""
    return unit.strip().upper()


def normal_profession(profession: str) -> str:
    """Return the profession, "other" for one not listed, "" for an empty field (contract, contacts)."""
    profession = profession.strip()
    if not profession or profession in PROFESSIONS:
        return profession
    return "other"


def tidy_contact(contact: Contact) -> Contact:
    """Return the contact with everything written in one way."""
    return replace(
        contact,
        unit=normal_unit(contact.unit),
        diagnoses=normal_codes(contact.diagnoses),
        procedures=normal_codes(contact.procedures),
        profession=normal_profession(contact.profession),
    )


def usable_contacts(contacts: list[Contact]) -> list[Contact]:
    """Return each contact once; an id with two contents is rejected with all its rows."""
    rows_of: dict[str, set[Contact]] = defaultdict(set)
    for contact in contacts:
        rows_of[contact.contact_id].add(tidy_contact(contact))
    return [next(iter(rows)) for rows in rows_of.values() if len(rows) == 1]


def tidy(tables: Tables) -> Tables:
    """Return the tables as the rules compare them."""
    nrs, invoices, roster, evidence = tables.nrs, tables.invoices, tables.roster, tables.evidence
    return Tables(
        contacts=usable_contacts(tables.contacts),
        patients=tables.patients,
        teams=[replace(row, unit=normal_unit(row.unit)) for row in tables.teams],
        nrs=None if nrs is None else [replace(row, unit=normal_unit(row.unit)) for row in nrs],
        evidence=evidence,
        invoices=None
        if invoices is None
        else list(dict.fromkeys(replace(row, unit=normal_unit(row.unit)) for row in invoices)),
        roster=None
        if roster is None  # the same row twice counts once here too: a roster names people by nothing else
        else list(dict.fromkeys(replace(row, profession=normal_profession(row.profession)) for row in roster)),
    )
