"""The trail of changes in words: who did what, and what it was before and after."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AuditEvent
from samsyn.web.audit.reading import note_read
from samsyn.web.oversight.days import first_moment, moment_after, swedish
from samsyn.web.oversight.entries import holding
from samsyn.web.oversight.records import unprotected
from samsyn.web.oversight.wording import action_words, role_words
from samsyn.web.people.models import User

_OTHER_FIELDS = {
    "number": _("nummer"),
    "reason": _("skäl"),
    "items": _("antal att bedöma"),
    "kind": _("slag"),
    "words": _("text"),
    "registration": _("registrering"),
    "why": _("skäl till rättelsen"),
    "withdrawn": _("borttagen"),
    "signed": _("undertecknad med patienten"),
    "goal": _("mål"),
    "goals": _("bedömda mål"),
    "again_on": _("följs upp igen"),
    "denied_by": _("villkor som nekar ersättning"),
}
"""What acts write into the trail that is no field of the object."""

_INNER = {"noted_on", "thing"}
"""What they write for the program itself."""

_ABOUT_PATIENTS = ("patients", "referrals", "care")
"""Apps whose events tell of a patient."""

_MODELS: dict[str, type[Model]] = {}


def events_of(by: Actor) -> QuerySet[AuditEvent]:
    """The region's officer sees what was done to teams and directives in the region, others their provider's events."""
    if by.role == Role.REGION_OFFICER:
        kinds = [model._meta.model_name for model in apps.get_app_config("directory").get_models()]
        return AuditEvent.objects.filter(region_id=by.region_id, object_kind__in=kinds)
    return AuditEvent.objects.filter(provider_id=by.provider_id)


def wanted(asked: dict[str, Any], *, by: Actor) -> QuerySet[AuditEvent]:
    """The events that a filled filter form asks for."""
    events = events_of(by)
    if asked.get("user"):
        events = events.filter(user_id__in=_users_named(asked["user"]))
    if asked.get("action"):
        events = events.filter(action=asked["action"])
    if asked.get("first_day"):
        events = events.filter(at__gte=first_moment(asked["first_day"]))
    if asked.get("last_day"):
        events = events.filter(at__lt=moment_after(asked["last_day"]))
    return events


def by_day(events: list[AuditEvent], *, by: Actor) -> Iterator[tuple[date, list[dict[str, Any]]]]:
    """The events in words, grouped by Swedish day, in the order they come."""
    readable = _readable(events, by)
    for day, those in groupby(events, key=lambda event: swedish(event.at).date()):
        yield day, [_in_words(event, readable) for event in those]


def _in_words(event: AuditEvent, readable: set[str]) -> dict[str, Any]:
    hidden = _of_a_patient(event) and event.object_id not in readable
    return {
        "at": swedish(event.at),
        "title": action_words(event.action),
        "what": _kind_words(event.object_kind),
        "who": f"{event.user_name}, {role_words(event.role)}" if event.user_id else event.user_name,
        "changes": [] if hidden else list(_changes(event)),
        "fields": _names(event) if hidden else [],
    }


def _names(event: AuditEvent) -> list[str]:
    return [_field_words(event.object_kind, field) for field in event.changes if field not in _INNER]


def _of_a_patient(event: AuditEvent) -> bool:
    model = _model(event.object_kind)
    return model is None or model._meta.app_label in _ABOUT_PATIENTS


def _readable(events: list[AuditEvent], by: Actor) -> set[str]:
    """Patients whose names and numbers may be shown: to an auditor alone, none that is protected, and it is logged."""
    ids = [event.object_id for event in events if event.object_kind == "patient" and by.role == Role.AUDITOR]
    open_ones = unprotected(map(UUID, ids), by=by)
    for patient in open_ones:
        note_read(patient)
    return {str(patient) for patient in open_ones}


def _changes(event: AuditEvent) -> Iterator[tuple[str, str, str]]:
    for field, (before, after) in event.changes.items():
        words = _field_words(event.object_kind, field)
        yield words, _value_words(event.object_kind, field, before), _value_words(event.object_kind, field, after)


def _model(kind: str) -> type[Model] | None:
    if not _MODELS:
        own = (model for model in apps.get_models() if model.__module__.startswith("samsyn."))
        _MODELS.update({model._meta.model_name or "": model for model in own})
    return _MODELS.get(kind)


def _kind_words(kind: str) -> str:
    model = _model(kind)
    return str(model._meta.verbose_name) if model else kind


def _field(kind: str, name: str) -> Any:
    model = _model(kind)
    try:
        return model._meta.get_field(name.removesuffix("_id")) if model else None
    except FieldDoesNotExist:
        return None


def _field_words(kind: str, name: str) -> str:
    otherwise = _OTHER_FIELDS.get(name) or getattr(_field_beside(kind, name), "verbose_name", name.replace("_", " "))
    return str(getattr(_field(kind, name), "verbose_name", otherwise))


def _field_beside(kind: str, name: str) -> Any:
    """The field of that name in another table of the same app: what is registered on a case is told of on the case."""
    own = _model(kind)
    beside = apps.get_app_config(own._meta.app_label).get_models() if own else ()
    return next(filter(None, (_field(model._meta.model_name or "", name) for model in beside)), None)


def _value_words(kind: str, name: str, value: str | None) -> str:
    """A choice by its name, yes and no, nothing as 'tomt'; else the text as it was written down."""
    if value in (None, ""):
        return str(_("tomt"))
    if value in ("True", "False"):
        return str(_("ja") if value == "True" else _("nej"))
    choices = dict(getattr(_field(kind, name), "flatchoices", ()) or ())
    return str(choices.get(value, value))


def _users_named(text: str) -> list[UUID]:
    """People by the words of their names, in Swedish letters of any case. Only ids of whom events already tell."""
    return holding(text, User.objects.filter(assignments__isnull=False).values_list("pk", "name").distinct())
