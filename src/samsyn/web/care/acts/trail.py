"""A case's events in the trail of changes."""

from dataclasses import replace
from typing import Any

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.trail import leave_event
from samsyn.web.care.models import Case


def note(action: str, *, by: Actor, on: Case, **changes: tuple[Any, Any]) -> None:
    """Leave the event on the case, without a region: its office may not see what is said of a patient (P7).

    The civil day stands in it too, for the case's own story: in a demonstration it is not the day of the moment.
    """
    told = changes | {"noted_on": (None, today())}
    leave_event(action=action, by=replace(by, region_id=None), on=on, changes=told)  # type: ignore[arg-type]
