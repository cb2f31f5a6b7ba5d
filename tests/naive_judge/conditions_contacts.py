"""Conditions that rest on the contacts and the patient (rules §4)."""

from __future__ import annotations

from tests.naive_judge.case import Case, met
from tests.naive_judge.days import add_months, whole_years
from tests.naive_judge.guidelines import ASSESSMENTS, COORDINATION, HOURS, is_listed
from tests.naive_judge.series import Series

FIVE = {"physician", "physiotherapist", "occupational_therapist", "social_worker", "psychologist"}
FOUR = {"physician", "psychologist", "physiotherapist", "occupational_therapist"}


def in_force(case: Case) -> str:
    """Rules §4 in-force: a guideline without amount is unknown."""
    return "unknown" if case.guideline.amounts[case.level] is None else "met"


def ongoing_coded(case: Case) -> str:
    """Rules §4 ongoing-coded."""
    return met(len(case.series.ongoing) >= 1)


def age(case: Case) -> str:
    """Rules §4 age: 16 to 67 whole years on start, both in."""
    if case.birth_date is None:
        return "unknown"
    return met(16 <= whole_years(case.birth_date, case.series.start) <= 67)


def diagnosis_listed(case: Case) -> str:
    """Rules §4 diagnosis-listed: in any position, on at least one contact."""
    return met(any(is_listed(code) for contact in case.series.own for code in contact.diagnoses))


def diagnosis_every_visit(case: Case) -> str:
    """Rules §4 diagnosis-every-visit."""
    return met(all(contact.diagnoses for contact in case.series.own))


def assessment_coded(case: Case) -> str:
    """Rules §4 assessment-coded: on or before start, later than the end of the previous series."""
    previous = [series for series in case.earlier if series.level == case.level]
    for contact in case.patient_contacts:
        if ASSESSMENTS[case.level] in contact.procedures and contact.date <= case.series.start:
            after = previous[-1].end if previous else None
            if after is None or contact.date > after:
                return "met"
    return "not_met"


def completion_unit(case: Case) -> str:
    """Rules §4 completion-unit."""
    return met(case.series.completion_unit == case.series.start_unit)


def treatment_gap(case: Case) -> str:
    """Rules §4 treatment-gap: earlier series of the guideline's own levels."""
    earlier = [series for series in case.earlier if series.level in case.guideline.amounts]
    return met(not any(forbids(series, case.series) for series in earlier))


def forbids(earlier: Series, series: Series) -> bool:
    """Tell whether an earlier series is too near, the step from MMR1 up to MMR2 apart."""
    step_up = earlier.completed and earlier.level == "MMR1" and series.level == "MMR2"
    if step_up and earlier.last_day <= series.start:
        return False
    return series.start < add_months(earlier.last_day, 6)


def hours(case: Case) -> str:
    """Rules §4 hours: the sum within the level's bounds, both in."""
    minutes = [contact.minutes for contact in case.series.own if contact.minutes is not None]
    if not minutes:
        return "unknown"
    least, most = HOURS[case.level]
    return met(least * 60 <= sum(minutes) <= most * 60)


def multiprofessional(case: Case) -> str:
    """Rules §4 multiprofessional: psychologist and psychotherapist are one."""
    filled = {contact.profession for contact in case.series.own if contact.profession}
    if not filled:
        return "unknown"
    professions = {"psychologist" if name == "psychotherapist" else name for name in filled}
    if case.level == "MMR1":
        return met(len(professions & FIVE) >= 3)
    return met(professions >= FOUR)


def price_basis(case: Case) -> str:
    """Rules §4 price-basis: stated by a source for that very period."""
    return met(case.guideline.amount_stated[case.level])


def work_contact(case: Case) -> str:
    """Rules §4 work-contact: for the patient, at any unit, from start to end."""
    return met(
        any(
            case.series.start <= contact.date <= case.end and COORDINATION & set(contact.procedures)
            for contact in case.patient_contacts
        )
    )


def same_year(case: Case) -> str | None:
    """Rules §4 same-year: raised only when an approved one of the level ended in the same year."""
    for earlier in case.approved_earlier:
        if earlier.level == case.level and earlier.last_day.year == case.end.year:
            return "met"
    return None


def duplicate_completion(case: Case) -> str | None:
    """Rules §4 duplicate-completion: raised only when it happens."""
    return "met" if case.series.duplicates else None
