"""Conditions on what was registered: codes on the visits, units, and the provider's own word."""

import polars as pl

from samsyn.adjudication.answer import Answer, count, day, fact, joined, text, whole
from samsyn.guidelines import Guideline, Role
from samsyn.guidelines.checks import (
    AssessmentCoded,
    Attested,
    CompletionUnit,
    DuplicateCompletion,
    OngoingCoded,
    WorkContact,
)


def ongoing_coded(_: OngoingCoded, __: Guideline) -> Answer:
    """The series holds at least one ongoing contact."""
    return Answer(met=fact("ongoing") >= 1, observed=count("ongoing"), required=text("≥ 1"))


def assessment_coded(_: AssessmentCoded, guideline: Guideline) -> Answer:
    """An assessment on or before the first day, later than the end of the previous series at the level."""
    after_previous = fact("previous_end").is_null() | (fact("assessed_on") > fact("previous_end"))
    codes = ", ".join(guideline.codes_for(Role.ASSESSMENT))
    return Answer(
        met=fact("assessed_on").is_not_null() & after_previous,
        observed=day("assessed_on"),
        required=joined(whole(day("previous_end"), text(" < ")), text(f"{codes} ≤ "), day("start")),
    )


def completion_unit(_: CompletionUnit, __: Guideline) -> Answer:
    """Completed at the unit that registered the first ongoing code. Unknown while the series is open."""
    return Answer(
        met=fact("completion_unit") == fact("start_unit"),
        observed=fact("completion_unit"),
        required=fact("start_unit"),
    )


def attested(check: Attested, _: Guideline) -> Answer:
    """What the evidence says where there is any; else the provider certifies it by invoicing."""
    said = fact(check.column)
    return Answer(
        met=said,
        observed=pl.when(said).then(text("yes")).when(~said).then(text("no")),
        required=text("yes"),
    )


def work_contact(_: WorkContact, guideline: Guideline) -> Answer:
    """A coordinating contact for the patient, at any unit, between the first and the last day."""
    codes = ", ".join(guideline.codes_for(Role.COORDINATION))
    return Answer(
        met=fact("coordinations") >= 1,
        observed=count("coordinations"),
        required=text(f"≥ 1 ({codes})"),
    )


def duplicate_completion(_: DuplicateCompletion, __: Guideline) -> Answer:
    """Raised only where a completion code came again with nothing ongoing in between."""
    return Answer(
        met=pl.lit(True),
        observed=count("duplicates"),
        required=text("0"),
        raised=fact("duplicates") > 0,
    )
