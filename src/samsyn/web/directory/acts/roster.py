"""Who works in the team, by date, and the registry it has joined. Nothing is deleted: a place ends on a day."""

from copy import copy
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.refusal import Refusal
from samsyn.web.audit.trail import changed, leave_event
from samsyn.web.directory.acts.holding import held, own_unit
from samsyn.web.directory.models import RegistryConnection, Team, TeamMember

MEMBER = ("name", "profession", "competences", "first_day", "last_day")


def add_member(*, by: Actor, team: Team, **facts: Any) -> TeamMember:
    """A person's place in the team, from a day."""
    own_unit(team, by=by)
    member = TeamMember(unit_id=team.unit_id, region_id=team.region_id, team=team, **_read(facts))
    _check_days(member)
    member.save(force_insert=True)
    leave_event(action="team.add-member", by=by, on=member, changes={f: (None, getattr(member, f)) for f in MEMBER})
    return member


def change_member(*, by: Actor, member: TeamMember, **facts: Any) -> TeamMember:
    """Correct what is registered of a person; what has changed from a day on is a new place in the team."""
    fresh = held(member, by=by)
    own_unit(fresh, by=by)
    before = copy(fresh)
    for field, value in _read(facts).items():
        setattr(fresh, field, value)
    _check_days(fresh)
    fresh.save(update_fields=list(MEMBER))
    leave_event(action="team.change-member", by=by, on=fresh, changes=changed(before, fresh, *MEMBER))
    return fresh


def end_member(*, by: Actor, member: TeamMember, last_day: date) -> TeamMember:
    """The person's last day in the team."""
    fresh = held(member, by=by)
    own_unit(fresh, by=by)
    if fresh.last_day is not None:
        raise Refusal(_("Platsen slutar redan den %(day)s. Ändra uppgifterna om det är fel.") % {"day": fresh.last_day})
    fresh.last_day = last_day
    _check_days(fresh)
    fresh.save(update_fields=["last_day"])
    leave_event(action="team.end-member", by=by, on=fresh, changes={"last_day": (None, last_day)})
    return fresh


def join_registry(*, by: Actor, team: Team, module: str, since: date) -> RegistryConnection:
    """The team has joined a module of the registry, from a day."""
    own_unit(team, by=by)
    joined = RegistryConnection(unit_id=team.unit_id, region_id=team.region_id, team=team, module=module, since=since)
    try:
        with transaction.atomic():
            joined.save(force_insert=True)
    except IntegrityError:
        raise Refusal(_("Teamet är redan anslutet till den modulen."), field="module") from None
    leave_event(
        action="team.join-registry", by=by, on=joined, changes={"module": (None, module), "since": (None, since)}
    )
    return joined


def _read(facts: dict[str, Any]) -> dict[str, Any]:
    return {field: facts[field] for field in MEMBER if field in facts}


def _check_days(member: TeamMember) -> None:
    if member.last_day is not None and member.last_day < member.first_day:
        words = _("Sista dagen är före den första, %(day)s.") % {"day": member.first_day}
        raise Refusal(words, field="last_day")
