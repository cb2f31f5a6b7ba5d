"""Findings on a series in the reader's words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samsyn.adjudication.wording import wording
from samsyn.findings import Force, Outcome
from samsyn.guidelines import Condition, Guideline
from samsyn.web.care.finding_words import Around, observed_words, required_words

ASKS_FOR_ACTION = (Outcome.NOT_MET, Outcome.UNKNOWN)
_DEVIATES = _("Avviker")
_FORCES = {Force.MUST: _("Krav"), Force.SHOULD: _("Riktvärde"), Force.INFO: _("Upplysning")}


@dataclass(frozen=True)
class Told:
    """One finding, as a page shows it; `mark` and `mark_word` are the shape beside it and the word in its tag."""

    condition: str
    force: str
    outcome: str
    title: str
    clause: str
    quote: str
    reading: str
    observed: str
    required: str
    remedy: str

    @property
    def force_word(self) -> str | Promise:
        """How binding the condition is."""
        return _FORCES[Force(self.force)]

    @property
    def is_binding(self) -> bool:
        """Whether payment depends on it."""
        return self.force == Force.MUST

    @property
    def asks_for_action(self) -> bool:
        """Whether something is to be done about it: not met, or its evidence is missing."""
        return self.outcome in ASKS_FOR_ACTION and self.force != Force.INFO

    @property
    def mark(self) -> str:
        """The outcome as its shape: what only deviates from a norm, or informs, is not shown as a fault."""
        if self.force == Force.INFO:
            return self.outcome if self.outcome == Outcome.MET else "info"
        return "unknown" if self._deviates else self.outcome

    @property
    def mark_word(self) -> str | Promise:
        """The word in the tag; empty where the outcome's own word is right."""
        if self.mark == "info":
            return _FORCES[Force.INFO]
        return _DEVIATES if self._deviates else ""

    @property
    def _deviates(self) -> bool:
        return self.force == Force.SHOULD and self.outcome == Outcome.NOT_MET


def tell(findings: Iterable[dict[str, Any]], guideline: Guideline | None, around: Around | None) -> list[Told]:
    """The findings of one series in words, in the guideline's order. Without a guideline there is one: that none is."""
    return [_tell(finding, guideline, around) for finding in findings]


def _tell(finding: dict[str, Any], guideline: Guideline | None, around: Around | None) -> Told:
    if guideline is None or around is None:
        return _none_in_force(finding)
    condition = guideline.condition(finding["condition"])
    language = "en" if get_language() == "en" else "sv"
    texts = wording(condition)
    citation = condition.citation
    return Told(
        condition.id,
        finding["force"],
        finding["outcome"],
        texts.title[language],
        f"{citation.reference}, {citation.section}" if citation.section else citation.reference,
        citation.quote,
        citation.reading.get(language, ""),
        observed_words(condition, finding["observed"], around),
        required_words(condition, finding["required"], around),
        _remedy(condition, finding["outcome"], texts.remedy[language]),
    )


def _remedy(condition: Condition, outcome: str, words: str) -> str:
    return words if outcome in ASKS_FOR_ACTION and condition.force is not Force.INFO else ""


def _none_in_force(finding: dict[str, Any]) -> Told:
    return Told(
        condition=finding["condition"],
        force=finding["force"],
        outcome=finding["outcome"],
        title=str(_("Ingen riktlinje gäller den dagen")),
        clause="",
        quote="",
        reading="",
        observed=finding["observed"],
        required="",
        remedy=str(_("Regionen behöver ange vilken riktlinje som gäller; tills dess granskas serien.")),
    )
