"""What a table of referrals is made of: a good letter, what is written otherwise, and the outcome the rules give."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from tests.naive_judge.referrals import Letter
from tests.spec.bases import DAY
from tests.spec.model import Language, Text
from tests.spec.words import WORDS

_DAYS = ("day", "birth_date", "pain_onset", "sick_leave_since")
_NUMBERS = ("linton_sum", "sick_leave_share")
_YES_NO = ("investigated", "chosen_by_patient")
_SAID = {
    "day": Text("prövas", "judged"),
    "birth_date": Text("född", "born"),
    "diagnosis": Text("diagnos", "diagnosis"),
    "pain_onset": Text("smärtan började", "the pain began"),
    "investigated": Text("färdigutredd", "fully investigated"),
    "linton_sum": Text("Lintonsumma", "Linton sum"),
    "linton_form": Text("form", "form"),
    "level_considered": Text("ställningstagande", "stand"),
    "referral_code": Text("remisskod", "referral code"),
    "chosen_by_patient": Text("patienten har valt", "the patient has chosen"),
    "sick_leave_share": Text("sjukskriven, procent", "on sick leave, per cent"),
    "sick_leave_since": Text("sedan", "since"),
    "tried": Text("har prövats", "has been tried"),
    "question": Text("fråga", "question"),
}
_NOTHING = Text("tomt", "empty")


@dataclass(frozen=True)
class ReferralBase:
    """A letter that fails nothing, and the guideline that it is held against."""

    guideline: str
    letter: Letter


@dataclass(frozen=True)
class ReferralRow:
    """What the letter says otherwise, as it is written in its form, and what the condition gives."""

    sv: str
    en: str
    written: dict[str, str]
    outcome: str
    observed: str = ""

    def letter(self, base: ReferralBase) -> Letter:
        """The letter of the base with what is written."""
        return replace(base.letter, **{name: _value(name, text) for name, text in self.written.items()})

    def said(self, language: Language) -> str:
        """What is written otherwise, in words."""
        return ", ".join(f"{_SAID[name].told(language)} {_told(text, language)}" for name, text in self.written.items())


@dataclass(frozen=True)
class ReferralTable:
    """Examples of one condition on referrals."""

    condition: str
    sv: str
    en: str
    base: ReferralBase
    rows: tuple[ReferralRow, ...] = field(default=())

    def title(self, language: Language) -> str:
        """The title in the language."""
        return self.sv if language == "sv" else self.en


def _value(name: str, text: str) -> Any:
    if name in _DAYS:
        return DAY(text) if text else None
    if name in _NUMBERS:
        return int(text) if text else None
    if name in _YES_NO:
        return {"yes": True, "no": False, "": None}[text]
    return text


def _told(text: str, language: Language) -> str:
    if not text.strip():
        return _NOTHING.told(language)
    return WORDS[text].told(language) if text in WORDS else f"”{text}”" if " " in text else text


MMR = ReferralBase(
    "vgr-mmr-2019",
    Letter(
        DAY("2019-05-01"),
        birth_date=DAY("1980-05-05"),
        diagnosis="M545",
        pain_onset=DAY("2018-01-01"),
        investigated=True,
        chosen_by_patient=True,
    ),
)
MMS = ReferralBase(
    "skane-mms",
    replace(
        MMR.letter,
        day=DAY("2018-05-01"),
        linton_sum=42,
        linton_form="short",
        referral_code="R-17",
        sick_leave_share=0,
        question="Är programmet rätt?",
    ),
)
