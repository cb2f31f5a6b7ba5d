"""Registering on a case. What stands is never overwritten: correcting and withdrawing add a version that says why.

The case is held by whoever calls. What stands on the case too (level, day of the end) is set before: each write judges
the case anew.
"""

import uuid
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care import standing
from samsyn.web.care.acts.keeping import keep_columns
from samsyn.web.care.models import Case, Registered

Row = TypeVar("Row", bound=Registered)
_OF_THE_VERSION = {
    "id", "unit", "region", "case", "thing", "place", "replaces", "withdrawn", "why", "registered_at",
    "registered_by", "registered_by_name",
}  # fmt: skip


def register(model: type[Row], *, by: Actor, case: Case, **fields: Any) -> Row:
    """Something new on the case: its first version."""
    new = uuid.uuid4()
    return _add(model(id=new, thing=new, **fields), by=by, case=case)


def correct(row: Row, *, by: Actor, case: Case, why: str, **fields: Any) -> Row:
    """A version that replaces the row: its fields as they were, but for those given."""
    changed = {name: value for name, value in fields.items() if getattr(row, name) != value}
    if not changed:
        raise Refusal(_("Inget är ändrat."))
    return _replace(row, by=by, case=case, why=why, withdrawn=False, **changed)


def withdraw(row: Row, *, by: Actor, case: Case, why: str) -> Row:
    """A version that says the registration was a mistake: from now on it does not count."""
    return _replace(row, by=by, case=case, why=why, withdrawn=True)


def said_fields(model: type[Registered]) -> list[str]:
    """The fields in which the registration says something, beside what every version has."""
    return [field.name for field in model._meta.concrete_fields if field.name not in _OF_THE_VERSION]


def _replace(row: Row, *, by: Actor, case: Case, **fields: Any) -> Row:
    """The next version. Of two at once the second meets the constraint and is told."""
    if row.withdrawn:
        raise Refusal(_("Registreringen är redan borttagen."))
    as_it_was = {name: getattr(row, name) for name in said_fields(type(row))}
    as_it_was |= {"thing": row.thing, "place": row.place + 1, "replaces_id": row.pk}
    try:
        with transaction.atomic():
            return _add(type(row)(**as_it_was | fields), by=by, case=case)
    except IntegrityError:
        raise Refusal(_("Någon har redan rättat detta. Ladda om sidan och se vad som gäller nu.")) from None


def _add(row: Row, *, by: Actor, case: Case) -> Row:
    row.case, row.unit_id, row.region_id = case, case.unit_id, case.region_id
    row.registered_at, row.registered_by_id, row.registered_by_name = now(), by.user_id, by.name
    row.save(force_insert=True)
    keep_columns(case)
    standing.refresh(case, by=by)
    return row
