"""Which roles there are at which units."""

from typing import Final

from samsyn.web.audit.actor import Role
from samsyn.web.organisations.models import Unit

AT_OFFICE: Final = (Role.REGION_OFFICER, Role.REGION_REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR)
AT_PROVIDER: Final = (
    Role.REFERRER, Role.CLINICIAN, Role.COORDINATOR, Role.ECONOMIST, Role.AUDITOR, Role.ADMINISTRATOR,
)  # fmt: skip


def fits(role: Role, unit: Unit) -> bool:
    """Whether such a role is held at such a unit: the region's officers at its office, those who treat elsewhere."""
    return role in (AT_OFFICE if unit.is_region_office else AT_PROVIDER)
