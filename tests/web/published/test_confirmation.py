"""The yearly confirmation: who is asked, once a year, of what they have read."""

import uuid
from datetime import date

import pytest

from samsyn.web.audit.actor import Role
from samsyn.web.audit.models import AuditEvent
from samsyn.web.directory.accredited import unconfirmed
from samsyn.web.directory.models import ContactConfirmation
from samsyn.web.organisations.models import Unit
from tests.web.conftest import SignIn
from tests.web.published.conftest import DAY, THIS_YEAR, TeamAt

pytestmark = pytest.mark.django_db


def test_confirmed_once_a_year(sign_in: SignIn, unit: Unit, team_at: TeamAt, actor_of) -> None:
    team = team_at(unit, "Ettan", THIS_YEAR)
    ContactConfirmation.across_units.create(
        team=team, unit=unit, region=unit.region, year=2018, confirmed_by="X", confirmed_on=date(2018, 3, 4)
    )
    by = actor_of(Role.COORDINATOR, unit)
    assert list(unconfirmed(by, DAY)) == [team]
    client, address = sign_in(Role.COORDINATOR, unit), f"/bekraftelser/{team.id}"
    assert "Ja, uppgifterna stämmer" in client.get(address).content.decode()
    key = str(uuid.uuid4())
    for _ in range(2):
        assert client.post(address, {"act_key": key, "version": 1}).status_code == 302
    assert client.post(address, {"act_key": str(uuid.uuid4()), "version": 1}).status_code == 409
    assert ContactConfirmation.across_units.filter(year=2019, confirmed_on=DAY).count() == 1
    assert AuditEvent.objects.filter(action="team.confirm").count() == 1
    assert list(unconfirmed(by, DAY)) == []
    assert list(unconfirmed(by, date(2020, 1, 1))) == [team]
    assert "Ja, uppgifterna stämmer" not in client.get(address).content.decode()


def test_only_what_was_read_is_confirmed(sign_in: SignIn, unit: Unit, team_at: TeamAt) -> None:
    team = team_at(unit, "Ettan", THIS_YEAR, version=2)
    client = sign_in(Role.COORDINATOR, unit)
    response = client.post(f"/bekraftelser/{team.id}", {"act_key": str(uuid.uuid4()), "version": 1})
    assert response.status_code == 409
    assert not ContactConfirmation.across_units.exists()


def test_a_team_that_is_not_shown_cannot_be_confirmed(sign_in: SignIn, unit: Unit, team_at: TeamAt, actor_of) -> None:
    team = team_at(unit, "Utkastet")
    client = sign_in(Role.COORDINATOR, unit)
    assert client.get(f"/bekraftelser/{team.id}").status_code == 200
    assert client.post(f"/bekraftelser/{team.id}", {"act_key": str(uuid.uuid4()), "version": 1}).status_code == 409
    assert list(unconfirmed(actor_of(Role.COORDINATOR, unit), DAY)) == []


@pytest.mark.parametrize("role", list(Role))
def test_each_role(role: Role, sign_in: SignIn, office: Unit, unit: Unit, other_unit: Unit, team_at: TeamAt) -> None:
    team = team_at(unit, "Ettan", THIS_YEAR)
    sees = role in (Role.COORDINATOR, Role.REGION_OFFICER, Role.REGION_REVIEWER)
    for place in (office, unit, other_unit):
        client = sign_in(role, place)
        listed = client.get("/bekraftelser/")
        assert listed.status_code == (200 if sees else 403)
        if sees:
            assert ("Ettan" in listed.content.decode()) is (place is not other_unit)
        expected = 403 if role is not Role.COORDINATOR else 404 if place is other_unit else 200
        assert client.get(f"/bekraftelser/{team.id}").status_code == expected
        if place is other_unit:
            response = client.post(f"/bekraftelser/{team.id}", {"act_key": str(uuid.uuid4()), "version": 1})
            assert response.status_code == (404 if role is Role.COORDINATOR else 403)
    assert not ContactConfirmation.across_units.exists()
