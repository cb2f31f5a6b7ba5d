"""The region's own lines from commissions to roles."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.refusal import Refusal
from samsyn.web.audit.trail import leave_event
from samsyn.web.people.models import CommissionRole
from samsyn.web.people.role_places import AT_OFFICE, AT_PROVIDER

_FIELDS = ("purpose", "name_contains", "at_region_office", "role")


def add_commission(
    *, by: Actor, purpose: str, name_contains: str, at_region_office: bool, role: Role | None
) -> CommissionRole:
    """Add a line; it goes before the standard ones. No commission makes anyone an administrator."""
    check_office(by)
    if role is Role.ADMINISTRATOR or (role and role not in (AT_OFFICE if at_region_office else AT_PROVIDER)):
        raise Refusal(_("Den rollen kan inte ges där. Välj en annan."), field="role")
    line = CommissionRole(
        region_id=by.region_id, purpose=purpose.strip(), name_contains=name_contains.strip(),
        at_region_office=at_region_office, role=role or "",
    )  # fmt: skip
    try:
        with transaction.atomic():
            line.save()
    except IntegrityError as error:
        raise Refusal(_("Det finns redan en sådan rad. Ta bort den först.")) from error
    leave_event(
        action="commission.add", by=by, on=line, changes={each: (None, getattr(line, each)) for each in _FIELDS}
    )
    return line


def remove_commission(*, by: Actor, line_id: UUID) -> None:
    """Remove a line; log-ins after this follow those that are left."""
    check_office(by)
    line = CommissionRole.objects.select_for_update().filter(region_id=by.region_id, id=line_id).first()
    if line is None:
        raise Refusal(_("Raden är redan borttagen."))
    leave_event(
        action="commission.remove", by=by, on=line, changes={each: (getattr(line, each), None) for each in _FIELDS}
    )
    line.delete()


def check_office(by: Actor) -> None:
    """The table is the region's."""
    if not by.at_region_office:
        raise Refusal(_("Bara regionens kontor ändrar vilka roller regionens inloggning ger."))
