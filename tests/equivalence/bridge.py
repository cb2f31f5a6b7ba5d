"""From the naive judge's rows to the records that the real judge reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import polars as pl

from samsyn.codes import normalise_code
from samsyn.records import CONTACTS, EVIDENCE, INVOICES, NRS, PATIENTS, ROSTER, TEAMS, Records, TableShape
from tests.naive_judge import Contact, Evidence, InvoiceLine, Nrs, RosterRow, Tables, Team
from tests.naive_judge.tidy import usable_contacts

_YES_NO = {"yes": True, "no": False, "": None}


def records(tables: Tables) -> Records:
    """The same facts, clean: the tables must hold no dirty rows (codes may be written anyhow)."""
    contacts = usable_contacts(tables.contacts)
    days = [contact.date for contact in contacts]
    return Records(
        contacts=_frame(CONTACTS, (_contact(c) for c in contacts)),
        patients=_frame(PATIENTS, ((p.patient_id, p.birth_date) for p in tables.patients)),
        teams=_frame(TEAMS, (_team(t) for t in tables.teams)),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        nrs=None if tables.nrs is None else _frame(NRS, (_nrs(n) for n in tables.nrs)),
        evidence=None if tables.evidence is None else _frame(EVIDENCE, (_evidence(e) for e in tables.evidence)),
        invoices=None if tables.invoices is None else _frame(INVOICES, (_line(i) for i in tables.invoices)),
        roster=None if tables.roster is None else _frame(ROSTER, (_member(r) for r in tables.roster)),
    )


def as_of(tables: Tables) -> dt.date:
    """The run's day where none is given: the last contact."""
    return max(contact.date for contact in usable_contacts(tables.contacts))


def _frame(shape: TableShape, rows: Iterable[tuple[Any, ...]]) -> pl.DataFrame:
    return pl.DataFrame(list(dict.fromkeys(rows)), schema=shape.columns, orient="row")


def _codes(written: Iterable[str]) -> tuple[str, ...]:
    return tuple(normalise_code(code) for code in written)


def _contact(c: Contact) -> tuple[Any, ...]:
    codes = _codes(c.diagnoses), _codes(c.procedures)
    return (c.contact_id, c.patient_id, c.unit.strip().upper(), c.date, *codes, c.profession or None, c.minutes)


def _team(t: Team) -> tuple[Any, ...]:
    connection = t.nrs_module or None, t.nrs_connected_from
    days = t.accredited_from, t.accredited_to
    return (t.team_id, t.unit.strip().upper(), t.level, t.care_level, *days, *connection)


def _nrs(n: Nrs) -> tuple[Any, ...]:
    return (n.patient_id, n.unit.strip().upper(), n.module, n.date)


def _evidence(e: Evidence) -> tuple[Any, ...]:
    said = (_YES_NO[word] for word in _words(e))
    return (e.patient_id, e.level, e.start, e.pain_onset, *said)


def _words(e: Evidence) -> tuple[str, ...]:
    return (e.investigated, e.plan, e.physician_at_conference, e.choice_signed, e.screened, e.copy_sent)


def _line(i: InvoiceLine) -> tuple[Any, ...]:
    return (i.invoice_id, i.unit.strip().upper(), i.product_code, i.month, i.quantity, i.amount * 100)


def _member(r: RosterRow) -> tuple[Any, ...]:
    return (r.team_id, r.profession, r.competences, r.first_day, r.last_day)
