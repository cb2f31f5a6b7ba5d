"""Conditions that rest on teams, NRS and the evidence table (rules §4)."""

from __future__ import annotations

import datetime as dt

from tests.naive_judge.case import Case, met
from tests.naive_judge.days import add_months
from tests.naive_judge.guidelines import CARE_LEVEL


def team_accredited(case: Case) -> str:
    """Rules §4 team-accredited: one team the whole time."""
    return met(bool(case.teams))


def nrs_connected(case: Case) -> str:
    """Rules §4 nrs-connected: no series' team is not met."""
    return met(any(team.joined(case.guideline, case.end) for team in case.teams))


def nrs_registered(case: Case) -> str:
    """Rules §4 nrs-registered: by start_unit, from 180 days before start to as_of."""
    if case.nrs is None:
        return "unknown"
    first = case.series.start - dt.timedelta(days=180)
    needed = {module for team in case.teams for module in team.modules_needed(case.guideline)}
    return met(
        any(
            row.unit == case.series.start_unit
            and first <= row.date <= case.as_of
            and (not case.teams or row.module in needed)
            for row in case.nrs
        )
    )


def care_level(case: Case) -> str:
    """Rules §4 care-level: no series' team is unknown."""
    if not case.teams:
        return "unknown"
    return met(any(CARE_LEVEL[case.level] in team.care_levels() for team in case.teams))


def pain_duration(case: Case) -> str:
    """Rules §4 pain-duration: onset + 3 calendar months on or before start."""
    if case.evidence is None or case.evidence.pain_onset is None:
        return "attested"
    return met(add_months(case.evidence.pain_onset, 3) <= case.series.start)


def noted(answer: str) -> str:
    """Return the outcome of a yes or no; attested where nothing is noted (rules §2)."""
    return {"yes": "met", "no": "not_met", "": "attested"}[answer]


def investigated(case: Case) -> str:
    """Rules §4 investigated."""
    return noted(case.evidence.investigated if case.evidence else "")


def rehab_plan(case: Case) -> str:
    """Rules §4 rehab-plan."""
    return noted(case.evidence.plan if case.evidence else "")


def physician_at_conference(case: Case) -> str:
    """Rules §4 physician-at-conference."""
    return noted(case.evidence.physician_at_conference if case.evidence else "")
