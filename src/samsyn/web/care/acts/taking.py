"""Taking responsibility for a case."""

from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.holding import hold_case, step
from samsyn.web.care.acts.trail import note


def take_case(*, by: Actor, case_id: UUID, version: int) -> None:
    """From now on the actor is the one who sees to it that the case goes on."""
    case = hold_case("case.take", by=by, case_id=case_id, version=version)
    if case.responsible_id == by.user_id:
        raise Refusal(_("Du är redan ansvarig för ärendet."))
    before, case.responsible_id = case.responsible, by.user_id
    step(case, "case.take", "responsible")
    note("case.take", by=by, on=case, responsible=(before.name if before else None, by.name))
