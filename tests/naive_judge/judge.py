"""The naive judge: one patient at a time, one series at a time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from tests.naive_judge import money
from tests.naive_judge.case import Case
from tests.naive_judge.conditions import decision_of, findings_of
from tests.naive_judge.guidelines import Guideline, guideline_of
from tests.naive_judge.model import Contact, Evidence, NaiveResult, NaiveSeries, Tables
from tests.naive_judge.series import Series, series_of_patient
from tests.naive_judge.team_findings import team_findings
from tests.naive_judge.teams import WholeTeam, series_teams, whole_teams
from tests.naive_judge.tidy import tidy


def judge(tables: Tables, as_of: dt.date | None = None) -> NaiveResult:
    """Judge a whole extract; as_of is by default the last contact date of all contacts."""
    tables = tidy(tables)
    day = as_of or max((contact.date for contact in tables.contacts), default=dt.date.min)
    result = NaiveResult()
    teams = whole_teams(tables.teams)
    contacts_of: dict[str, list[Contact]] = defaultdict(list)
    for contact in tables.contacts:
        contacts_of[contact.patient_id].append(contact)
    for patient_id in sorted(contacts_of):
        judge_patient(patient_id, contacts_of[patient_id], tables, teams, day, result)
    result.series = dict(sorted(result.series.items()))
    result.findings = dict(sorted(result.findings.items()))
    result.team_findings = team_findings(tables, day)
    result.payments = money.payments(list(result.series.values()))
    if tables.invoices is not None:
        result.reconciliation = money.reconcile(result.payments, tables.invoices)
        result.unmatched = money.unmatched(tables.invoices)
    return result


def judge_patient(
    patient_id: str,
    contacts: list[Contact],
    tables: Tables,
    teams: list[WholeTeam],
    as_of: dt.date,
    result: NaiveResult,
) -> None:
    """Judge the series of one patient in their order, so that earlier decisions are known."""
    earlier: list[Series] = []
    approved: list[Series] = []
    for series in series_of_patient(patient_id, contacts):
        guideline = guideline_of(series.level, series.start, series.end or as_of)
        decision = "open"
        if series.end is not None:
            findings = {"in-force": "unknown"}
            if guideline is not None:
                findings = findings_of(
                    Case(
                        series=series,
                        end=series.end,
                        guideline=guideline,
                        as_of=as_of,
                        birth_date=birth_date_of(patient_id, tables),
                        patient_contacts=contacts,
                        earlier=list(earlier),
                        approved_earlier=list(approved),
                        teams=series_teams(series, series.end, teams),
                        nrs=None if tables.nrs is None else [row for row in tables.nrs if row.patient_id == patient_id],
                        evidence=evidence_of(series, tables),
                    )
                )
            result.findings[series.series_id] = findings
            decision = decision_of(findings, series.level)
        result.series[series.series_id] = told(series, guideline, decision)
        earlier.append(series)
        if decision == "approved":
            approved.append(series)


def birth_date_of(patient_id: str, tables: Tables) -> dt.date | None:
    """Return the birth date; a patient without a row has none (contract, patients)."""
    for patient in tables.patients:
        if patient.patient_id == patient_id:
            return patient.birth_date
    return None


def evidence_of(series: Series, tables: Tables) -> Evidence | None:
    """Return the evidence keyed by the series' patient, level and start date (contract, evidence)."""
    for row in tables.evidence or []:
        if (row.patient_id, row.level, row.start) == (series.patient_id, series.level, series.start):
            return row
    return None


def told(series: Series, guideline: Guideline | None, decision: str) -> NaiveSeries:
    """Return the series as the output tells it."""
    return NaiveSeries(
        series_id=series.series_id,
        patient_id=series.patient_id,
        level=series.level,
        guideline=guideline.id if guideline else "",
        start=series.start,
        end=series.end,
        start_unit=series.start_unit,
        completion_unit=series.completion_unit,
        contacts=len(series.own) + len(series.duplicates),
        decision=decision,
        amount_kr=guideline.amounts[series.level] if guideline and decision == "approved" else None,
    )
