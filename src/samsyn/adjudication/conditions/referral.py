"""Conditions on a referral that no series has: what the letter says, and where the referrer must take a stand.

The rules that a referral shares with a series (age, pain duration, diagnosis, investigated) stand with those of the
series. The facts have the same names; `level_considered` is whether the letter takes a stand on the care level.
"""

import polars as pl

from samsyn.adjudication.answer import Answer, count, day, fact, joined, text, whole
from samsyn.guidelines import Guideline
from samsyn.guidelines.checks import (
    ChosenByPatient,
    DiagnosisGiven,
    EarlierTreatment,
    LintonAbove,
    LintonGiven,
    LongSickLeave,
    QuestionAsked,
    ReferralCodeGiven,
)


def diagnosis_given(_: DiagnosisGiven, __: Guideline) -> Answer:
    """The letter holds a preliminary diagnosis."""
    return _given(fact("diagnoses").list.len() > 0)


def linton_given(_: LintonGiven, __: Guideline) -> Answer:
    """The letter holds the sum of Linton's form and says which form it is."""
    return Answer(
        met=fact("linton_sum").is_not_null() & (fact("linton_form") != ""),
        observed=_linton(),
        required=text("yes"),
    )


def linton_above(check: LintonAbove, _: Guideline) -> Answer:
    """Above the points the letter takes a stand on the care level. Unknown without a sum on the form that counts."""
    points = pl.lit(check.points)
    above = fact("linton_sum") >= points if check.including else fact("linton_sum") > points
    counts = pl.lit(value=True) if not check.form else fact("linton_form") == check.form
    bound = f"{'<' if check.including else '≤'} {check.points}"
    return Answer(
        met=pl.when(counts).then(~above | fact("level_considered")),
        observed=_linton(),
        required=text(f"{bound} {check.form}".strip()),
    )


def referral_code_given(_: ReferralCodeGiven, __: Guideline) -> Answer:
    """The letter holds its referral code."""
    return Answer(met=fact("referral_code") != "", observed=_if_any(fact("referral_code")), required=text("yes"))


def chosen_by_patient(_: ChosenByPatient, __: Guideline) -> Answer:
    """The team is the patient's own choice."""
    return _given(fact("chosen_by_patient"))


def long_sick_leave(check: LongSickLeave, _: Guideline) -> Answer:
    """After so many months of sick leave the letter takes a stand. Unknown where its extent or first day is."""
    long_on = fact("sick_leave_since").dt.offset_by(f"{check.months}mo")
    is_short = (
        pl.when(fact("sick_leave_share") == 0).then(pl.lit(value=True)).when(_is_on_leave()).then(_before(long_on))
    )
    return Answer(
        met=is_short | fact("level_considered"),
        observed=pl.when(_is_on_leave()).then(joined(count("sick_leave_share"), text(" %"), _since())),
        required=pl.when(_is_on_leave()).then(whole(text("< "), long_on.cast(pl.String))),
    )


def earlier_treatment(_: EarlierTreatment, __: Guideline) -> Answer:
    """Where anything has been tried the letter takes a stand on the care level. Unknown where it does not tell."""
    told = fact("tried")
    return Answer(
        met=pl.when(told).then(fact("level_considered")),
        observed=pl.when(told).then(text("yes")),
        required=pl.lit(None, pl.String()),
    )


def question_asked(_: QuestionAsked, __: Guideline) -> Answer:
    """The letter says what is asked."""
    return _given(fact("question"))


def _given(is_there: pl.Expr) -> Answer:
    return Answer(
        met=is_there,
        observed=pl.when(is_there).then(text("yes")).otherwise(text("no")),
        required=text("yes"),
    )


def _linton() -> pl.Expr:
    return whole(count("linton_sum"), text(" "), fact("linton_form")).str.strip_chars(" ")


def _is_on_leave() -> pl.Expr:
    return fact("sick_leave_share") > 0


def _before(long_on: pl.Expr) -> pl.Expr:
    return fact("start") < long_on


def _since() -> pl.Expr:
    return whole(text(" "), day("sick_leave_since"))


def _if_any(written: pl.Expr) -> pl.Expr:
    return pl.when(written != "").then(written)
