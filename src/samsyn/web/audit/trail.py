"""Leaving a row in the trail of changes; called by every act, in its own transaction."""

from collections.abc import Mapping
from typing import Any

import structlog
from django.db import models

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.chain import add
from samsyn.web.audit.clock import now
from samsyn.web.audit.models import AuditEvent

Changes = Mapping[str, tuple[Any, Any]]
"""Field to what it was and what it became."""


def leave_event(*, action: str, by: Actor | None, on: models.Model, changes: Changes | None = None) -> AuditEvent:
    """Write down that `by` (None: the program itself) did `action` on the object."""
    event = AuditEvent(
        at=now(),
        **(by.columns if by else {"user_name": "Samsyn", "role": "system"}),
        region_id=by and by.region_id,
        action=action,
        object_kind=on._meta.model_name or "",
        object_id=str(on.pk),
        changes={field: [_text(before), _text(after)] for field, (before, after) in (changes or {}).items()},
        request_id=structlog.contextvars.get_contextvars().get("request", ""),
    )
    add([event])
    return event


def changed(before: models.Model, after: models.Model, *fields: str) -> dict[str, tuple[Any, Any]]:
    """The named fields that differ."""
    pairs = {field: (getattr(before, field), getattr(after, field)) for field in fields}
    return {field: pair for field, pair in pairs.items() if pair[0] != pair[1]}


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
