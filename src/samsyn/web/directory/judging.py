"""The web asks the core: a team on a day, or in a year, held against the guideline in force.

What comes back is plain data, so that it can be kept with a notification just as it was; `told.py` puts it in words.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from samsyn.adjudication import TeamFinding, TeamYear, judge_team
from samsyn.adjudication.composition import Staffing, staffing_by_day
from samsyn.adjudication.wording import wording
from samsyn.guidelines import Guideline
from samsyn.guidelines.checks import Composition, Place, TeamNorm, TeamNrsConnected, Volume
from samsyn.kernel import Period, merged
from samsyn.records import teams as core
from samsyn.web.audit.actor import Actor
from samsyn.web.directory import models, rules

_DAY = timedelta(days=1)
Plain = dict[str, Any]


@dataclass(frozen=True)
class Judged:
    """A team held against a guideline: on which days, and what came out. Without a guideline: no findings."""

    guideline: Guideline | None
    days: tuple[Period, ...]
    as_if: bool  # the team was taken as approved on the days, though it is not
    findings: tuple[Plain, ...]

    @property
    def complete(self) -> bool:
        """Whether the team has every place filled on all the days."""
        return not any(finding["gaps"] for finding in self.findings)

    @property
    def gaps(self) -> list[Plain]:
        """What the composition lacks, and when."""
        return [gap for finding in self.findings for gap in finding["gaps"]]

    @property
    def fingerprint(self) -> str:
        """Changes when anything that was found does: what a reader saw is what they decide on."""
        return hashlib.sha256(json.dumps(self.findings, sort_keys=True).encode()).hexdigest()[:16]


def judge_day(team: models.Team, day: date, *, by: Actor) -> Judged:
    """The team on that one day, approved or not."""
    guideline = rules.guideline_on(team.programme, team.level, day)
    as_if = not any(day in period for period in accredited(team))
    return _judged(team, guideline, (Period(day, day),), by=by, as_if=as_if)


def judge_from(team: models.Team, day: date, *, by: Actor) -> Judged:
    """The team as if approved from the day to the end of the guideline's days in that year."""
    guideline = rules.guideline_on(team.programme, team.level, day)
    year = guideline.period.overlap(Period.year(day.year)) if guideline else None
    last = year.last if year else day
    return _judged(team, guideline, (Period(day, last),), by=by, as_if=True)


def judge_year(team: models.Team, year: int, *, today: date, by: Actor) -> Judged:
    """The days of the year on which the team was approved, to today: what the core's own run gives.

    A team that was not approved in the year is judged as if it were, from today or the first day of the year.
    """
    last = min(date(year, 12, 31), today)
    judged = Period(date(year, 1, 1), last) if year <= today.year else None
    days = tuple(o for p in accredited(team) if judged and (o := p.overlap(judged)))
    if not days:
        return judge_from(team, max(today, date(year, 1, 1)) if year >= today.year else date(year, 1, 1), by=by)
    return _judged(team, rules.guideline_on(team.programme, team.level, last), days, by=by, as_if=False)


def accredited(team: models.Team) -> tuple[Period, ...]:
    """The days on which the team is approved, as unbroken periods."""
    return merged(Period(a.first_day, a.last_day or date.max) for a in team.accreditations.all())


def roster(team: models.Team) -> tuple[core.Member, ...]:
    """The team's members, as the core knows them."""
    return tuple(
        core.Member(m.profession, frozenset(m.competences), Period(m.first_day, m.last_day or date.max))
        for m in team.members.all()
    )


def _judged(
    team: models.Team, guideline: Guideline | None, days: tuple[Period, ...], *, by: Actor, as_if: bool
) -> Judged:
    if guideline is None:
        return Judged(None, days, as_if, ())
    counted = _volume(team, days[-1].last, by)
    year = TeamYear(
        _core_team(team, days), days[-1].last.year, days, roster(team), counted.patients if counted else None
    )
    findings = tuple(_plain(found, year, counted) for found in judge_team(year, guideline))
    return Judged(guideline, days, as_if, findings)


def _core_team(team: models.Team, days: tuple[Period, ...]) -> core.Team:
    joined = {core.RegistryConnection(c.module, c.since) for c in team.connections.all()}
    connections = tuple(sorted(joined, key=lambda c: (c.since, c.module)))
    return core.Team(str(team.pk), str(team.unit_id), team.level, days, (team.care_level,), connections)


def _volume(team: models.Team, last: date, by: Actor) -> models.Volume | None:
    """The newest count of the year."""
    counts = models.Volume.at(by).filter(unit_id=team.unit_id, level=team.level, year=last.year)
    return counts.order_by("-counted_on").first()


def _plain(found: TeamFinding, year: TeamYear, counted: models.Volume | None) -> Plain:
    condition, texts = found.condition, wording(found.condition)
    return {
        "condition": condition.id,
        "force": condition.force.value,
        "outcome": found.outcome.value,
        "observed": found.observed,
        "required": found.required,
        "reference": condition.citation.reference,
        "section": condition.citation.section,
        "quote": condition.citation.quote,
        "reading": dict(condition.citation.reading),
        "title": texts.title,
        "remedy": texts.remedy,
        **_details(condition.check, year, counted),
    }


def _details(check: object, year: TeamYear, counted: models.Volume | None) -> Plain:
    """What is needed to say it in words."""
    if isinstance(check, Composition):
        norm = check.by_level[year.team.level]
        return {"kind": "composition", "norm": asdict(norm), "gaps": list(_gaps(norm, year.roster or (), year.days))}
    if isinstance(check, Volume):
        on = counted.counted_on.isoformat() if counted else ""
        return {"kind": "volume", "need": check.patients, "counted_on": on, "gaps": []}
    if isinstance(check, TeamNrsConnected):
        return {"kind": "registry", "gaps": []}
    return {"kind": "other", "gaps": []}


def _gaps(norm: TeamNorm, members: Sequence[core.Member], days: Sequence[Period]) -> Iterator[Plain]:
    """Each stretch of days on which something is missing, with every missing piece."""
    turns = list(staffing_by_day(norm, members, days))
    told: Plain | None = None
    for (day, staffing), following in zip(turns, [*(t[0] for t in turns[1:]), None], strict=True):
        last = next(period.last for period in days if day in period)
        last = min(last, following - _DAY) if following else last
        missing = list(_pieces(norm, staffing))
        if told and missing == told["missing"] and date.fromisoformat(told["to"]) + _DAY == day:
            told["to"] = last.isoformat()
            continue
        if told:
            yield told
        told = {"from": day.isoformat(), "to": last.isoformat(), "missing": missing} if missing else None
    if told:
        yield told


def _pieces(norm: TeamNorm, staffing: Staffing) -> Iterator[Plain]:
    by_name = {place.name: place for place in norm.places}
    absent = [by_name[name] for name in staffing.missing if name in norm.obligatory]
    yield from (_place(place) for place in absent)
    have = len(staffing.filled) + len(absent)  # those that are absent are named one by one
    if have < norm.at_least:
        others = [_place(place) for place in norm.places if place.name not in staffing.filled and place not in absent]
        yield {"what": "count", "have": have, "need": norm.at_least, "of": others}
    if norm.one_with and norm.one_with in staffing.missing:
        yield {"what": "competence", "competence": norm.one_with}


def _place(place: Place) -> Plain:
    return {"what": "place", "professions": list(place.professions), "needs": place.needs}
