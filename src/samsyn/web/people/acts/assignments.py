"""Assignments: given from a day, ended at once or after a day."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.clock import now, today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.audit.trail import leave_event
from samsyn.web.organisations.models import Unit
from samsyn.web.people.acting import check_state
from samsyn.web.people.models import Assignment, User
from samsyn.web.people.role_places import fits
from samsyn.web.people.within import check_not_oneself, units_within


def give_assignment(
    *, by: Actor, user: User, unit: Unit, role: Role, first_day: date, last_day: date | None = None
) -> Assignment:
    """Let the person be this at the unit. Nobody gives anything to themselves, or at a unit beyond their reach."""
    check_not_oneself(user, by)
    if not units_within(by).filter(pk=unit.pk).exists():
        raise Refusal(_("Enheten finns inte bland era."), field="unit")
    if not fits(role, unit):
        raise Refusal(_("Rollen finns inte vid den enheten. Välj en annan roll eller enhet."), field="role")
    _check_days(first_day, last_day)
    given = Assignment(user=user, unit=unit, role=role, first_day=first_day, last_day=last_day)
    try:
        with transaction.atomic():
            given.save()
    except IntegrityError as error:
        raise Refusal(_("Personen har redan det uppdraget.")) from error
    changes = {"user": user.id, "unit": unit.id, "role": role, "first_day": first_day, "last_day": last_day}
    leave_event(action="assignment.give", by=by, on=given, changes={each: (None, of) for each, of in changes.items()})
    return given


def _check_days(first_day: date, last_day: date | None) -> None:
    if first_day < today():
        raise Refusal(_("Ett uppdrag kan inte börja före i dag."), field="first_day")
    if last_day is not None and last_day < first_day:
        raise Refusal(_("Sista dagen kan inte ligga före den första."), field="last_day")


def end_assignment(*, by: Actor, assignment: Assignment, last_day: date | None = None) -> None:
    """End it after a day, or (without one) at this moment: the person's next request is refused."""
    assignment = Assignment.objects.select_for_update().select_related("user").get(pk=assignment.pk)
    check_not_oneself(assignment.user, by)
    check_state("assignment.end", assignment.state, _("avslutat"))
    before = assignment.last_day
    if last_day is not None and last_day < today():
        raise Refusal(
            _("Sista dagen kan inte ligga före i dag. Lämna fältet tomt för att avsluta nu."), field="last_day"
        )
    assignment.ended_at = None if last_day else now()
    assignment.last_day = max(last_day or today(), assignment.first_day)
    assignment.save(update_fields=["last_day", "ended_at"])
    changes = {"last_day": (before, assignment.last_day), "ended_at": (None, assignment.ended_at)}
    leave_event(action="assignment.end", by=by, on=assignment, changes=changes)
