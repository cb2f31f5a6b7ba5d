"""What the house tests share: someone of each role, and examples at their unit."""

from collections.abc import Callable

import pytest

from samsyn.web.audit.actor import Role
from samsyn.web.organisations.models import Unit
from tests.web.conftest import AssignmentOf, SamsynClient, SignIn
from tests.web.house.examples import Made

AT_THE_OFFICE = (Role.REGION_OFFICER, Role.REGION_REVIEWER)
Enter = Callable[..., SamsynClient]


@pytest.fixture
def made(unit: Unit, assignment_of: AssignmentOf) -> Made:
    """Examples at the unit."""
    return Made(unit, assignment_of)


@pytest.fixture
def enter(sign_in: SignIn, unit: Unit, office: Unit) -> Enter:
    """A client in a role: at the unit, or at the region's office; who has read that reading is logged."""

    def make(role: Role, at_office: bool = False) -> SamsynClient:
        client = sign_in(role, office if at_office or role in AT_THE_OFFICE else unit)
        client.post("/patienter/logg")
        return client

    return make
