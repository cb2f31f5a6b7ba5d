"""Changes to what is completed and invoiced."""

from __future__ import annotations

from dataclasses import replace

from tests.naive_judge import InvoiceLine
from tests.spec.bases import COMPLETION, DAY, PATIENT
from tests.spec.changes.contacts import with_contacts
from tests.spec.changes.registers import with_tables
from tests.spec.model import Case, Change, Text


def also_patient(name: str, end: str = "2019-04-01") -> Change:
    """Another patient with the very same course, completed on the day."""

    def made(case: Case) -> Case:
        tables = case.tables
        contacts = [
            replace(
                contact,
                contact_id=f"{name}-{contact.contact_id}",
                patient_id=name,
                date=DAY(end) if contact.contact_id == COMPLETION else contact.date,
            )
            for contact in tables.contacts
            if contact.patient_id == PATIENT
        ]
        patients = [*tables.patients, replace(tables.patients[0], patient_id=name)]
        nrs = [
            *(tables.nrs or ()),
            *(replace(row, patient_id=name) for row in tables.nrs or () if row.patient_id == PATIENT),
        ]
        more = with_tables(patients=patients, nrs=nrs)(case)
        return with_contacts(more, [*tables.contacts, *contacts])

    return Change(
        Text(
            f"Även patient {name}, likadan serie avslutad {end}", f"Also patient {name}, a like series completed {end}"
        ),
        made,
    )


def invoiced(month: str, quantity: int, product_code: str = "90158", unit: str = "A") -> Change:
    """One more invoice line; lines are numbered F1, F2 … in order."""

    def made(case: Case) -> Case:
        lines = case.tables.invoices or []
        line = InvoiceLine(f"F{len(lines) + 1}", unit, product_code, month, quantity, 55_000 * quantity)
        return with_tables(invoices=[*lines, line])(case)

    return Change(
        Text(
            f"Fakturerat {month}: {quantity} st produkt {product_code}, enhet {unit}",
            f"Invoiced {month}: {quantity} of product {product_code}, unit {unit}",
        ),
        made,
    )


def nothing_invoiced() -> Change:
    """The table of invoices is there and is empty."""
    return Change(Text("Ingenting fakturerat", "Nothing invoiced"), with_tables(invoices=[]))
