"""What the pages show of a case's treatment: visits with what they lack, hours, conferences, pauses, the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.care.contents import CaseContents, contents_of
from samsyn.web.care.hours import HoursSoFar, ProfessionsSoFar, hours_so_far, professions_so_far
from samsyn.web.care.lacking import Around, Said, lacks
from samsyn.web.care.models import Case, Completion, Conference, CopySent, GroupSession, HoursNote, Pause, Visit

_LATEST = 10
"""Visits that stand open in the list; of those before them, such as lack something."""


@dataclass(frozen=True)
class VisitRow:
    """A visit, the group it was with, and what it lacks in whole sentences."""

    visit: Visit
    group: str
    lacks: list[str]


@dataclass(frozen=True)
class Treatment:
    """Everything current, the newest first."""

    visits: list[VisitRow]
    hours: HoursSoFar
    professions: ProfessionsSoFar
    hours_notes: list[HoursNote]
    conferences: list[Conference]
    pauses: list[Pause]
    completion: Completion | None
    copies: list[CopySent]

    @property
    def in_sight(self) -> list[VisitRow]:
        """The latest visits, and before them those that lack something."""
        return [row for place, row in enumerate(self.visits) if place < _LATEST or row.lacks]

    @property
    def folded(self) -> list[VisitRow]:
        """The rest."""
        return [row for row in self.visits[_LATEST:] if not row.lacks]

    @property
    def with_lacks(self) -> int:
        """How many visits lack something."""
        return sum(bool(row.lacks) for row in self.visits)

    @property
    def closing_without_physician(self) -> bool:
        """Whether the latest closing conference, which is the one that counts, had no physician."""
        closing = next((each for each in self.conferences if each.closing), None)
        return closing is not None and "physician" not in closing.professions


def treatment_of(case: Case, contents: CaseContents | None = None, *, by: Actor) -> Treatment:
    """The treatment as it stands, from what has been read of the case already, if it has."""
    contents = contents or contents_of(case)
    visits, completion = contents.visits, contents.completion
    day = case.closed_on or today()
    return Treatment(
        visits=_rows(case, visits[::-1], by),
        hours=hours_so_far(case, visits, completion, day),
        professions=professions_so_far(case, visits, completion, day),
        hours_notes=list(contents.notes),
        conferences=list(contents.conferences[::-1]),
        pauses=list(contents.pauses[::-1]),
        completion=completion,
        copies=list(contents.copies[::-1]),
    )


def said(visit: Visit) -> Said:
    """What a registered visit says."""
    return Said(visit.day, visit.professions, visit.minutes, visit.diagnoses, visit.procedures)


def _rows(case: Case, visits: Sequence[Visit], by: Actor) -> list[VisitRow]:
    if not visits:
        return []
    around = Around.of(case, by=by)
    wanted = {each.group_id for each in visits if each.group_id}
    titles = dict(GroupSession.at(by).filter(pk__in=wanted).values_list("pk", "title")) if wanted else {}
    return [VisitRow(each, titles.get(each.group_id, ""), lacks(said(each), around)) for each in visits]
