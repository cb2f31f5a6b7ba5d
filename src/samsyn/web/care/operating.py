"""The operator of the program at a unit: commands reach a unit's rows in the same way as its people do."""

from typing import Final
from uuid import UUID

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.organisations.models import Unit

_NOBODY: Final = UUID(int=0)


def operator_at(unit: Unit, name: str = "Samsyn") -> Actor:
    """Someone at the unit who is no user: nobody can log in as them."""
    return Actor(
        user_id=_NOBODY, name=name, assignment_id=_NOBODY, role=Role.COORDINATOR, unit_id=unit.pk,
        unit_name=unit.name, provider_id=unit.provider_id, region_id=unit.region_id, at_region_office=False,
    )  # fmt: skip
