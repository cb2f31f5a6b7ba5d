"""Conditions on the patient: age, diagnosis, how long the pain has lasted."""

import polars as pl

from samsyn.adjudication.answer import Answer, count, day, fact, joined, listed, text, whole
from samsyn.guidelines import Guideline
from samsyn.guidelines.checks import Age, DiagnosisEveryVisit, DiagnosisListed, PainDuration


def age(check: Age, _: Guideline) -> Answer:
    """Age in whole years on the first day, both bounds in."""
    return Answer(
        met=fact("age_at_start").is_between(check.youngest, check.oldest),
        observed=count("age_at_start"),
        required=text(f"{check.youngest}–{check.oldest}"),
    )


def diagnosis_listed(_: DiagnosisListed, guideline: Guideline) -> Answer:
    """A listed diagnosis, in any position, on at least one visit. A four-character code covers its subdivisions."""
    codes = [diagnosis.code for diagnosis in guideline.diagnoses]
    listed_codes = [code.text for code in codes]
    subdivided = [code.text for code in codes if code.covers_subdivisions]
    code = pl.element()
    is_listed = code.is_in(listed_codes) | code.str.slice(0, 4).is_in(subdivided)
    return Answer(
        met=fact("diagnoses").list.agg(is_listed.any()).fill_null(False),
        observed=_dotted(listed("diagnoses")),
        required=text(", ".join(str(code) for code in codes)),
    )


def _dotted(codes: pl.Expr) -> pl.Expr:
    return codes.str.replace_all(r"(^|, )([A-Z]\d\d)([^,]+)", "${1}${2}.${3}")


def diagnosis_every_visit(_: DiagnosisEveryVisit, __: Guideline) -> Answer:
    """At least one diagnosis on every ongoing and completion contact."""
    diagnosed = (fact("visits") - fact("undiagnosed")).cast(pl.String)
    return Answer(
        met=fact("undiagnosed") == 0,
        observed=joined(diagnosed, text(" / "), count("visits")),
        required=joined(count("visits"), text(" / "), count("visits")),
    )


def pain_duration(check: PainDuration, _: Guideline) -> Answer:
    """The onset of the pain and so many calendar months is on or before the first day."""
    long_enough_on = fact("pain_onset").dt.offset_by(f"{check.months}mo")
    return Answer(
        met=long_enough_on <= fact("start"),
        observed=whole(day("pain_onset"), text(" → "), long_enough_on.cast(pl.String)),
        required=joined(text("≤ "), day("start")),
    )
