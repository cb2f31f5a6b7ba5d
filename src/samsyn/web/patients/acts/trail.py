"""A patient's events in the trail of changes."""

from dataclasses import replace
from typing import Any

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.trail import leave_event
from samsyn.web.patients.models import Patient


def note(action: str, *, by: Actor, on: Patient, **changes: tuple[Any, Any]) -> None:
    """Leave the event without a region: its texts hold names and numbers, which a region's office may not see (P7)."""
    leave_event(action=action, by=replace(by, region_id=None), on=on, changes=changes)  # type: ignore[arg-type]
