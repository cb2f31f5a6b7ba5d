"""The hours and professions so far, counted as the core counts them, beside what the guideline asks for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from samsyn.findings import Citation
from samsyn.guidelines import Condition, Guideline, Role
from samsyn.guidelines.checks import Hours, Multiprofessional, ProfessionNorm
from samsyn.web.care.models import Case, Completion, Visit, VisitKind
from samsyn.web.care.proposing import codes_at
from samsyn.web.care.rules import guideline_of

_MINUTES = 60


@dataclass(frozen=True)
class HoursSoFar:
    """Minutes of the visits that carry the level's code. Without a guideline, or its norm, `least` and `most` are 0."""

    minutes: int
    by_kind: tuple[tuple[str, int], ...]  # what the kind of visit is called, its minutes
    visits: int
    uncounted: int  # visits without the level's code
    without_minutes: int  # of those that count
    least: int
    most: int
    citation: Citation | None

    @property
    def standing(self) -> str:
        """Where they stand to the norm: "none" where there is none, else "below", "within" or "above"."""
        if not self.most:
            return "none"
        if self.minutes < self.least * _MINUTES:
            return "below"
        return "above" if self.minutes > self.most * _MINUTES else "within"

    @property
    def full(self) -> int:
        """The minutes at the end of the meter: a quarter more than the norm, or all there are."""
        return max(self.most * _MINUTES * 5 // 4, self.minutes, 1)

    @property
    def least_minutes(self) -> int:
        """The lower bound in minutes, for the meter."""
        return self.least * _MINUTES

    @property
    def most_minutes(self) -> int:
        """The upper bound in minutes, for the meter."""
        return self.most * _MINUTES


@dataclass(frozen=True)
class ProfessionsSoFar:
    """Who has taken part: `counted` of the `least` that the guideline asks for, and `still` those it would count."""

    seen: tuple[str, ...]
    counted: int
    least: int
    still: tuple[str, ...]
    citation: Citation | None


def hours_so_far(case: Case, visits: Sequence[Visit], completion: Completion | None, day: date) -> HoursSoFar:
    """The sum over the case's current visits, and the norm of the guideline in force on the day."""
    codes = codes_at(case, Role.ONGOING, Role.COMPLETION)
    counting = [each for each in (*visits, *filter(None, [completion])) if codes & set(each.procedures)]
    by_kind: Counter[str] = Counter()
    for each in counting:
        by_kind[_kind(each)] += each.minutes or 0
    condition = _condition(guideline_of(case, day), Hours)
    norm = condition.check.by_level.get(case.level) if condition else None  # type: ignore[union-attr]
    least, most = norm or (0, 0)
    return HoursSoFar(
        minutes=by_kind.total(),
        by_kind=tuple((kind, minutes) for kind, minutes in by_kind.most_common() if minutes),
        visits=len(counting),
        uncounted=sum(not codes & set(each.procedures) for each in visits),
        without_minutes=sum(each.minutes is None for each in counting),
        least=least,
        most=most,
        citation=condition.citation if condition and norm else None,
    )


def professions_so_far(
    case: Case, visits: Iterable[Visit], completion: Completion | None, day: date
) -> ProfessionsSoFar:
    """Who has taken part in the visits that count, and what is left to what the guideline asks."""
    codes = codes_at(case, Role.ONGOING, Role.COMPLETION)
    counting = [each.professions for each in visits if codes & set(each.procedures)]
    if completion:  # the code is registered once, by one of those who were there
        counting.append(completion.professions[:1])
    seen = tuple(sorted({profession for professions in counting for profession in professions}))
    condition = _condition(guideline_of(case, day), Multiprofessional)
    norm = condition.check.by_level.get(case.level) if condition else None  # type: ignore[union-attr]
    if condition is None or norm is None:
        return ProfessionsSoFar(seen, 0, 0, (), None)
    places = _places(norm, condition.check)  # type: ignore[arg-type]
    filled = [place for place in places if set(place) & set(seen)]
    still = tuple(next(name for name in place if name in norm.of) for place in places if place not in filled)
    return ProfessionsSoFar(seen, len(filled), norm.at_least, still, condition.citation)


def _places(norm: ProfessionNorm, check: Multiprofessional) -> list[tuple[str, ...]]:
    """Those that count: each alone, or together with the professions that count as the same."""
    together = [group for group in check.counted_as_one if set(group) & set(norm.of)]
    alone = [(name,) for name in norm.of if all(name not in group for group in together)]
    return [*together, *alone]


def _kind(each: Visit | Completion) -> str:
    return str(each.get_kind_display() if isinstance(each, Visit) else VisitKind.INDIVIDUAL.label)


def _condition(guideline: Guideline | None, kind: type) -> Condition | None:
    conditions = guideline.conditions if guideline else ()
    return next((each for each in conditions if isinstance(each.check, kind)), None)
