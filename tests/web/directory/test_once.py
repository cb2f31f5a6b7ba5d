"""One effect: of two officers, two tabs, two clicks; and nothing that was not asked for."""

import uuid
from typing import Any

import pytest
from django.urls import reverse

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AuditEvent
from samsyn.web.audit.refusal import Refusal
from samsyn.web.directory.acts.decision import approve, refuse
from samsyn.web.directory.acts.notification import change_draft, submit
from samsyn.web.directory.acts.team import change_team
from samsyn.web.directory.models import Accreditation, Notification, Team, TeamMember
from samsyn.web.organisations.models import Unit
from tests.web.conftest import SamsynClient
from tests.web.directory.conftest import filled, key, send
from tests.web.directory.making import decision_on, notification_in
from tests.web.directory.test_cells import rows


def test_two_officers_give_one_decision(sign_in: Any, assignment_of: Any, office: Unit, team: Team) -> None:
    row = notification_in("submitted", team)
    one, other = (assignment_of(Role.REGION_OFFICER, office) for _ in range(2))
    review = reverse("directory:notification-review", args=[row.pk])
    first, second = sign_in(one), sign_in(other)
    refuse_address = reverse("directory:notification-refuse", args=[row.pk])
    late = filled(second.get(review), refuse_address, words="Nej.")
    assert send(first, review, reverse("directory:notification-approve", args=[row.pk])).status_code == 302
    before = rows()
    answer = second.post(refuse_address, late)
    assert answer.status_code == 409
    assert "läget är nu ”godkänd”" in answer.content.decode()
    assert rows() == before


@pytest.mark.parametrize("service", [approve, refuse])
def test_a_version_that_is_no_longer_there(service: Any, actor_of: Any, office: Unit, team: Team) -> None:
    """The team took it back and sent it in anew while the officer read."""
    officer: Actor = actor_of(Role.REGION_OFFICER, office)
    row = notification_in("submitted", team)
    read = {"version": row.version, "seen": decision_on(row, officer)["seen"], "words": "x"}
    days = {"first_day": row.submitted_on, "last_day": row.submitted_on} if service is approve else {}
    Notification.across_units.filter(pk=row.pk).update(version=2)
    with pytest.raises(Refusal, match="Någon har ändrat detta"):
        service(by=officer, notification=row, **read, **days)
    service(by=officer, notification=row, **(read | {"version": 2}), **days)


def test_a_roster_that_changed_while_the_officer_read(actor_of: Any, office: Unit, team: Team) -> None:
    officer: Actor = actor_of(Role.REGION_OFFICER, office)
    row = notification_in("submitted", team)
    seen = decision_on(row, officer)["seen"]
    TeamMember.across_units.filter(profession="physician").update(last_day="2019-11-01")
    with pytest.raises(Refusal, match="Teamets uppgifter har ändrats"):
        refuse(by=officer, notification=Notification.across_units.get(), version=1, seen=seen, words="x")


def test_two_tabs_do_not_overwrite_one_another(coordinator: SamsynClient, team: Team) -> None:
    address = reverse("directory:team-change", args=[team.pk])
    tabs = [filled(coordinator.get(address), phone=number) for number in ("1", "2")]
    assert [coordinator.post(address, tab).status_code for tab in tabs] == [302, 409]
    team.refresh_from_db()
    assert team.phone == "1"


def test_stale_versions_of_the_units_own_acts(actor_of: Any, unit: Unit, team: Team) -> None:
    actor = actor_of(Role.COORDINATOR, unit)
    draft = notification_in("draft", team)
    with pytest.raises(Refusal, match="Någon har ändrat detta"):
        change_draft(by=actor, notification=draft, version=7)
    with pytest.raises(Refusal, match="Någon har ändrat detta"):
        submit(by=actor, notification=draft, version=7, attested=True)
    with pytest.raises(Refusal, match="Någon har ändrat detta"):
        change_team(by=actor, team=team, version=7, phone="1")


@pytest.mark.parametrize("way", ["submitted_by_id", "moment"])
def test_nobody_approves_what_they_sent_in(
    way: str, sign_in: Any, assignment_of: Any, unit: Unit, office: Unit, team: Team
) -> None:
    """Also where it is the other of their two assignments, and someone else sent it in again since."""
    at_office = assignment_of(Role.REGION_OFFICER, office)
    me = at_office.user_id
    sent = {"submitted_by_id": me} if way == "submitted_by_id" else {
        "submitted_by_id": uuid.uuid4(),
        "judged": [
            {"event": "submitted", "by_id": str(me), "by": "Jag", "on": "2019-10-01", "words": "", "findings": []}
        ],
    }  # fmt: skip
    row = notification_in("submitted", team, **sent)
    client, before = sign_in(at_office), rows()
    page = client.get(reverse("directory:notification-review", args=[row.pk])).content.decode()
    assert "Någon annan på regionen måste besluta." in page
    assert "Godkänn och visa nästa" not in page
    for name in ("approve", "return", "refuse"):
        posted = {"act_key": key()} | decision_on(row, at_office.actor)
        answer = client.post(reverse(f"directory:notification-{name}", args=[row.pk]), posted)
        assert answer.status_code == 409
        assert "Du har själv skickat in anmälan." in answer.content.decode()
    assert rows() == before


def _posts(team: Team, unit: Unit) -> dict[str, dict[str, Any]]:
    """Every page of the unit's that can be sent twice, with what is filled in."""
    member = TeamMember.across_units.filter(profession="physician").get()
    person = {"name": "Ny", "profession": "nurse", "first_day": "2019-01-01"}
    return {
        reverse("directory:team-new"): {"name": "Nytt", "work": "vgr-mmr|MMR1", "care_level": "primary"},
        reverse("directory:team-change", args=[team.pk]): {"phone": "1"},
        reverse("directory:member-new", args=[team.pk]): person,
        reverse("directory:member-change", args=[team.pk, member.pk]): {"name": "Rättad"},
        reverse("directory:member-end", args=[team.pk, member.pk]): {"last_day": "2019-12-01"},
        reverse("directory:team-registry", args=[team.pk]): {"module": "both", "since": "2019-01-01"},
        reverse("directory:notification-new", args=[team.pk]): {"year": "2019"},
        reverse("directory:notice-new", args=[team.pk]): {"from_day": "2019-11-01", "words": "x"},
    }


def test_a_double_click_acts_once(coordinator: SamsynClient, unit: Unit, team: Team) -> None:
    for address, values in _posts(team, unit).items():
        sent = filled(coordinator.get(address), **values)
        first = coordinator.post(address, sent)
        assert first.status_code == 302, (address, first.content.decode()[:3000])
        after, events = rows(), AuditEvent.objects.count()
        second = coordinator.post(address, sent)
        assert (second.status_code, second["Location"]) == (302, first["Location"]), address
        assert (rows(), AuditEvent.objects.count()) == (after, events), address


def test_a_double_approval_acts_once(officer: SamsynClient, team: Team) -> None:
    row = notification_in("submitted", team)
    address = reverse("directory:notification-approve", args=[row.pk])
    sent = filled(officer.get(reverse("directory:notification-review", args=[row.pk])), address)
    answers = [officer.post(address, sent) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Accreditation.across_units.count() == 1


def test_fields_that_no_form_asks_for_are_ignored(
    coordinator: SamsynClient, unit: Unit, other_unit: Unit, team: Team
) -> None:
    more = {
        "unit": other_unit.pk, "unit_id": other_unit.pk, "region": uuid.uuid4(), "published": "on", "state": "approved",
        "attested": "on", "submitted_by": "Någon annan", "search_key": "x", "id": uuid.uuid4(), "team": uuid.uuid4(),
    }  # fmt: skip
    for address, values in _posts(team, unit).items():
        assert coordinator.post(address, filled(coordinator.get(address), **values, **more)).status_code == 302, address
    for model in (Team, TeamMember, Notification):
        assert set(model.across_units.values_list("unit_id", "region_id")) == {(unit.pk, unit.region_id)}
    assert not Team.across_units.filter(published=True).exists()
    row = Notification.across_units.get()
    assert (row.state, row.attested, row.submitted_by, row.team_id) == ("draft", False, "", team.pk)


def test_one_notification_a_year_and_one_team_of_a_name(coordinator: SamsynClient, team: Team) -> None:
    notification_in("submitted", team)
    answer = send(coordinator, reverse("directory:notification-new", args=[team.pk]), year="2019")
    assert answer.status_code == 409
    assert "Teamet har redan en anmälan för 2019." in answer.content.decode()
    new = {"name": team.name, "work": "vgr-mmr|MMR1", "care_level": "primary"}
    assert send(coordinator, reverse("directory:team-new"), **new).status_code == 409
    module = send(coordinator, reverse("directory:team-registry", args=[team.pk]), module="primary", since="2019-01-01")
    assert module.status_code == 409
    assert Team.across_units.count() == 1
