"""A unit that treats, another that refers, and browsers of theirs that have been told of the access log."""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.care.models import Case
from samsyn.web.organisations.models import Unit
from samsyn.web.people.models import Assignment
from tests.web.care.making import in_state, opened
from tests.web.conftest import AssignmentOf, SamsynClient


class CaseClient(SamsynClient):
    """Acts as a form would."""

    def send(self, address: str, **fields: Any) -> Any:
        """Send a form, with a key of its own unless one is given."""
        return self.post(address, {"act_key": str(uuid.uuid4()), **fields})

    def page(self, case: Case) -> str:
        """The case's page."""
        response = self.get(page_of(case))
        assert response.status_code == 200
        return response.content.decode()


Enter = Callable[..., CaseClient]


@pytest.fixture
def enter(assignment_of: AssignmentOf) -> Enter:
    """A client who is logged in and has been told of the access log."""

    def make(role: Role | Assignment, unit: Unit | None = None) -> CaseClient:
        assignment = role if isinstance(role, Assignment) else assignment_of(role, unit)
        client = CaseClient()
        client.force_login(assignment.user, backend=settings.AUTHENTICATION_BACKENDS[1])
        client.post(reverse("patients:notice"))
        return client

    return make


@pytest.fixture
def day(settings: Any) -> Callable[[str], date]:
    """Let the clock stand still on another day."""

    def stand(written: str) -> date:
        settings.STANDS_STILL_ON = date.fromisoformat(written)
        return settings.STANDS_STILL_ON

    return stand


@pytest.fixture
def actor(actor_of: Callable[[Role, Unit], Actor], unit: Unit) -> Actor:
    """A clinician of the unit that treats."""
    return actor_of(Role.CLINICIAN, unit)


@pytest.fixture
def stranger(actor_of: Callable[[Role, Unit], Actor], other_unit: Unit) -> Actor:
    """A clinician of another unit."""
    return actor_of(Role.CLINICIAN, other_unit)


@pytest.fixture
def clinician(enter: Enter, unit: Unit) -> CaseClient:
    return enter(Role.CLINICIAN, unit)


@pytest.fixture
def case(actor: Actor) -> Case:
    """A case that has just been opened."""
    return opened(actor)


@pytest.fixture
def case_in(actor: Actor) -> Callable[..., Case]:
    """A case in the state that is asked for, of the unit that treats."""
    return lambda state, **told: in_state(state, actor, **told)


def page_of(case: Case, name: str = "case", **more: Any) -> str:
    """Its address, or that of an act on it."""
    return reverse(f"care:{name}", kwargs={"case_id": case.pk, **more})
