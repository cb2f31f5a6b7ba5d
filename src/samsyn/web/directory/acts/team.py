"""A unit registers a team and keeps its contact details right."""

from copy import copy
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.audit.trail import changed, leave_event
from samsyn.web.directory.acts.holding import held, own_unit
from samsyn.web.directory.models import Team

CONTACT = ("phone", "email", "website", "address", "presentation", "waiting_weeks")


def register_team(*, by: Actor, programme: str, level: str, care_level: str, name: str, **contact: Any) -> Team:
    """A new team of the actor's unit; it is shown to no one else until the region has approved it."""
    team = Team(
        unit_id=by.unit_id, region_id=by.region_id, programme=programme, level=level, care_level=care_level, name=name
    )
    _set_contact(team, contact)
    try:
        with transaction.atomic():
            team.save(force_insert=True)
    except IntegrityError:
        raise Refusal(_("Enheten har redan ett team med det namnet på nivån."), field="name") from None
    leave_event(action="team.register", by=by, on=team, changes={"name": (None, name), "level": (None, level)})
    return team


def change_team(*, by: Actor, team: Team, version: int, **contact: Any) -> Team:
    """New contact details. Whoever states a waiting time states it as of this day."""
    fresh = held(team, by=by, version=version)
    own_unit(fresh, by=by)
    before = copy(fresh)
    _set_contact(fresh, contact)
    fresh.version += 1
    fresh.save()
    leave_event(action="team.change", by=by, on=fresh, changes=changed(before, fresh, *CONTACT, "waiting_on"))
    return fresh


def _set_contact(team: Team, contact: dict[str, Any]) -> None:
    for field in CONTACT:
        if field in contact:
            setattr(team, field, contact[field])
    if "waiting_weeks" in contact:
        team.waiting_on = None if team.waiting_weeks is None else today()
