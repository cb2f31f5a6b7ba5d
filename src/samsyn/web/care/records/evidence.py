"""What no register holds, from the unit's own records, by the series that it belongs to."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

import polars as pl

from samsyn.guidelines import GuidelineRegister
from samsyn.records import EVIDENCE
from samsyn.series import build_series
from samsyn.web.care.models import Screening, Suitability
from samsyn.web.care.records.rows import Contact, Registrations

Evidence = dict[str, Any]
_PHYSICIAN = "physician"


def evidence_table(
    table: pl.DataFrame, contacts: Iterable[Contact], found: Registrations, register: GuidelineRegister, as_of: date
) -> pl.DataFrame:
    """A row for each series of which something is known; the core says which contacts make a series.

    Two cases of one series (given up and taken up again) speak for it together, the later one first.
    """
    case_of = {contact.thing: contact.case_id for contact in contacts}
    known = _by_case(found)
    visits = build_series(table, register, as_of).visits.select("contact_id", "patient_id", "level", "start")
    series: dict[tuple[str, str, date], set[UUID]] = {}
    for contact, *key in visits.iter_rows():
        series.setdefault(tuple(key), set()).add(case_of[contact.rpartition("-")[0]])
    rows = [
        (*key, *(said.get(column) for column in _COLUMNS))
        for key, cases in sorted(series.items())
        if (said := _together(known[case] for case in _latest_first(cases, found)))
    ]
    return pl.DataFrame(rows, schema=EVIDENCE.columns, orient="row")


_COLUMNS = [column for column in EVIDENCE.columns if column not in EVIDENCE.required]


def _latest_first(cases: set[UUID], found: Registrations) -> list[UUID]:
    return sorted(cases, key=lambda case: (found.cases[case].opened_on, found.cases[case].serial), reverse=True)


def _together(each_case: Iterable[Evidence]) -> Evidence:
    said: Evidence = {}
    for evidence in each_case:
        said |= {column: value for column, value in evidence.items() if said.get(column) is None and value is not None}
    return said


def _by_case(found: Registrations) -> dict[UUID, Evidence]:
    """What each case's latest assessment, plan, closing conference and copy say; nothing of what is not registered."""
    said: dict[UUID, Evidence] = {case: {} for case in found.cases}
    for assessment in found.assessments:
        own = said[assessment["case_id"]]
        own |= {
            "pain_onset": assessment["pain_onset"] or own.get("pain_onset"),
            "investigated": _investigated(assessment),
            "choice_signed": assessment["choice_signed_on"] is not None,
            "screened": assessment["screening"] != Screening.NOT_DONE,
        }
    for plan in found.plans:
        case = plan["case_id"]
        said[case]["plan"] = plan["signed_with_patient_on"] is not None and case in found.cases_with_goals
    for conference in found.conferences:
        said[conference["case_id"]]["physician_at_conference"] = _PHYSICIAN in conference["professions"]
    for copy in found.copies:
        if copy["consent"]:  # without the patient's consent none is to be sent
            said[copy["case_id"]]["copy_sent"] = copy["sent_on"] is not None
    return said


def _investigated(assessment: dict[str, Any]) -> bool | None:
    """Well investigated, and judged suitable."""
    if assessment["suitability"] != Suitability.SUITABLE:
        return False
    return assessment["investigated"]  # type: ignore[no-any-return]
