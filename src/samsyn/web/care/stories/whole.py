"""The stories of one unit, and who answers for its cases."""

from collections.abc import Sequence
from datetime import date, timedelta

from samsyn.web.audit.actor import Actor
from samsyn.web.care.loading.people import in_working_age
from samsyn.web.care.models import OVER, Case
from samsyn.web.care.operating import operator_at
from samsyn.web.care.stories.cases import tell_cases
from samsyn.web.care.stories.letters import LETTERS, tell_letters
from samsyn.web.directory.accredited import accredited_on
from samsyn.web.directory.models import Team
from samsyn.web.organisations.models import Unit

_LONGEST_STORY = timedelta(days=320)


def tell_stories(*, referrer: Actor, coordinator: Actor, clinician: Actor, today: date) -> None:
    """At the coordinator's unit; nothing where there are too few patients to refer, or no team long approved."""
    team = _team(today, unit=coordinator)
    other = _team(today, beside=team) if team else None
    if team is None or other is None or len(in_working_age(_unit(referrer), today)) < LETTERS:
        return
    letters = tell_letters(referrer, coordinator, team, (operator_at(other.unit), other), today)
    tell_cases(clinician, team, letters, today)


def _unit(by: Actor) -> Unit:
    return Unit.objects.get(pk=by.unit_id)


def _team(today: date, *, unit: Actor | None = None, beside: Team | None = None) -> Team | None:
    """The unit's first team, or another unit's of the same kind, that is and long has been approved."""
    found = accredited_on(today).filter(pk__in=accredited_on(today - _LONGEST_STORY).values("pk"))
    if unit:
        found = found.filter(unit_id=unit.unit_id)
    if beside:
        found = found.filter(programme=beside.programme, level=beside.level).exclude(unit_id=beside.unit_id)
    return found.select_related("unit").order_by("sort_key", "id").first()


def hand_out(at: Actor, people: Sequence[Actor]) -> None:
    """Two cases in three have someone who answers for them, in turn."""
    open_ones = Case.at(at).filter(responsible=None).exclude(state__in=OVER).order_by("year", "serial")
    for number, case in enumerate(open_ones):
        if number % 3:
            case.responsible_id = people[number % len(people)].user_id
            case.save(update_fields=["responsible"])
