"""Rows of the extract and results of the naive judge: plain frozen values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Contact:
    """One row of the care-contact database (rules §1)."""

    contact_id: str
    patient_id: str
    unit: str
    date: dt.date
    diagnoses: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
    profession: str = ""
    minutes: int | None = None
    contact_type: str = ""


@dataclass(frozen=True)
class Patient:
    """One patient; the birth date may be missing."""

    patient_id: str
    birth_date: dt.date | None


@dataclass(frozen=True)
class Team:
    """One row of accreditation; a team may have several rows."""

    team_id: str
    unit: str
    level: str
    care_level: str
    accredited_from: dt.date
    accredited_to: dt.date | None = None
    nrs_module: str = ""
    nrs_connected_from: dt.date | None = None


@dataclass(frozen=True)
class Nrs:
    """One registration of a patient in the register NRS."""

    patient_id: str
    unit: str
    module: str
    date: dt.date


@dataclass(frozen=True)
class Evidence:
    """What was noted of one series, keyed by patient, level and start; "" is nothing noted."""

    patient_id: str
    level: str
    start: dt.date
    pain_onset: dt.date | None = None
    investigated: str = ""
    plan: str = ""
    physician_at_conference: str = ""
    choice_signed: str = ""
    screened: str = ""
    copy_sent: str = ""


@dataclass(frozen=True)
class InvoiceLine:
    """One invoice line; month is YYYY-MM, amount whole kronor."""

    invoice_id: str
    unit: str
    product_code: str
    month: str
    quantity: int
    amount: int


@dataclass(frozen=True)
class RosterRow:
    """One person of a team, from first_day to last_day, both in."""

    team_id: str
    profession: str
    competences: tuple[str, ...] = ()
    first_day: dt.date | None = None
    last_day: dt.date | None = None


@dataclass(frozen=True)
class Tables:
    """An extract; None is a table that is absent altogether."""

    contacts: list[Contact]
    patients: list[Patient]
    teams: list[Team]
    nrs: list[Nrs] | None = None
    evidence: list[Evidence] | None = None
    invoices: list[InvoiceLine] | None = None
    roster: list[RosterRow] | None = None


@dataclass(frozen=True)
class NaiveSeries:
    """One series as the output file `series` tells it."""

    series_id: str
    patient_id: str
    level: str
    guideline: str
    start: dt.date
    end: dt.date | None
    start_unit: str
    completion_unit: str | None
    contacts: int
    decision: str
    amount_kr: int | None


SeriesId = str
TeamKey = tuple[str, str, str, int, str]
MoneyKey = tuple[str, str, str, str]
Payment = tuple[int, int]
Balance = tuple[int, int, int, int | None, int | None]


@dataclass
class NaiveResult:
    """Everything the judge says of one extract."""

    series: dict[SeriesId, NaiveSeries] = field(default_factory=dict)
    findings: dict[SeriesId, dict[str, str]] = field(default_factory=dict)
    team_findings: dict[TeamKey, str] = field(default_factory=dict)
    payments: dict[MoneyKey, Payment] = field(default_factory=dict)
    reconciliation: dict[MoneyKey, Balance] = field(default_factory=dict)
    unmatched: list[tuple[str, str, str]] = field(default_factory=list)
