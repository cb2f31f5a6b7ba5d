"""Whether a team's places are filled (rules, section 4, `composition`): one person fills one place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from samsyn.guidelines.checks import Place, TeamNorm
from samsyn.kernel import Period
from samsyn.records.teams import Member

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Staffing:
    """The best that the members of a day can do: the places they fill, and what is still missing."""

    filled: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def staffing_over(norm: TeamNorm, members: Sequence[Member], days: Sequence[Period]) -> tuple[date, Staffing]:
    """The first day on which the norm is not met with what was missing then; else the last day judged."""
    staffing = Staffing((), ())
    for day, staffing in staffing_by_day(norm, members, days):
        if not staffing.complete:
            return day, staffing
    return days[-1].last, staffing


def staffing_by_day(
    norm: TeamNorm, members: Sequence[Member], days: Sequence[Period]
) -> Iterator[tuple[date, Staffing]]:
    """Each day on which the roster may change, the first of every period among them, and the staffing from then on."""
    for day in sorted({day for period in days for day in _turning_days(members, period)}):
        yield day, best_staffing(norm, [member for member in members if day in member.period])


def _turning_days(members: Sequence[Member], period: Period) -> Iterator[date]:
    """The days within the period on which the roster may change; between them it is the same every day."""
    yield period.first
    for member in members:
        if member.period.first in period:
            yield member.period.first
        if member.period.last < period.last and member.period.last + _DAY in period:
            yield member.period.last + _DAY


def best_staffing(norm: TeamNorm, members: Sequence[Member]) -> Staffing:
    """The assignment of members to places that leaves least missing."""
    useful = _distinct(norm, members)
    best = min(_assignments(norm, useful), key=lambda a: (len(_missing(norm, a)), -len(a), sorted(a)))
    return Staffing(tuple(place.name for place in norm.places if place.name in best), _missing(norm, best))


Assignment = dict[str, Member]


def _distinct(norm: TeamNorm, members: Sequence[Member]) -> list[Member]:
    """Members who can fill a place; of people alike, no more than there are places."""
    kept: list[Member] = []
    for member in sorted(members, key=lambda m: (m.profession, sorted(m.competences))):
        alike = sum(1 for k in kept if (k.profession, k.competences) == (member.profession, member.competences))
        if alike < len(norm.places) and any(may_fill(member, place) for place in norm.places):
            kept.append(member)
    return kept


def may_fill(member: Member, place: Place) -> bool:
    """Whether the member may hold the place, by profession or by competence."""
    if place.needs and place.needs not in member.competences:
        return False
    by_competence = bool(place.also_with) and place.also_with in member.competences
    return member.profession in place.professions or (by_competence and member.profession in place.also_professions)


def _assignments(norm: TeamNorm, members: list[Member], at: int = 0) -> Iterator[Assignment]:
    """Every way to fill the places, one person a place; teams are few and places at most a handful."""
    if at == len(norm.places):
        yield {}
        return
    place = norm.places[at]
    tried: set[tuple[str, frozenset[str]]] = set()
    for index, member in enumerate(members):
        kind = (member.profession, member.competences)
        if kind not in tried and may_fill(member, place):
            tried.add(kind)
            for rest in _assignments(norm, members[:index] + members[index + 1 :], at + 1):
                yield {place.name: member, **rest}
    yield from _assignments(norm, members, at + 1)


def _missing(norm: TeamNorm, assignment: Assignment) -> tuple[str, ...]:
    missing = [name for name in norm.obligatory if name not in assignment]
    if len(assignment) < norm.at_least:
        missing.append(f"{len(assignment)} < {norm.at_least}")
    if norm.one_with and not any(norm.one_with in member.competences for member in assignment.values()):
        missing.append(norm.one_with)
    return tuple(missing)
