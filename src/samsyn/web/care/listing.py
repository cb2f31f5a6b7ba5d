"""The list of the unit's cases: which of them a search asks for, in which order, and which comes next."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.care.models import Case
from samsyn.web.care.waiting import OPEN, waits
from samsyn.web.pages.leafing import following
from samsyn.web.patients import finding
from samsyn.web.patients.models import Patient, PatientIdentity

_CASE_NUMBER = re.compile(r"(\d{4})-(\d{1,6})")


@dataclass(frozen=True)
class Wanted:
    """What of the list is asked for. No state: those that are open, unless something that waits is asked for."""

    text: str = ""
    waits: str = ""  # as in `waiting`
    state: str = ""
    level: str = ""
    team: str = ""
    whose: str = ""  # mine, nobody's; empty: the unit's

    @property
    def everything(self) -> bool:
        """Whether nothing is asked for, so that an empty list means an empty unit."""
        return self == Wanted()

    @property
    def order(self) -> dict[str, Any]:
        """What waits: those that have waited longest first. Else the newest first."""
        return {"by": "opened_on", "newest_first": not self.waits}


def cases_of(actor: Actor, wanted: Wanted) -> "QuerySet[Case]":
    """The unit's cases that the search asks for."""
    rows = Case.at(actor)
    if wanted.waits:
        rows = rows.filter(waits(today())[wanted.waits])
    elif not wanted.state:
        rows = rows.filter(state__in=OPEN)
    if wanted.state not in ("", "all"):
        rows = rows.filter(state=wanted.state)
    if wanted.whose:
        rows = rows.filter(responsible_id=actor.user_id if wanted.whose == "mine" else None)
    same = {name: value for name in ("level", "team") if (value := getattr(wanted, name))}
    return _with_text(rows.filter(**same), actor, wanted.text)


def whole(actor: Actor, ids: list[UUID]) -> "QuerySet[Case]":
    """The cases as the list shows them, in a fixed number of queries; each patient is noted as read."""
    main = Prefetch("patient__identities", queryset=PatientIdentity.at(actor).filter(is_main=True))
    return Case.at(actor).filter(pk__in=ids).select_related("patient", "team", "responsible").prefetch_related(main)


def next_case(actor: Actor, wanted: Wanted, case_id: UUID) -> UUID | None:
    """The case that stands after this one in the list, also where this one is done and no longer stands there."""
    place = Case.at(actor).filter(pk=case_id).values_list("opened_on", "pk").first()
    return following(cases_of(actor, wanted), place, **wanted.order) if place else None


def looks_like_case_number(text: str) -> bool:
    """Whether the text is a case's number: no person's has its hyphen after four digits."""
    return bool(_CASE_NUMBER.fullmatch(text))


def _with_text(rows: "QuerySet[Case]", actor: Actor, text: str) -> "QuerySet[Case]":
    """By the case's number, else by the patient's name or number; by name no one with a protected identity."""
    if not text:
        return rows
    if match := _CASE_NUMBER.fullmatch(text):
        return rows.filter(year=int(match[1]), serial=int(match[2]))
    sought = finding.Wanted(text)
    named, protected = finding.named_patients(actor, sought), finding.protected_patients(actor, sought)
    found = Q(pk__in=named.values("pk")) | Q(pk__in=protected.values("pk"))
    linked = Q(same_as__in=named.values("pk")) | Q(same_as__in=protected.values("pk"))
    return rows.filter(patient__in=Patient.at(actor).filter(found | linked).values("pk"))
