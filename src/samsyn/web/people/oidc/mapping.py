"""From a commission to a role: lines of data, the region's own first."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final
from uuid import UUID

from samsyn.kernel.swedish import search_key
from samsyn.web.audit.actor import Role
from samsyn.web.organisations.models import Unit
from samsyn.web.people.models import CommissionRole
from samsyn.web.people.role_places import fits

_DATA: Final[dict[str, Any]] = tomllib.loads((files(__package__) / "commissions.toml").read_text("utf-8"))
CLAIMS: Final[dict[str, str]] = _DATA["claims"]
"""What we call a claim, and what the provider does."""


@dataclass(frozen=True)
class Line:
    """Commissions with this purpose, whose name holds these words, at such a unit: this role; none: no entry."""

    purpose: str
    name_contains: str = ""
    at_region_office: bool = False
    role: str = ""

    def meets(self, unit: Unit, purpose: str, commission: str) -> bool:
        """Whether the line is about this commission."""
        return (
            search_key(self.purpose) == search_key(purpose)
            and search_key(self.name_contains) in search_key(commission)
            and self.at_region_office == unit.is_region_office
        )


STANDARD: Final = tuple(Line(**line) for line in _DATA["role"])
for _line in STANDARD:
    Role(_line.role)  # a role that does not exist is a fault in the file


def role_of(unit: Unit, *, purpose: str, commission: str) -> Role | None:
    """The role that the first line that fits gives; None where no line does, or the unit cannot have that role."""
    line = next((each for each in _lines(unit) if each.meets(unit, purpose, commission)), None)
    if line is None or not line.role:
        return None
    role = Role(line.role)
    return role if role is not Role.ADMINISTRATOR and fits(role, unit) else None


def _lines(unit: Unit) -> Iterator[Line]:
    for row in own_lines(unit.region_id):
        yield Line(row.purpose, row.name_contains, row.at_region_office, row.role)
    yield from STANDARD


def own_lines(region_id: UUID) -> list[CommissionRole]:
    """The region's own lines in their order; those that ask for more words before those that ask for fewer."""
    rows = CommissionRole.objects.filter(region_id=region_id)
    return sorted(rows, key=lambda each: (-len(each.name_contains), each.purpose))
