"""What another unit or region learns of a team by any address: nothing."""

import re
import uuid
from typing import Any

import pytest
from django.db import connection
from django.urls import URLPattern, reverse

from samsyn.web.audit.actor import Role
from samsyn.web.audit.reach import declare
from samsyn.web.directory import urls
from samsyn.web.directory.models import (
    Accreditation,
    Notification,
    RegistryConnection,
    StaffingNotice,
    Team,
    TeamMember,
)
from samsyn.web.organisations.models import Provider, Region, Unit
from samsyn.web.organisations.owned import UnitOwned
from samsyn.web.people.rights import action_at
from tests.web.conftest import see_everything
from tests.web.directory.conftest import key
from tests.web.directory.making import accreditation_in, notice_in, notification_in
from tests.web.directory.test_cells import REGION, rows

PARAMETERS = {"team", "member", "notification", "accreditation", "notice"}
WITH_IDS = [
    pattern for pattern in urls.urlpatterns
    if isinstance(pattern, URLPattern) and pattern not in urls.public
    and set(pattern.pattern.converters) and set(pattern.pattern.converters) <= PARAMETERS
]  # fmt: skip


@pytest.fixture
def foreign(team: Team) -> dict[str, Any]:
    """A team that is not published, with something of every kind."""
    accreditation = accreditation_in("standing", team)
    return {
        "team": team.pk,
        "member": TeamMember.across_units.filter(team=team).first().pk,
        "accreditation": accreditation.pk,
        "notification": accreditation.notification_id,
        "notice": notice_in("sent", team).pk,
    }


@pytest.fixture
def elsewhere(db: None) -> Unit:
    """The office of another region."""
    see_everything()
    region = Region.objects.create(name="Annan region", programmes=["vgr-mmr"])
    provider = Provider.objects.create(region=region, name="Annat kontor", organisation_number="2321000255")
    return Unit.objects.create(
        provider=provider, region=region, name="Kontoret", hsa_id="SE2321000255-1", is_region_office=True
    )


def _seen(answer: Any) -> tuple[int, str]:
    """The answer without what differs from one request to the next."""
    text = re.sub(r"[0-9a-f]{32}|[A-Za-z0-9]{64}|[0-9a-f-]{36}", "", answer.content.decode())
    return answer.status_code, text


@pytest.mark.parametrize("pattern", WITH_IDS, ids=[pattern.name for pattern in WITH_IDS])
def test_what_others_have_is_as_if_it_were_not_there(
    pattern: URLPattern, foreign: Any, sign_in: Any, other_unit: Unit, elsewhere: Unit
) -> None:
    action = action_at(f"directory:{pattern.name}")
    assert action is not None
    before = rows()
    for role in action.roles:
        client = sign_in(Role(role), elsewhere if Role(role) in REGION else other_unit)
        own = {name: foreign[name] for name in pattern.pattern.converters}
        there = reverse(f"directory:{pattern.name}", kwargs=own)
        nowhere = reverse(f"directory:{pattern.name}", kwargs={name: uuid.uuid4() for name in own})
        for method in (client.get, client.post):
            sent = {"act_key": key()}
            answers = [_seen(method(address, sent)) for address in (there, nowhere)]
            assert answers[0][0] in (404, 405)
            assert answers[0] == answers[1]
            assert "Smärtteamet" not in answers[0][1]
    assert rows() == before


def test_a_member_of_another_team_of_the_same_unit(coordinator: Any, foreign: Any, unit: Unit, make_team: Any) -> None:
    other = make_team(unit, name="Andra teamet")
    address = reverse("directory:member-change", args=[other.pk, foreign["member"]])
    assert coordinator.get(address).status_code == 404


def test_lists_hold_only_what_is_ones_own(foreign: Any, sign_in: Any, other_unit: Unit, elsewhere: Unit) -> None:
    for role, unit, name in [
        (Role.COORDINATOR, other_unit, "teams"),
        (Role.REGION_OFFICER, elsewhere, "region-teams"),
        (Role.REGION_OFFICER, elsewhere, "notices"),
        (Role.REGION_OFFICER, elsewhere, "notifications"),
    ]:
        answer = sign_in(role, unit).get(reverse(f"directory:{name}"), {"state": "all"})
        assert answer.status_code == 200
        assert "Smärtteamet" not in answer.content.decode()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no second wall")
@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.REGION_OFFICER])
def test_the_second_wall_stands_alone(
    role: Role, foreign: Any, sign_in: Any, assignment_of: Any, other_unit: Unit, elsewhere: Unit, monkeypatch: Any
) -> None:
    someone = assignment_of(role, elsewhere if role in REGION else other_unit)
    monkeypatch.setattr(UnitOwned, "at", classmethod(lambda cls, _: cls.across_units.all()))
    client = sign_in(someone)
    page = client.get(reverse("directory:region-teams" if role in REGION else "directory:teams"))
    assert "Smärtteamet" not in page.content.decode()
    assert client.get(reverse("directory:team", args=[foreign["team"]])).status_code == 404
    declare(someone.actor)
    for model in (Team, TeamMember, RegistryConnection, Notification, StaffingNotice):
        assert not model.across_units.exists(), model
        assert not model.across_units.update(unit_id=other_unit.pk), model
    assert not Accreditation.across_units.update(unit_id=other_unit.pk)
    see_everything()
    assert Team.across_units.exists()


def test_the_region_never_sees_a_draft(officer: Any, team: Team) -> None:
    draft = notification_in("draft", team)
    assert officer.get(reverse("directory:notification-review", args=[draft.pk])).status_code == 404
    page = officer.get(reverse("directory:team", args=[team.pk])).content.decode()
    assert "utkast" not in page
