"""The page of changes: whose events each role sees, and how they are said."""

import uuid
from typing import Any

import pytest

from samsyn.web.audit.actor import Role
from samsyn.web.audit.models import AccessEntry
from samsyn.web.audit.trail import leave_event
from samsyn.web.directory.models import Notification, StaffingNotice, Team
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.models import Patient
from tests.web.conftest import AssignmentOf, SignIn

TRAIL = "/insyn/andringar"


def _team(unit: Unit, name: str) -> Team:
    given = {"programme": "vgr-mmr", "level": "mmr1", "care_level": "primary"}
    return Team.across_units.create(unit=unit, region=unit.region, name=name, **given)


@pytest.fixture
def events(assignment_of: AssignmentOf, unit: Unit, other_unit: Unit) -> None:
    own = assignment_of(Role.COORDINATOR, unit, "Karin Ek").actor
    other = assignment_of(Role.COORDINATOR, other_unit, "Ulla Utomstående").actor
    team = _team(unit, "Teamet")
    leave_event(
        action="team.edit", by=own, on=team, changes={"name": ("Gamla teamet", "Teamet"), "published": (False, True)}
    )
    leave_event(action="notice.send", by=own, on=StaffingNotice(pk=uuid.uuid4()), changes={"state": (None, "sent")})
    leave_event(action="team.edit", by=other, on=_team(other_unit, "Andra"), changes={"phone": ("", "031-1")})
    leave_event(action="unit.edit", by=own, on=unit, changes={"name": ("Rehab A", "Rehab Åby")})


def _body(client: Any, **asked: str) -> str:
    response = client.get(TRAIL, asked)
    assert response.status_code == 200
    return str(response.content.decode())


def test_an_administrator_sees_the_own_providers_changes_in_words(events: None, sign_in: SignIn, unit: Unit) -> None:
    body = _body(sign_in(Role.ADMINISTRATOR, unit))
    for words in (
        "Gamla teamet → Teamet",
        "Karin Ek, koordinator",
        "nej → ja",
        "tomt → skickat",
        "Rehab A → Rehab Åby",
    ):
        assert words in body
    assert "namn" in body
    assert "Ulla" not in body


def test_the_regions_officer_sees_teams_of_the_region_and_nothing_else(
    events: None, sign_in: SignIn, office: Unit
) -> None:
    body = _body(sign_in(Role.REGION_OFFICER, office))
    assert "Karin Ek" in body
    assert "Ulla Utomstående" in body
    assert "tomt → 031-1" in body
    assert "Rehab A →" not in body


def test_another_region_sees_nothing(events: None, sign_in: SignIn, office: Unit) -> None:
    from samsyn.web.organisations.models import Provider, Region

    region = Region.objects.create(name="Region Skåne")
    provider = Provider.objects.create(region=region, name="Skånes kontor", organisation_number="2321000255")
    unit = Unit.objects.create(
        provider=provider, region=region, name="Kontoret", hsa_id="SE2321000255-1", is_region_office=True
    )
    assert "Inget har ändrats ännu" in _body(sign_in(Role.REGION_OFFICER, unit))


def test_filters(events: None, sign_in: SignIn, unit: Unit) -> None:
    client = sign_in(Role.ADMINISTRATOR, unit)
    assert "Gamla teamet" in _body(client, user="EK karin")
    assert "Inget stämmer med filtren" in _body(client, user="nemo")
    assert "Inget stämmer med filtren" in _body(client, last_day="2020-01-01")
    body = _body(client, action="trail.see")
    assert "Inget stämmer med filtren" in body
    assert client.get(TRAIL, {"first_day": "x"}).status_code == 422


def test_what_was_changed_of_a_patient_is_shown_to_the_auditor_alone_and_logged(
    sign_in: SignIn, auditor: Any, asa: Patient, unit: Unit
) -> None:
    administrator = _body(sign_in(Role.ADMINISTRATOR, unit))
    assert "Innehållet är en patients och visas inte här." in administrator
    assert "Öberg" not in administrator
    assert AccessEntry.objects.count() == 0
    assert "tomt → Öberg" in _body(sign_in(auditor))
    assert [(row.patient_id, row.action) for row in AccessEntry.objects.all()] == [(asa.pk, "trail.see")]


def test_of_a_protected_patient_not_even_the_auditor_sees_what_was_changed(
    sign_in: SignIn, auditor: Any, asa: Patient
) -> None:
    Patient.across_units.filter(pk=asa.pk).update(protection="sekretessmarkering")
    body = _body(sign_in(auditor))
    assert "Öberg" not in body
    assert "Innehållet är en patients" in body


def test_newest_first_by_day(events: None, sign_in: SignIn, unit: Unit) -> None:
    days = sign_in(Role.ADMINISTRATOR, unit).get(TRAIL).context["days"]
    moments = [event["at"] for _day, those in days for event in those]
    assert moments == sorted(moments, reverse=True)
    assert len({day for day, _those in days}) == len(days)


def test_a_notification_is_told_by_its_states_names(sign_in: SignIn, unit: Unit, assignment_of: AssignmentOf) -> None:
    by = assignment_of(Role.COORDINATOR, unit).actor
    leave_event(
        action="notification.submit", by=by, on=Notification(pk=uuid.uuid4()), changes={"state": ("draft", "submitted")}
    )
    assert "utkast → inskickad" in _body(sign_in(Role.ADMINISTRATOR, unit))
