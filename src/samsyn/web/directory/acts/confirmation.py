"""Once a year the team says that what the public page tells of it is right."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.audit.trail import leave_event
from samsyn.web.directory.accredited import accredited_on
from samsyn.web.directory.models import ContactConfirmation, Team


def confirm(*, by: Actor, team_id: UUID, version: int) -> ContactConfirmation:
    """Confirm for this calendar year the details in the version that was shown, of a team that the public can see."""
    team = Team.at(by).select_for_update().filter(pk=team_id).first()
    if team is None or not accredited_on(today()).filter(pk=team_id).exists():
        raise Refusal(_("Teamet visas inte på den öppna sidan, så det finns inget att bekräfta."))
    if team.version != version:
        raise Refusal(_("Uppgifterna har ändrats sedan sidan visades. Ladda om sidan och läs dem igen."))
    confirmation = ContactConfirmation(
        team=team, unit_id=team.unit_id, region_id=team.region_id,
        year=today().year, confirmed_by=by.name, confirmed_on=today(),
    )  # fmt: skip
    try:
        with transaction.atomic():
            confirmation.save()
    except IntegrityError:
        raise Refusal(_("Uppgifterna är redan bekräftade i år.")) from None
    leave_event(action="team.confirm", by=by, on=team, changes={"confirmed_on": (None, today())})
    return confirmation
