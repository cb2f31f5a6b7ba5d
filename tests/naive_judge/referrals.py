"""A referral judged in plain Python from the rules alone (rules §4, §6), a field at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from tests.naive_judge.case import met
from tests.naive_judge.days import add_months, whole_years
from tests.naive_judge.guidelines import is_listed


@dataclass(frozen=True)
class Letter:
    """What a referral says; None or empty: nothing. The day is that of judgement."""

    day: dt.date
    birth_date: dt.date | None = None
    diagnosis: str = ""
    pain_onset: dt.date | None = None
    investigated: bool | None = None
    linton_sum: int | None = None
    linton_form: str = ""
    level_considered: str = ""
    referral_code: str = ""
    chosen_by_patient: bool = False
    sick_leave_share: int | None = None
    sick_leave_since: dt.date | None = None
    tried: str = ""
    question: str = ""


def age(oldest: int) -> Callable[[Letter], str]:
    """16 to so many whole years on the day, both in."""

    def judged(letter: Letter) -> str:
        if letter.birth_date is None:
            return "unknown"
        return met(16 <= whole_years(letter.birth_date, letter.day) <= oldest)

    return judged


def pain_duration(letter: Letter) -> str:
    """Three calendar months since the onset."""
    if letter.pain_onset is None:
        return "unknown"
    return met(add_months(letter.pain_onset, 3) <= letter.day)


def investigated(letter: Letter) -> str:
    """What the letter says."""
    return "unknown" if letter.investigated is None else met(letter.investigated)


def stand_taken(letter: Letter) -> bool:
    """Whether the letter takes a stand on the care level."""
    return letter.level_considered.strip() != ""


def linton_above(letter: Letter) -> str:
    """Over 50 on the short form: exactly 50 does not count."""
    if letter.linton_form != "short":
        return "unknown"
    if stand_taken(letter):
        return "met"
    return "unknown" if letter.linton_sum is None else met(letter.linton_sum <= 50)


def long_sick_leave(letter: Letter) -> str:
    """Twelve calendar months of sick leave, whatever its extent."""
    if stand_taken(letter) or letter.sick_leave_share == 0:
        return "met"
    if letter.sick_leave_share is None or letter.sick_leave_since is None:
        return "unknown"
    return met(letter.day < add_months(letter.sick_leave_since, 12))


def earlier_treatment(letter: Letter) -> str:
    """Where anything has been tried a stand is taken."""
    return met(stand_taken(letter)) if letter.tried.strip() else "unknown"


REFERRALS: dict[str, dict[str, Callable[[Letter], str]]] = {
    "vgr-mmr-2019": {
        "age": age(67),
        "diagnosis-listed": lambda letter: met(is_listed(letter.diagnosis)),
        "pain-duration": pain_duration,
        "investigated": investigated,
        "chosen-by-patient": lambda letter: met(letter.chosen_by_patient),
    },
    "skane-mms": {
        "age": age(70),
        "pain-duration": pain_duration,
        "diagnosis-given": lambda letter: met(letter.diagnosis != ""),
        "investigated": investigated,
        "linton-given": lambda letter: met(letter.linton_sum is not None and letter.linton_form != ""),
        "linton-above": linton_above,
        "long-sick-leave": long_sick_leave,
        "earlier-treatment": earlier_treatment,
        "referral-code": lambda letter: met(letter.referral_code.strip() != ""),
        "chosen-by-patient": lambda letter: met(letter.chosen_by_patient),
        "question-asked": lambda letter: met(letter.question.strip() != ""),
    },
}
REFERRALS["vgr-mmr-2018"] = REFERRALS["vgr-mmr-2019"]


def judge_letter(letter: Letter, guideline: str) -> dict[str, str]:
    """Return every finding under the guideline, in its order."""
    return {name: judged(letter) for name, judged in REFERRALS[guideline].items()}
