"""How a case stands: the columns of it that the core's judgement gives, so that work lists need not ask it."""

from collections.abc import Sequence
from typing import Any

from samsyn.findings import Outcome
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.care.asking import Judged, judge_case, judge_cases
from samsyn.web.care.models import Case

COLUMNS = ("not_met", "unknown", "undiagnosed", "judged_on")


def refresh(case: Case, *, by: Actor) -> None:
    """Judge the case as it is registered now, and keep what came out."""
    _set(case, judge_case(case, by=by))
    case.save(update_fields=list(COLUMNS))


def refresh_all(cases: Sequence[Case], *, by: Actor) -> None:
    """The same for many cases of the unit, asked of the core at once."""
    judged = judge_cases(cases, by=by)
    for case in cases:
        _set(case, judged[case.pk])
    Case.at(by).bulk_update(cases, COLUMNS, 500)


def standing_of(judged: Judged) -> dict[str, Any]:
    """Binding conditions that are not met and that lack evidence, visits without diagnosis, and the day of judging."""
    return {
        "not_met": judged.binding(Outcome.NOT_MET),
        "unknown": judged.binding(Outcome.UNKNOWN),
        "undiagnosed": judged.undiagnosed_visits,
        "judged_on": today(),
    }


def _set(case: Case, judged: Judged) -> None:
    for name, value in standing_of(judged).items():
        setattr(case, name, value)
