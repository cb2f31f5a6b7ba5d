"""The rows of the access log that an auditor may see: those of the own provider, by what is asked for."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from samsyn.kernel import search_key
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.models import AccessEntry
from samsyn.web.oversight.days import first_moment, moment_after
from samsyn.web.people.models import Assignment

CONTROL = "control"


def entries_of(by: Actor) -> QuerySet[AccessEntry]:
    """All rows of the actor's provider."""
    return AccessEntry.objects.filter(provider_id=by.provider_id)


def wanted(asked: dict[str, Any], patients: Iterable[UUID] | None, *, by: Actor) -> QuerySet[AccessEntry]:
    """The rows that a filled filter form asks for; `patients`: the records of one person."""
    rows = entries_of(by)
    if patients is not None:
        rows = rows.filter(patient_id__in=list(patients))
    if asked.get("user"):
        rows = rows.filter(user_id__in=users_named(asked["user"], by=by))
    if asked.get("first_day"):
        rows = rows.filter(at__gte=first_moment(asked["first_day"]))
    if asked.get("last_day"):
        rows = rows.filter(at__lt=moment_after(asked["last_day"]))
    if not asked.get("controls"):
        rows = rows.exclude(purpose=CONTROL)
    given = {field: asked[field] for field in ("action", "result") if asked.get(field)}
    return rows.filter(**given)


def users_named(text: str, *, by: Actor) -> list[UUID]:
    """Those who work or have worked at the provider and whose name holds the words, in Swedish letters of any case."""
    there = Assignment.objects.filter(unit__provider_id=by.provider_id).values_list("user_id", "user__name").distinct()
    return holding(text, there)


def holding(text: str, named: Iterable[tuple[UUID, str]]) -> list[UUID]:
    """The ids of those whose name holds every word of the text."""
    words = search_key(text).split()
    return [user for user, name in named if all(word in search_key(name) for word in words)]
