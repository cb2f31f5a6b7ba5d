"""The web asks the core: a letter held against the guideline of its team's programme."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from samsyn.adjudication.wording import referral_wording
from samsyn.codes import ICD10Code, MalformedCode
from samsyn.guidelines import Guideline
from samsyn.pathway.referral_judging import ReferralFacts, ReferralFinding, judge_referral
from samsyn.web.directory.rules import guideline_on
from samsyn.web.directory.told import Told, tell
from samsyn.web.referrals.models import Referral, SickLeave

_SAID = "yes"
"""What the core says is required where the letter only has to say something: the condition's title says that."""


@dataclass(frozen=True)
class Judged:
    """A letter held against a guideline, as of a day. Without a guideline: no findings."""

    day: date
    guideline: Guideline | None
    findings: list[Told]

    @property
    def lacking(self) -> list[Told]:
        """What is not met, or not told."""
        return [each for each in self.findings if each.outcome in ("not_met", "unknown")]


def judge(letter: Referral, today: date) -> Judged:
    """The letter on the day the team received it; a draft as if it were sent today."""
    day = letter.clock_from or today
    guideline = guideline_on(letter.programme, letter.team.level, day)
    findings = judge_referral(_facts(letter, day), guideline) if guideline else ()
    return Judged(day, guideline, tell(_plain(found) for found in findings))


def diagnosis_words(code: str, guideline: Guideline | None, language: str) -> str:
    """“M54.5 Lumbago” where the guideline lists the code, else the code as it is usually written."""
    try:
        written = str(ICD10Code(code))
    except MalformedCode:
        return code
    listed = guideline.diagnoses if guideline else ()
    label = next((each.label.get(language, "") for each in listed if each.code.text == code), "")
    return f"{written} {label}".strip()


def _facts(letter: Referral, day: date) -> ReferralFacts:
    return ReferralFacts(
        day=day,
        birth_date=letter.birth_date,
        diagnosis=letter.diagnosis,
        pain_onset=letter.pain_onset,
        investigated=letter.investigated,
        linton_sum=letter.linton_sum,
        linton_form=letter.linton_form,
        level_considered=letter.level_considered,
        referral_code=letter.referral_code,
        chosen_by_patient=letter.chosen_by_patient,
        sick_leave_share=_share(letter.sick_leave),
        sick_leave_since=letter.sick_leave_since,
        tried=letter.tried,
        question=letter.question,
    )


def _share(sick_leave: str) -> int | None:
    known = {SickLeave.UNKNOWN: None, SickLeave.NONE: 0}
    return known[SickLeave(sick_leave)] if sick_leave in known else int(sick_leave)


def _plain(found: ReferralFinding) -> dict[str, Any]:
    """As `tell` reads it."""
    citation, texts = found.condition.citation, referral_wording(found.condition)
    return {
        "condition": found.condition.id,
        "outcome": found.outcome.value,
        "observed": found.observed,
        "required": "" if found.required == _SAID else found.required,
        "reference": citation.reference,
        "section": citation.section,
        "quote": citation.quote,
        "reading": dict(citation.reading),
        "title": texts.title,
        "remedy": texts.remedy,
        "kind": "other",
        "gaps": [],
    }
