"""No condition without a table, no outcome that is not shown, no title said twice."""

from __future__ import annotations

from collections import Counter

from samsyn.guidelines import load_register
from tests.spec import tables
from tests.spec.model import ABSENT, LANGUAGES

_REGISTER, _RAISED = {"met", "not_met"}, {"met", ABSENT}
_MAY_BE_MISSING, _CERTIFIED = _REGISTER | {"unknown"}, _REGISTER | {"attested"}

OUTCOMES = {
    "in-force": {"met", "unknown"},
    "ongoing-coded": _REGISTER,
    "age": _MAY_BE_MISSING,
    "diagnosis-listed": _REGISTER,
    "diagnosis-every-visit": _REGISTER,
    "pain-duration": _CERTIFIED,
    "investigated": _CERTIFIED,
    "assessment-coded": _REGISTER,
    "completion-unit": _REGISTER,
    "team-accredited": _REGISTER,
    "nrs-connected": _REGISTER,
    "nrs-registered": _MAY_BE_MISSING,
    "treatment-gap": _REGISTER,
    "care-level": _MAY_BE_MISSING,
    "hours": _MAY_BE_MISSING,
    "multiprofessional": _MAY_BE_MISSING,
    "price-basis": _REGISTER,
    "rehab-plan": _CERTIFIED,
    "physician-at-conference": _CERTIFIED,
    "work-contact": _REGISTER,
    "same-year": _RAISED,
    "duplicate-completion": _RAISED,
    "screened": _CERTIFIED,
    "choice-signed": _CERTIFIED,
    "programme-length": _REGISTER,
    "copy-sent": _CERTIFIED,
    "composition": _MAY_BE_MISSING,
    "volume": _REGISTER,
    "team-nrs-connected": _REGISTER,
}
"""Every outcome that rules §4 lets a condition have."""

WEB_ONLY = {"follow-up-report"}
"""Judged where the report is handed in; no extract holds it."""


def _shown() -> dict[str, set[str]]:
    shown: dict[str, set[str]] = {}
    for of_series in tables.SERIES:
        shown.setdefault(of_series.condition, set()).update(row.outcome for row in of_series.rows)
    for of_team in tables.TEAMS:
        shown.setdefault(of_team.condition, set()).update(row.outcome for row in of_team.rows)
    return shown


def test_every_condition_of_every_guideline_has_a_table() -> None:
    guidelines = load_register().guidelines
    ids = {c.id for guideline in guidelines for c in (*guideline.conditions, *guideline.team_conditions)}
    assert ids - WEB_ONLY == set(_shown())


def test_every_outcome_a_condition_can_have_is_shown() -> None:
    shown = _shown()
    assert set(OUTCOMES) == set(shown)
    for condition, outcomes in OUTCOMES.items():
        assert shown[condition] | {ABSENT} == outcomes | {ABSENT}, condition
        assert outcomes <= shown[condition], condition


def test_every_decision_is_shown() -> None:
    assert {row.decision for of in tables.DECISIONS for row in of.rows} == {"approved", "denied", "review", "open"}


def test_no_title_is_said_twice_of_a_condition() -> None:
    every = (
        *tables.SERIES,
        *tables.DECISIONS,
        *tables.BUILDING,
        *tables.TEAMS,
        *tables.PAYMENTS,
        *tables.RECONCILIATIONS,
    )
    for language in LANGUAGES:
        titles = Counter((of.condition, row.title.told(language)) for of in every for row in of.rows)
        assert {title for title, count in titles.items() if count > 1} == set()
