"""The checks beside a case: every condition in words, and what the region would say."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from samsyn.findings import Decision
from samsyn.guidelines import Guideline
from samsyn.web.audit.actor import Actor
from samsyn.web.care.asking import Judged, judge_case
from samsyn.web.care.finding_words import Around
from samsyn.web.care.models import Case
from samsyn.web.care.told import Told, tell
from samsyn.web.directory.models import Team


@dataclass(frozen=True)
class Checks:
    """What the page shows. `findings` in the guideline's order; the groups below hold each of them once."""

    judged: Judged
    findings: list[Told]

    @property
    def moment(self) -> str:
        """What is judged: a planned series, a running one as if completed today, a completed one, or none."""
        return self.judged.moment

    @property
    def decision(self) -> str:
        """Approved, denied or review; empty before the treatment has begun."""
        return self.judged.decision

    @property
    def is_approved(self) -> bool:
        """Whether the region pays."""
        return self.decision == Decision.APPROVED

    @property
    def amount_ore(self) -> int | None:
        """The amount of an approved series."""
        return self.judged.amount_ore

    @property
    def guideline(self) -> Guideline | None:
        """The guideline that it was held against; None where none is in force."""
        return self.judged.guideline

    @property
    def series(self) -> dict[str, Any]:
        """The core's row of the series: start, end, level …; empty where there is none."""
        return self.judged.series or {}

    @cached_property
    def remaining(self) -> list[Told]:
        """What payment waits for: binding conditions that are not met, or whose evidence is missing."""
        return [each for each in self.findings if each.is_binding and each.asks_for_action]

    @cached_property
    def deviating(self) -> list[Told]:
        """What differs from a norm without deciding payment."""
        return [each for each in self.findings if not each.is_binding and each.asks_for_action]

    @cached_property
    def settled(self) -> list[Told]:
        """The rest."""
        return [each for each in self.findings if each not in self.remaining and each not in self.deviating]


def checks_of(case: Case, *, by: Actor) -> Checks:
    """The case held against its guideline today, in the reader's words."""
    judged = judge_case(case, by=by)
    around = _around(judged, by) if judged.series and judged.guideline else None
    return Checks(judged, tell(judged.findings, judged.guideline, around))


def _around(judged: Judged, by: Actor) -> Around:
    series: dict[str, Any] = judged.series or {}
    names = {str(team): name for team, name in Team.at(by).values_list("id", "name")}
    closing: date = series["end"] or series["start"]
    assert judged.guideline is not None
    return Around(judged.guideline, series["level"], series["start"], closing, names, judged.undiagnosed)
