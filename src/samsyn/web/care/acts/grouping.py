"""A group visit: registered once for all who were there, or for none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import now
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.holding import hold_case
from samsyn.web.care.acts.visiting import add_visit
from samsyn.web.care.models import GroupSession, VisitKind


@dataclass(frozen=True)
class Present:
    """One who was there, and the diagnoses of the visit."""

    case_id: UUID
    diagnoses: tuple[str, ...]


def register_group(
    *,
    by: Actor,
    day: date,
    title: str,
    minutes: int,
    professions: Sequence[str],
    procedures: Sequence[str],
    words: str,
    present: Sequence[Present],
) -> GroupSession:
    """The meeting, and a visit for each who was there, in one act: where one is refused, nothing is written."""
    if not present:
        raise Refusal(_("Välj minst en patient som var med."))
    session = GroupSession.across_units.create(
        unit_id=by.unit_id,
        region_id=by.region_id,
        day=day,
        title=title,
        minutes=minutes,
        professions=list(professions),
        words=words,
        registered_at=now(),
        registered_by_name=by.name,
    )
    for each in sorted(present, key=lambda one: one.case_id):  # always in the same order: no two lock each other out
        case = hold_case("case.visit", by=by, case_id=each.case_id)
        add_visit(
            "case.group-visit",
            case,
            by=by,
            day=day,
            kind=VisitKind.GROUP,
            minutes=minutes,
            professions=list(professions),
            procedures=procedures,
            diagnoses=list(each.diagnoses),
            group=session,
        )
    return session
