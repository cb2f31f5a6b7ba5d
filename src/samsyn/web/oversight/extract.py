"""The extract that a patient may ask for: who has read, where and when (HSLF-FS 2016:40, ch. 4, section 10).

A provider that is part of the region is a public authority, whose readers' names are public: they are told. A private
provider tells the unit and what the reader was there. Attempts that were refused showed nothing and are not in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.models import AccessEntry
from samsyn.web.organisations.models import Provider
from samsyn.web.oversight.days import swedish
from samsyn.web.oversight.entries import wanted
from samsyn.web.oversight.records import records_of
from samsyn.web.oversight.wording import action_words, purpose_words, role_words


@dataclass(frozen=True)
class Reading:
    """One line of the extract."""

    at: datetime
    unit: str
    reader: str
    action: str
    purpose: str


@dataclass(frozen=True)
class Extract:
    """All that the provider's staff have read of one person."""

    provider: Provider
    with_names: bool
    first_day: date | None
    last_day: date | None
    readings: list[Reading]


def extract_of(patient: UUID, first_day: date | None, last_day: date | None, *, by: Actor) -> Extract:
    """The extract for a person, oldest first, at all units of the actor's provider. Its own making is in the log."""
    provider = Provider.objects.get(pk=by.provider_id)
    asked = {"first_day": first_day, "last_day": last_day, "result": "allowed", "controls": True}
    rows = wanted(asked, records_of(patient, by=by), by=by).order_by("at", "id")
    return Extract(
        provider, provider.internal, first_day, last_day, list(_readings(rows, with_names=provider.internal))
    )


def _readings(rows: "Iterator[AccessEntry]", *, with_names: bool) -> Iterator[Reading]:
    for row in rows:
        role = role_words(row.role)
        reader = f"{row.user_name}, {role}" if with_names else role
        yield Reading(swedish(row.at), row.unit_name, reader, action_words(row.action), purpose_words(row.purpose))


def header() -> list[str]:
    """The columns of the file."""
    return [_("När"), _("Enhet"), _("Vem"), _("Vad som gjordes"), _("Ändamål")]


def cells(reading: Reading) -> list[str]:
    """A line of the file."""
    return [f"{reading.at:%Y-%m-%d %H:%M:%S}", reading.unit, reading.reader, reading.action, reading.purpose]
