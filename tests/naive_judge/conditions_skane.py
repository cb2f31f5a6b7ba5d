"""Conditions of Region Skåne's programme (rules §6)."""

from __future__ import annotations

import datetime as dt

from tests.naive_judge.case import Case, met
from tests.naive_judge.conditions_registers import noted
from tests.naive_judge.days import whole_years


def age(case: Case) -> str:
    """Rules §6: age 16 to 70, both in."""
    if case.birth_date is None:
        return "unknown"
    return met(16 <= whole_years(case.birth_date, case.series.start) <= 70)


def programme_length(case: Case) -> str:
    """Rules §6: at least six weeks, from the first day to the completion."""
    return met(case.end - case.series.start >= dt.timedelta(days=42))


def screened(case: Case) -> str:
    """Rules §6: severe depression or anxiety was looked for."""
    return noted(case.evidence.screened if case.evidence else "")


def choice_signed(case: Case) -> str:
    """Rules §6: the patient signed the choice of provider."""
    return noted(case.evidence.choice_signed if case.evidence else "")


def copy_sent(case: Case) -> str:
    """Rules §6: the health centre has its copy of the record."""
    return noted(case.evidence.copy_sent if case.evidence else "")
