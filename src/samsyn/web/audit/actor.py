"""Who acts: one person in one of their assignments."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID


class Role(StrEnum):
    """What a person is at a unit; the table of rights says what each may do."""

    REFERRER = "referrer"
    CLINICIAN = "clinician"
    COORDINATOR = "coordinator"
    ECONOMIST = "economist"
    REGION_OFFICER = "region_officer"
    REGION_REVIEWER = "region_reviewer"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Reach(StrEnum):
    """How far a request sees in the database; row-level security reads it."""

    PUBLIC = "public"
    UNIT = "unit"
    REGION = "region"
    SYSTEM = "system"


@dataclass(frozen=True)
class Actor:
    """A user in the assignment that is active in this request."""

    user_id: UUID
    name: str
    assignment_id: UUID
    role: Role
    unit_id: UUID
    unit_name: str
    provider_id: UUID
    region_id: UUID
    at_region_office: bool

    @property
    def columns(self) -> dict[str, Any]:
        """Who it was, as every row of the logs has it."""
        return {
            "user_id": self.user_id,
            "user_name": self.name,
            "role": self.role,
            "assignment_id": self.assignment_id,
            "unit_id": self.unit_id,
            "provider_id": self.provider_id,
        }

    @property
    def reach(self) -> Reach:
        """A region's office sees its region's teams, but no patients; everyone else their own unit."""
        return Reach.REGION if self.at_region_office else Reach.UNIT
