"""What stands above every page about a case: who it is, the facts of the referral, the clock, and the steps."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from samsyn.guidelines import ClockStart
from samsyn.pathway.case_states import ASSESSED, ASSESSMENT, COMPLETED, DECIDED, ENDED, PAUSED, PLANNED, TREATMENT
from samsyn.pathway.clocks import days_left, due
from samsyn.web.audit.clock import today
from samsyn.web.care.contents import CaseContents
from samsyn.web.care.models import Case
from samsyn.web.care.rules import guideline_of
from samsyn.web.care.words import ending_name, level_name


@dataclass(frozen=True)
class Step:
    """One step of the way, as the stepper shows it."""

    words: str
    anchor: str
    state: str  # done, current, coming, skipped
    outcome: str | Promise = ""


@dataclass(frozen=True)
class Waiting:
    """A limit of the guideline that still counts."""

    label: str
    left: int
    last: date


def heading_of(case: Case, contents: CaseContents) -> dict[str, Any]:
    """What the common head of a case's pages says."""
    return {
        "case": case,
        "patient": case.patient,
        "steps": steps_of(case, contents),
        "waiting": _waiting(case, contents),
        "dead": _after_death(case, contents),
    }


def steps_of(case: Case, contents: CaseContents) -> list[Step]:
    """From referral to end, each with what came out of it."""
    told = [
        (_("Remiss"), "remiss", True, _referral(case)),
        (_("Bedömning"), "bedomning", bool(contents.assessments), _assessment(contents)),
        (_("Nivåbeslut"), "niva", bool(contents.decision), _level(case)),
        (_("Rehabplan"), "plan", bool(contents.plan), _plan(contents)),
        (_("Behandling"), "besok", case.state == COMPLETED, _treatment(case)),
        (_("Avslut"), "avslut", case.is_over, _end(case, contents)),
    ]
    at = _PLACES.get(case.state, len(told))
    return [
        Step(words, anchor, _state(place, at, done), outcome)
        for place, (words, anchor, done, outcome) in enumerate(told)
    ]


_PLACES = {ASSESSMENT: 1, ASSESSED: 2, DECIDED: 3, PLANNED: 4, TREATMENT: 4, PAUSED: 4}
"""Which step each state waits for; what is over waits for none."""


def _state(place: int, at: int, done: bool) -> str:
    if place == at:
        return "current"
    if done:
        return "done"
    return "skipped" if place < at else "coming"


def _referral(case: Case) -> str:
    return case.referral.from_unit.name if case.referral else _("utan remiss")


def _assessment(contents: CaseContents) -> str:
    return contents.assessment.get_suitability_display() if contents.assessment else ""


def _level(case: Case) -> str | Promise:
    return level_name(case.level) if case.level else ""


def _plan(contents: CaseContents) -> str:
    if contents.plan is None:
        return ""
    count = len(contents.goals)
    return ngettext("%(count)d mål", "%(count)d mål", count) % {"count": count} if count else _("inga mål ännu")


def _treatment(case: Case) -> str:
    if case.state == PAUSED:
        return _("uppehåll sedan %(day)s") % {"day": case.paused_on}
    return _("sedan %(day)s") % {"day": case.started_on} if case.started_on else ""


def _end(case: Case, contents: CaseContents) -> str | Promise:
    if case.state == ENDED and contents.ending:
        return ending_name(contents.ending.kind)
    return _("slutförd %(day)s") % {"day": case.closed_on} if case.is_over else ""


def _waiting(case: Case, contents: CaseContents) -> Waiting | None:
    """The guideline's limit from the level decision to the first treatment, while that has not begun."""
    decision = contents.decision
    if decision is None or case.state not in (DECIDED, PLANNED):
        return None
    guideline = guideline_of(case, decision.day)
    clocks = [clock for clock in guideline.clocks if clock.starts is ClockStart.LEVEL_DECIDED] if guideline else []
    if not clocks:
        return None
    last = due(decision.day, clocks[0].limit, (), today())
    return Waiting(clocks[0].label["en" if get_language() == "en" else "sv"], days_left(last, today()), last)


def _after_death(case: Case, contents: CaseContents) -> list[date]:
    """Days later than the patient's day of death, on which something was registered."""
    died = case.patient.deceased_on
    rows = (*contents.assessments, *contents.decisions, *contents.plans, *contents.contacts)
    return sorted({row.day for row in rows if died and row.day > died})
