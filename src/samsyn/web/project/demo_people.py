"""The people of the demonstration, made up, and where they work."""

from datetime import date
from typing import Final

from samsyn.web.audit.actor import Role
from samsyn.web.organisations.models import Provider, Region, Unit
from samsyn.web.people.models import Assignment, User
from samsyn.web.project.demo_logins import LOGINS, PASSWORD

_OFFICE_NUMBER: Final = "2321000131"
_SINCE: Final = date(2018, 1, 1)
_LATER: Final = date(2019, 3, 1)


def office_of(region: Region) -> Unit:
    """The region's own office, where its officers work."""
    provider = Provider.objects.create(
        region=region, name="Regionens kansli", organisation_number=_OFFICE_NUMBER, internal=True
    )
    return Unit.objects.create(
        provider=provider,
        region=region,
        name="Koncernkontoret",
        place="Göteborg",
        hsa_id=f"SE{_OFFICE_NUMBER}-E000000000001",
        is_region_office=True,
    )


def health_centre_of(unit: Unit) -> Unit:
    """A health centre of the same provider, that refers patients."""
    return Unit.objects.create(
        provider=unit.provider,
        region=unit.region,
        name="Vårdcentralen Majstången",
        place=unit.place,
        hsa_id=f"{unit.hsa_id.partition('-')[0]}-VC0001",
    )


def people_at(places: dict[str, Unit]) -> None:
    """Each person with their assignment; the coordinator also works as a clinician, to show how one changes."""
    for login in LOGINS:
        user = User(username=login.username, name=login.name, email="")
        user.set_password(PASSWORD)
        user.save()
        Assignment.objects.create(user=user, unit=places[login.at], role=login.role, first_day=_SINCE)
        if login.role is Role.COORDINATOR:
            Assignment.objects.create(user=user, unit=places[login.at], role=Role.CLINICIAN, first_day=_LATER)
