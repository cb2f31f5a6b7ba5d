"""A page of a sorted list, from the row where the last one ended: no count, and nothing is skipped over."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from samsyn.web.audit.actor import Actor
from samsyn.web.patients.models import Patient, PatientIdentity

SIZE = 25


@dataclass(frozen=True)
class Page:
    """The rows, and the ids from which the neighbouring pages go on (opaque: no name stands in an address)."""

    rows: list[Any]
    before: UUID | None
    after: UUID | None


def page_by_name(
    rows: "QuerySet[Patient]", actor: Actor, *, after: UUID | None = None, before: UUID | None = None
) -> Page:
    """The patients that follow on `after`, or come before `before`, or the first; with their main numbers.

    Whether there are more is seen from one id too many: a record that is loaded is logged, and that one is not shown.
    """
    place = _place(actor, before or after)
    backwards = bool(before and place)
    if place:
        rows = rows.filter(_beyond(place, "lt" if backwards else "gt"))
    order = ("-sort_key", "-pk") if backwards else ("sort_key", "pk")
    found = list(rows.order_by(*order).values_list("pk", flat=True)[: SIZE + 1])
    has_more = len(found) > SIZE
    shown = _load(actor, found[:SIZE])
    has_before, has_after = (has_more, True) if backwards else (place is not None, has_more)
    return Page(shown, shown[0].pk if shown and has_before else None, shown[-1].pk if shown and has_after else None)


def _load(actor: Actor, ids: list[UUID]) -> list[Patient]:
    main = Prefetch("identities", queryset=PatientIdentity.at(actor).filter(is_main=True))
    return list(Patient.at(actor).filter(pk__in=ids).order_by("sort_key", "pk").prefetch_related(main))


def _place(actor: Actor, patient_id: UUID | None) -> tuple[str, UUID] | None:
    """Where in the order a patient stands; values only, so that nothing is read that is not shown."""
    if patient_id is None:
        return None
    return Patient.at(actor).filter(pk=patient_id).values_list("sort_key", "pk").first()


def _beyond(place: tuple[str, UUID], side: str) -> Q:
    key, patient_id = place
    return Q((f"sort_key__{side}e", key)) & (Q((f"sort_key__{side}", key)) | Q((f"pk__{side}", patient_id)))
