"""What must fit together within one guideline."""

from collections import Counter
from collections.abc import Iterable

from samsyn.guidelines import checks
from samsyn.guidelines.errors import Incomplete
from samsyn.guidelines.model import Condition, Guideline, Role
from samsyn.guidelines.way import SPECIALIST


def check_complete(guideline: Guideline, file: str) -> None:
    """Refuse a guideline whose parts do not fit; the first misfit is named."""
    for place, problem, remedy in _misfits(guideline):
        raise Incomplete(file, place, problem, remedy)


def _misfits(guideline: Guideline) -> Iterable[tuple[str, str, str]]:
    yield from _levels(guideline)
    yield from _doubles(guideline)
    yield from _tables_behind_checks(guideline)
    yield from _what_a_referral_holds(guideline)
    yield from _last_day(guideline)


def _levels(guideline: Guideline) -> Iterable[tuple[str, str, str]]:
    amounts = [amount.level for amount in guideline.amounts]
    for level in guideline.levels:
        if level not in amounts:
            yield (
                f"level {level}",
                "it has no [[amount]].",
                "Add one; ground = “not-stated” where no source has it.",
            )
        for role in (Role.ONGOING, Role.COMPLETION):
            if not guideline.codes_for(role, level):
                yield f"level {level}", f"it has no code with role “{role}”.", "Add a [[code]]."
    named = {*amounts, *(code.level for code in guideline.codes if code.level)}
    for level in sorted(named - set(guideline.levels)):
        yield (
            f"level {level}",
            "it is not among the decision's levels.",
            "Add it to levels, or correct the name.",
        )
    for criterion in guideline.criteria:
        if criterion.level not in (*guideline.levels, SPECIALIST):
            yield (
                f"criterion {criterion.id}",
                f"the decision has no level “{criterion.level}”.",
                f"Choose one of: {', '.join((*guideline.levels, SPECIALIST))}.",
            )


def _doubles(guideline: Guideline) -> Iterable[tuple[str, str, str]]:
    lists = {
        "condition": [c.id for c in (*guideline.conditions, *guideline.team_conditions)],
        "referral_condition": [c.id for c in guideline.referral_conditions],
        "clock": [clock.id for clock in guideline.clocks],
        "criterion": [criterion.id for criterion in guideline.criteria],
        "code": [c.code.text for c in guideline.codes],
        "diagnosis": [d.code.text for d in guideline.diagnoses],
        "amount": [a.level for a in guideline.amounts],
    }
    for kind, names in lists.items():
        for name, count in Counter(names).items():
            if count > 1:
                yield f"{kind} {name}", f"it stands {count} times.", "Keep one."


def _tables_behind_checks(guideline: Guideline) -> Iterable[tuple[str, str, str]]:
    for condition in _all_conditions(guideline):
        place, check = f"condition {condition.id}", condition.check
        if isinstance(check, checks.DiagnosisListed) and not guideline.diagnoses:
            yield place, "there is no list of diagnoses.", "Add [diagnoses]."
        if isinstance(check, _NRS) and guideline.nrs is None:
            yield place, "nothing says which registry module a team needs.", "Add [nrs]."
        if isinstance(check, checks.FollowUpReport) and guideline.follow_up is None:
            yield place, "there is no period and due day.", "Add [follow_up]."
        for level in sorted(set(guideline.levels) - _levels_of(check, guideline)):
            yield place, f"its params say nothing of {level}.", f"Add {level} under by_level."


def _what_a_referral_holds(guideline: Guideline) -> Iterable[tuple[str, str, str]]:
    """What the provider certifies after the treatment cannot stand in a letter before it."""
    for condition in guideline.referral_conditions:
        if isinstance(condition.check, checks.Attested) and condition.check.column != "investigated":
            yield (
                f"referral_condition {condition.id}",
                f"a referral does not hold “{condition.check.column}”.",
                "Of what is attested it holds “investigated” alone.",
            )


def _last_day(guideline: Guideline) -> Iterable[tuple[str, str, str]]:
    closing = guideline.wind_down
    if closing and closing.last_day not in guideline.period:
        yield "[wind_down]", f"{closing.last_day} is not one of the guideline's days.", "Correct one of them."


def _all_conditions(guideline: Guideline) -> tuple[Condition, ...]:
    return (*guideline.conditions, *guideline.team_conditions, *guideline.referral_conditions)


_NRS = (checks.NrsConnected, checks.NrsRegistered, checks.TeamNrsConnected)


def _levels_of(check: object, guideline: Guideline) -> set[str]:
    by_level = getattr(check, "by_level", None)
    return set(guideline.levels) if by_level is None else set(by_level)
