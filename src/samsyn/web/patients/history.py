"""What has been changed in a record: from the trail of changes, by day, the newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.models import AuditEvent
from samsyn.web.patients.models import Patient, Protection, SexChoice

MOST_EVENTS = 100
EVENT_NAMES: dict[str, Promise] = {
    "patient.register": _("Registrerad"),
    "patient.correct": _("Uppgifter rättade"),
    "patient.give-number": _("Nytt nummer"),
    "patient.withdraw-number": _("Felregistrerat nummer borttaget"),
    "patient.protect": _("Skyddade personuppgifter ändrade"),
    "patient.mark-deceased": _("Dödsdag ändrad"),
    "patient.mark-test": _("Testmärkning ändrad"),
    "patient.link": _("Kopplad till en annan post"),
    "patient.unlink": _("Koppling hävd"),
}
FIELD_NAMES: dict[str, Promise] = {
    "number": _("nummer"),
    "replaced_number": _("ersatt nummer"),
    "valid_from": _("används från"),
    "valid_to": _("används till"),
    "given_name": _("förnamn"),
    "family_name": _("efternamn"),
    "birth_date": _("födelsedag"),
    "sex": _("kön"),
    "protection": _("skyddade personuppgifter"),
    "deceased_on": _("avliden"),
    "is_test": _("testperson"),
    "reason": _("skäl"),
}
_VALUES: dict[str, dict[Any, Any]] = {
    "sex": dict(SexChoice.choices),
    "protection": dict(Protection.choices),
    "is_test": {"True": _("ja"), "False": _("nej")},
}


@dataclass(frozen=True)
class Change:
    """One field, as it was and as it became; None: nothing."""

    name: Promise
    before: Any
    after: Any


@dataclass(frozen=True)
class Event:
    """What, who, when."""

    title: Promise | str
    who: str
    at: datetime
    changes: list[Change]


def history_of(patient: Patient, actor: Actor) -> list[tuple[date, list[Event]]]:
    """The latest events of the record at the actor's unit, grouped by Swedish day."""
    rows = AuditEvent.objects.filter(
        object_kind=Patient._meta.model_name, object_id=str(patient.pk), unit_id=actor.unit_id
    )
    events = map(_event, rows.order_by("-at", "-id")[:MOST_EVENTS])
    return [(day, list(of_day)) for day, of_day in groupby(events, key=lambda event: event.at.date())]


def _event(row: AuditEvent) -> Event:
    return Event(EVENT_NAMES.get(row.action, row.action), row.user_name, localtime(row.at), list(_changes(row.changes)))


def _changes(changes: dict[str, list[str | None]]) -> Iterator[Change]:
    for field, (before, after) in changes.items():
        if field in FIELD_NAMES and (before or after):
            words = _VALUES.get(field, {})
            yield Change(FIELD_NAMES[field], words.get(before, before), words.get(after, after))
