"""A referral held against the guideline, by the same expressions that judge a series."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

import polars as pl

from samsyn.adjudication.catalogue import answer
from samsyn.findings import Evidence, Outcome
from samsyn.guidelines import Condition, Guideline
from samsyn.series.carrying import KEPT
from samsyn.series.facts import age_at_start


@dataclass(frozen=True)
class ReferralFacts:
    """What a letter says of the patient, and the day on which it is judged. None or empty: it does not say."""

    day: date
    birth_date: date | None = None
    diagnosis: str = ""  # normalised ICD-10-SE
    pain_onset: date | None = None
    investigated: bool | None = None
    linton_sum: int | None = None
    linton_form: str = ""  # short, full
    level_considered: str = ""  # the referrer's stand on the care level, in words
    referral_code: str = ""
    chosen_by_patient: bool = False
    sick_leave_share: int | None = None  # of full time, in per cent; 0: none
    sick_leave_since: date | None = None
    tried: str = ""
    question: str = ""


@dataclass(frozen=True)
class ReferralFinding:
    """One condition held against a referral."""

    condition: Condition
    outcome: Outcome
    observed: str
    required: str


_FACTS: Final = {
    "start": pl.Date(),  # the day on which a series begins is here the day of judgement
    "birth_date": pl.Date(),
    "diagnoses": pl.List(pl.String()),
    "pain_onset": pl.Date(),
    "investigated": pl.Boolean(),
    "linton_sum": pl.Int64(),
    "linton_form": pl.String(),
    "level_considered": pl.Boolean(),
    "referral_code": pl.String(),
    "chosen_by_patient": pl.Boolean(),
    "sick_leave_share": pl.Int64(),
    "sick_leave_since": pl.Date(),
    "tried": pl.Boolean(),
    "question": pl.Boolean(),
}


def judge_referral(facts: ReferralFacts, guideline: Guideline) -> tuple[ReferralFinding, ...]:
    """Every condition that the guideline has on referrals, in its order."""
    if not guideline.referral_conditions:
        return ()
    held = _frame(facts).select(_expressions(guideline)).row(0, named=True)
    return tuple(
        ReferralFinding(
            condition,
            _outcome(condition, held[f"met {place}"]),
            held[f"observed {place}"] or "",
            held[f"required {place}"] or "",
        )
        for place, condition in enumerate(guideline.referral_conditions)
    )


def _frame(facts: ReferralFacts) -> pl.DataFrame:
    """The letter as one row of facts, named as those of a series."""
    row: dict[str, Any] = {name: getattr(facts, name) for name in _FACTS if name not in ("start", "diagnoses")}
    row |= {name: bool(row[name].strip()) for name in ("level_considered", "tried", "question")}
    row |= {"referral_code": facts.referral_code.strip(), "start": facts.day}
    row["diagnoses"] = [facts.diagnosis] if facts.diagnosis else []
    return pl.DataFrame([row], schema=_FACTS).with_columns(age_at_start())


@lru_cache(maxsize=KEPT)
def _expressions(guideline: Guideline) -> list[pl.Expr]:
    """The three parts of each condition's answer, named by its place."""
    return [
        part.alias(f"{name} {place}")
        for place, condition in enumerate(guideline.referral_conditions)
        for given in [answer(condition, guideline)]
        for name, part in (("met", given.met), ("observed", given.observed), ("required", given.required))
    ]


def _outcome(condition: Condition, met: bool | None) -> Outcome:
    if met is None:
        return Outcome.ATTESTED if condition.evidence is Evidence.ATTESTED else Outcome.UNKNOWN
    return Outcome.MET if met else Outcome.NOT_MET
