"""The web asks the core: cases held against the guideline, as they stand or as if they were completed today.

Nothing is decided here. To a case that is not completed one visit is added before the core is asked, never stored: the
completion, today, at this unit. Before the first ongoing visit the same contact carries the ongoing code too: then it
is a series that begins and ends today, of which all can be said but what its own visits would have told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from samsyn.adjudication import Judgement, judge
from samsyn.findings import Force, Outcome
from samsyn.guidelines import Guideline, Role, checks
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.care.models import Case
from samsyn.web.care.records import gather
from samsyn.web.care.records.contacts import contacts_of
from samsyn.web.care.records.rows import Contact
from samsyn.web.care.rules import guideline_of_programme
from samsyn.web.directory.rules import register

_TOLD_BY_VISITS: Final = (
    checks.OngoingCoded,
    checks.DiagnosisEveryVisit,
    checks.CompletionUnit,
    checks.Hours,
    checks.Multiprofessional,
    checks.ProgrammeLength,
    checks.WorkContact,
    checks.DuplicateCompletion,
)
"""The conditions of which nothing can be said before there are visits."""


class Moment(StrEnum):
    """What the judgement is of."""

    NONE = "none"  # nothing to judge: the case ended without completion, or no level of the programme is meant
    PLANNED = "planned"  # a series that would begin today
    RUNNING = "running"  # the series as if completed today
    COMPLETED = "completed"  # the series as it was completed


@dataclass(frozen=True)
class Judged:
    """The series that belongs to a case and its findings, as the core gave them."""

    moment: Moment
    guideline: Guideline | None = None
    series: dict[str, Any] | None = None
    findings: tuple[dict[str, Any], ...] = ()
    undiagnosed: tuple[date, ...] = ()  # the days of the series' visits without diagnosis
    others: tuple["Judged", ...] = ()  # further series that the case's visits have come to belong to
    undiagnosed_visits: int = 0  # how many of the case's visits have none, whether they count in a series or not

    @property
    def decision(self) -> str:
        """Approved, denied or review; empty before the treatment has begun, when too much is unsaid."""
        return self.series["decision"] if self.series and self.moment is not Moment.PLANNED else ""

    @property
    def amount_ore(self) -> int | None:
        """What the region pays; None where it does not, or where no amount is stated."""
        return self.series["amount_ore"] if self.series and self.decision else None

    def binding(self, outcome: Outcome) -> int:
        """How many binding conditions came out so."""
        return sum(each["force"] == Force.MUST and each["outcome"] == outcome for each in self.findings)


def judge_case(case: Case, *, by: Actor) -> Judged:
    """The case today, from this unit's registrations alone."""
    return judge_cases([case], by=by)[case.pk]


def judge_cases(cases: Sequence[Case], *, by: Actor) -> dict[UUID, Judged]:
    """Each of the unit's cases today, all asked of the core at once."""
    day = today()
    gathered = gather(by=by, patients={case.patient_id for case in cases})
    contacts: dict[UUID, list[Contact]] = defaultdict(list)
    for contact in contacts_of(gathered.found):
        contacts[contact.case_id].append(contact)
    asked = [_asked(case, contacts[case.pk], day) for case in cases]
    more = [each.as_if for each in asked if each.as_if]
    judgement = judge(gathered.records(as_of=day, more=more, with_roster=False), register(), day, open_too=True)
    return dict(_answers(asked, judgement))


@dataclass(frozen=True)
class _Asked:
    """A case, its contacts, and the one that is added to complete it."""

    case: Case
    own: list[Contact]
    moment: Moment
    as_if: Contact | None

    @property
    def level(self) -> str:
        """The level decided, else the one that the team treats."""
        return self.case.level or self.case.team.level


def _asked(case: Case, own: list[Contact], day: date) -> _Asked:
    asked = _Asked(case, own, Moment.NONE, None)
    moment = _moment(asked)
    if moment in (Moment.NONE, Moment.COMPLETED):
        return replace(asked, moment=moment)
    as_if = _as_if(asked, moment, day)
    return replace(asked, moment=moment, as_if=as_if) if as_if else asked


def _moment(asked: _Asked) -> Moment:
    registered = {code for each in asked.own for code in each.procedures}
    if registered & _codes(asked, Role.COMPLETION):
        return Moment.COMPLETED
    if asked.case.closed_on:
        return Moment.NONE
    return Moment.RUNNING if registered & _codes(asked, Role.ONGOING) else Moment.PLANNED


def _codes(asked: _Asked, role: Role) -> frozenset[str]:
    """The codes with that role at the case's level, under any of the programme's guidelines."""
    of_programme = (each for each in register().guidelines if each.programme == asked.case.programme)
    return frozenset(code for each in of_programme for code in each.codes_for(role, asked.level))


def _as_if(asked: _Asked, moment: Moment, day: date) -> Contact | None:
    """The contact that completes the case today, with its latest diagnoses; None where no programme has the level."""
    guideline = guideline_of_programme(asked.case.programme, day)
    if guideline is None or asked.level not in guideline.levels:
        return None
    roles = (Role.ONGOING, Role.COMPLETION) if moment is Moment.PLANNED else (Role.COMPLETION,)
    codes = [code for role in roles for code in guideline.codes_for(role, asked.level)[:1]]
    diagnosed = sorted((each for each in asked.own if each.diagnoses), key=lambda each: each.day)
    latest = diagnosed[-1].diagnoses if diagnosed else []
    case = asked.case
    return Contact(str(case.pk), case.pk, case.patient_id, day, latest, codes, [], None)


def _answers(asked: Iterable[_Asked], judgement: Judgement) -> Iterator[tuple[UUID, Judged]]:
    series = {row["series_id"]: row for row in judgement.series.iter_rows(named=True)}
    findings: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in judgement.findings.iter_rows(named=True):
        findings[row["series_id"]].append(row)
    visits, series_of = defaultdict(list), defaultdict(set)
    for row in judgement.visits.iter_rows(named=True):
        visits[row["series_id"]].append(row)
        series_of[_thing(row)].add(row["series_id"])
    for each in asked:
        contacts = [*each.own, *filter(None, [each.as_if])]
        ids = {series_id for contact in contacts for series_id in series_of[contact.thing]}
        nothing = Judged(Moment.NONE, undiagnosed_visits=sum(_is_undiagnosed(contact) for contact in each.own))
        if each.moment is Moment.NONE or not ids:
            yield each.case.pk, nothing
        else:
            first, *rest = sorted(ids, key=lambda one: _rank(series[one], each), reverse=True)
            told = _answer(each, series[first], findings[first], visits[first], nothing)
            others = (_other(series[one], findings[one], visits[one]) for one in rest)
            yield each.case.pk, replace(told, others=tuple(others))


def _other(series: dict[str, Any], findings: list[dict[str, Any]], visits: list[dict[str, Any]]) -> Judged:
    """A series that a wrong day or code has split off, as it stands; of an open one there is nothing to say yet."""
    guideline = next(iter(register().named([series["guideline"]])), None)
    said = tuple(findings) if series["end"] else ()
    return Judged(Moment.COMPLETED, guideline, series, said, _undiagnosed(visits, None))


def _answer(
    asked: _Asked, series: dict[str, Any], findings: list[dict[str, Any]], visits: list[dict[str, Any]], nothing: Judged
) -> Judged:
    guideline = next(iter(register().named([series["guideline"]])), None)
    return replace(
        nothing,
        moment=asked.moment,
        guideline=guideline,
        series=series,
        findings=tuple(_sayable(findings, guideline, asked.moment)),
        undiagnosed=_undiagnosed(visits, asked.as_if),
    )


def _rank(series: dict[str, Any], asked: _Asked) -> tuple[bool, date, date, str]:
    """Of several series of a case: at its level, completed (the one completed in thought ends last), the latest."""
    end = series["end"] or date.min
    return series["level"] == asked.level, end, series["start"], series["series_id"]


def _thing(visit: dict[str, Any]) -> str:
    """The registration that a row of the visits comes from."""
    return str(visit["contact_id"]).rpartition("-")[0]


def _sayable(
    findings: Iterable[dict[str, Any]], guideline: Guideline | None, moment: Moment
) -> Iterator[dict[str, Any]]:
    """All of them; of a series that has not begun those of which something can be said."""
    for finding in findings:
        check = guideline.condition(finding["condition"]).check if guideline else None
        if moment is not Moment.PLANNED or not isinstance(check, _TOLD_BY_VISITS):
            yield finding


def _undiagnosed(visits: Iterable[dict[str, Any]], as_if: Contact | None) -> tuple[date, ...]:
    """The days of those without diagnosis; the visit that was only thought is none of them."""
    days = {
        each["date"]
        for each in visits
        if not each["diagnoses"] and not each["is_duplicate"] and (as_if is None or _thing(each) != as_if.thing)
    }
    return tuple(sorted(days))


def _is_undiagnosed(contact: Contact) -> bool:
    return contact.is_visit and not contact.diagnoses
