"""From registrations to the rows of the table of contacts."""

from collections.abc import Iterable, Iterator
from datetime import date

import polars as pl

from samsyn.guidelines import Role
from samsyn.records import CONTACTS
from samsyn.web.care.records.people import People
from samsyn.web.care.records.rows import Contact, Registrations
from samsyn.web.care.rules import guideline_of_programme
from samsyn.web.directory.rules import register


def contacts_of(found: Registrations) -> list[Contact]:
    """Every visit of every kind."""
    return [*_assessments(found), *found.visits, *found.work_contacts, *found.completions]


def contact_table(contacts: Iterable[Contact], people: People, unit: str) -> pl.DataFrame:
    """The table; `unit` is the code under which the unit registers."""
    completing = frozenset(code for level in register().levels for code in register().codes(Role.COMPLETION, level))
    rows = [row for contact in contacts for row in _rows(contact, str(people.patient_of[contact.record]), completing)]
    columns = {name: [row[name] for row in rows] for name in CONTACTS.columns if name != "unit"}
    return pl.DataFrame(columns | {"unit": [unit] * len(rows)}, schema=CONTACTS.columns)


def _rows(contact: Contact, patient: str, completing: frozenset[str]) -> Iterator[dict[str, object]]:
    """A row for each profession, numbered from 1; one where none is said."""
    for number, profession in enumerate(contact.professions or [None], start=1):
        yield {
            "contact_id": f"{contact.thing}-{number}",
            "patient_id": patient,
            "date": contact.day,
            "diagnoses": contact.diagnoses,
            "procedures": contact.procedures
            if number == 1
            else [code for code in contact.procedures if code not in completing],
            "profession": profession,
            "minutes": contact.minutes if number == 1 else None,
        }


def _assessments(found: Registrations) -> Iterator[Contact]:
    for row in found.assessments:
        case = found.cases[row["case_id"]]
        yield Contact(
            str(row["thing"]), row["case_id"], case.record, row["day"], row["diagnoses"],
            list(assessment_codes(case.programme, row["day"])), row["professions"], row["minutes"],
            is_visit=False,
        )  # fmt: skip


def assessment_codes(programme: str, day: date) -> tuple[str, ...]:
    """What the programme's guideline on the day says that an assessment is coded with."""
    guideline = guideline_of_programme(programme, day)
    return guideline.codes_for(Role.ASSESSMENT) if guideline else ()
