"""A small region with two providers, and clients that are logged in in each role."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from samsyn.web.audit.actor import Actor, Reach, Role
from samsyn.web.audit.reach import _set
from samsyn.web.organisations.models import Provider, Region, Unit
from samsyn.web.people.models import Assignment, User


def see_everything() -> None:
    """The reach of a command, for the test's own queries; on SQLite there is no such wall."""
    _set(Reach.SYSTEM, "", "", "", "")


class SamsynClient(Client):
    """After each request the test's own queries see everything again."""

    def request(self, **request: Any) -> Any:
        """Make the request."""
        try:
            return super().request(**request)
        finally:
            see_everything()


@pytest.fixture(autouse=True)
def plain_static_files(settings: Any) -> None:
    """Tests need no collected files."""
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def region(db: None) -> Region:
    see_everything()
    return Region.objects.create(name="Västra Götalandsregionen", programmes=["vgr-mmr"])


@pytest.fixture
def office(region: Region) -> Unit:
    provider = Provider.objects.create(region=region, name="Regionens kontor", organisation_number="2321000131")
    return Unit.objects.create(
        provider=provider, region=region, name="Koncernkontoret", hsa_id="SE2321000131-E000000000001",
        is_region_office=True,
    )  # fmt: skip


@pytest.fixture
def unit(region: Region) -> Unit:
    provider = Provider.objects.create(region=region, name="Åbygruppen AB", organisation_number="5560360793")
    return Unit.objects.create(
        provider=provider, region=region, name="Rehab Åby", place="Åby", hsa_id="SE5560360793-1001"
    )


@pytest.fixture
def other_unit(region: Region) -> Unit:
    provider = Provider.objects.create(region=region, name="Östra Vården AB", organisation_number="5565595450")
    return Unit.objects.create(
        provider=provider, region=region, name="Smärtenheten Öst", place="Östad", hsa_id="SE5565595450-2001"
    )


AssignmentOf = Callable[..., Assignment]


@pytest.fixture
def assignment_of() -> AssignmentOf:
    """Make a person with a role at a unit."""

    def make(role: Role, unit: Unit, name: str = "") -> Assignment:
        username = f"{role}-{User.objects.count()}"
        user = User.objects.create(username=username, name=name or f"Person {User.objects.count()}", email="")
        return Assignment.objects.create(user=user, unit=unit, role=role, first_day=date(2018, 1, 1))

    return make


@pytest.fixture
def actor_of(assignment_of: AssignmentOf) -> Callable[[Role, Unit], Actor]:
    """Make someone who acts, for calling services directly."""
    return lambda role, unit: assignment_of(role, unit).actor


SignIn = Callable[..., SamsynClient]


@pytest.fixture
def sign_in(assignment_of: AssignmentOf) -> SignIn:
    """A client logged in as a new person in the role at the unit, or as the person of an assignment."""

    def make(role: Role | Assignment, unit: Unit | None = None) -> SamsynClient:
        assignment = role if isinstance(role, Assignment) else assignment_of(role, unit)
        client = SamsynClient()
        client.force_login(assignment.user, backend=settings.AUTHENTICATION_BACKENDS[1])
        return client

    return make
