"""The table of conditions in its order, and the decision (rules §2, §4)."""

from __future__ import annotations

from collections.abc import Callable

from tests.naive_judge import conditions_contacts as contacts
from tests.naive_judge import conditions_registers as registers
from tests.naive_judge import conditions_skane as skane
from tests.naive_judge.case import Case
from tests.naive_judge.guidelines import MMS

Condition = Callable[[Case], str | None]

TABLE: dict[str, tuple[str, Condition]] = {
    "in-force": ("must", contacts.in_force),
    "ongoing-coded": ("must", contacts.ongoing_coded),
    "age": ("must", contacts.age),
    "diagnosis-listed": ("must", contacts.diagnosis_listed),
    "diagnosis-every-visit": ("must", contacts.diagnosis_every_visit),
    "pain-duration": ("must", registers.pain_duration),
    "investigated": ("must", registers.investigated),
    "assessment-coded": ("must", contacts.assessment_coded),
    "completion-unit": ("must", contacts.completion_unit),
    "team-accredited": ("must", registers.team_accredited),
    "nrs-connected": ("must", registers.nrs_connected),
    "nrs-registered": ("must", registers.nrs_registered),
    "treatment-gap": ("must", contacts.treatment_gap),
    "care-level": ("should", registers.care_level),
    "hours": ("should", contacts.hours),
    "multiprofessional": ("should", contacts.multiprofessional),
    "price-basis": ("should", contacts.price_basis),
    "rehab-plan": ("must", registers.rehab_plan),
    "physician-at-conference": ("must", registers.physician_at_conference),
    "work-contact": ("info", contacts.work_contact),
    "same-year": ("info", contacts.same_year),
    "duplicate-completion": ("info", contacts.duplicate_completion),
}
KNOWN_IN_2015 = ("in-force", "work-contact")
SKANE: dict[str, tuple[str, Condition]] = {
    "in-force": ("must", contacts.in_force),
    "ongoing-coded": ("must", contacts.ongoing_coded),
    "age": ("must", skane.age),
    "pain-duration": ("must", registers.pain_duration),
    "investigated": ("must", registers.investigated),
    "screened": ("must", skane.screened),
    "choice-signed": ("must", skane.choice_signed),
    "assessment-coded": ("should", contacts.assessment_coded),
    "team-accredited": ("must", registers.team_accredited),
    "programme-length": ("must", skane.programme_length),
    "copy-sent": ("should", skane.copy_sent),
    "duplicate-completion": ("info", contacts.duplicate_completion),
}


def findings_of(case: Case) -> dict[str, str]:
    """Return every finding of a series in the table's order; those not raised are left out."""
    table = SKANE if case.level == MMS else TABLE
    names = table if case.guideline.all_conditions else KNOWN_IN_2015
    found: dict[str, str] = {}
    for name in names:
        outcome = table[name][1](case)
        if outcome is not None:
            found[name] = outcome
    return found


def decision_of(findings: dict[str, str], level: str) -> str:
    """Rules §2: any must not met denies, else any must unknown goes to review."""
    table = SKANE if level == MMS else TABLE
    musts = [outcome for name, outcome in findings.items() if table[name][0] == "must"]
    if "not_met" in musts:
        return "denied"
    if "unknown" in musts:
        return "review"
    return "approved"
