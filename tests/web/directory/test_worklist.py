"""Work lists of the start page, lists that are read in pages, filters."""

from datetime import timedelta
from typing import Any

from django.urls import reverse

from samsyn.web.audit.actor import Role
from samsyn.web.audit.clock import now, today
from samsyn.web.directory.models import Team, TeamMember, Volume
from samsyn.web.directory.worklist import work_for
from samsyn.web.organisations.models import Unit
from tests.web.conftest import SamsynClient
from tests.web.directory.making import accreditation_in, notice_in, notification_in


def _work(actor: Any) -> dict[str, int]:
    return {item.title: item.count for item in work_for(actor)}


def test_what_waits_for_each(actor_of: Any, unit: Unit, office: Unit, other_unit: Unit, make_team: Any) -> None:
    people = {role: actor_of(role, office if "region" in role else unit) for role in Role}
    assert not any(_work(actor) for actor in people.values())
    whole, bare, foreign = make_team(unit, "A"), make_team(unit, "B", []), make_team(other_unit, "C")
    accreditation_in("standing", whole)
    Team.across_units.filter(pk=whole.pk).update(published=True)
    notification_in("returned", bare)
    notification_in("submitted", foreign)
    notice_in("sent", whole)
    unit_work = {"Team som saknar bemanning i dag": 1, "Team utan godkännande i år": 1}
    assert _work(people[Role.CLINICIAN]) == _work(people[Role.ECONOMIST]) == unit_work
    assert _work(people[Role.COORDINATOR]) == unit_work | {
        "Anmälningar åter för komplettering": 1,
        "Team vars uppgifter inte är bekräftade i år": 1,
    }
    region_work = {
        "Anmälningar att besluta": 1,
        "Meddelanden om ändrad bemanning": 1,
        "Team utan godkännande i år": 2,
        "Team som inte har bekräftat sina uppgifter i år": 1,
    }
    assert _work(people[Role.REGION_OFFICER]) == _work(people[Role.REGION_REVIEWER]) == region_work
    for role in (Role.REFERRER, Role.AUDITOR, Role.ADMINISTRATOR):
        assert _work(people[role]) == {}


def test_teams_that_will_not_reach_the_years_volume(
    actor_of: Any, unit: Unit, other_unit: Unit, office: Unit, make_team: Any
) -> None:
    for place, patients in ((unit, 12), (other_unit, 40)):
        accreditation_in("standing", make_team(place, "A"))
        Volume(unit=place, region=place.region, level="MMR1", year=2019, counted_on=today(), patients=patients).save()
    Team.across_units.update(published=True)
    found = [
        item for item in work_for(actor_of(Role.REGION_OFFICER, office)) if item.url == reverse("directory:volumes")
    ]
    assert [(item.title, item.count) for item in found] == [("Team som inte väntas nå årets volym", 1)]


def test_one_goes_straight_to_it(actor_of: Any, unit: Unit, make_team: Any) -> None:
    team = make_team(unit, "B", [])
    draft = notification_in("draft", team)
    links = {item.title: item.url for item in work_for(actor_of(Role.COORDINATOR, unit))}
    assert links["Team som saknar bemanning i dag"] == reverse("directory:team", args=[team.pk]) + "#kontroll"
    assert links["Anmälningar som inte är inskickade"] == reverse("directory:notification", args=[draft.pk])


def test_oldest_first_in_pages_and_filtered(officer: SamsynClient, unit: Unit, make_team: Any) -> None:
    for number in range(53):
        team = make_team(unit, f"Team {number:02d}", [], level="MMR2" if number % 2 else "MMR1")
        row = notification_in("submitted", team)
        row.submitted_at = now() - timedelta(days=number)
        row.save()
    first = officer.get(reverse("directory:notifications"))
    names = [row.team.name for row in first.context["page"].rows]
    assert names == [f"Team {number:02d}" for number in range(52, 2, -1)]
    assert "Visar 50" in first.content.decode()
    second = officer.get(reverse("directory:notifications") + first.context["page"].next)
    assert [row.team.name for row in second.context["page"].rows] == ["Team 02", "Team 01", "Team 00"]
    assert second.context["page"].next == ""
    found = officer.get(reverse("directory:notifications"), {"q": "TEAM 11", "level": "MMR2", "year": "2019"})
    assert {row.team.name for row in found.context["page"].rows} == {"Team 11"}
    none = officer.get(reverse("directory:notifications"), {"q": "finns inte"}).content.decode()
    assert "Inget stämmer med filtren" in none
    assert officer.get(reverse("directory:notifications"), {"efter": "'; DROP TABLE"}).status_code == 200


def test_the_regions_teams(
    officer: SamsynClient, unit: Unit, make_team: Any, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        team = make_team(unit, f"Örtagårdens team {number:02d}", [])
        if number % 3 == 0:
            accreditation_in("standing", team)
    Volume(unit=unit, region=unit.region, level="MMR1", year=2019, counted_on=today(), patients=12).save()
    address = reverse("directory:region-teams")
    with django_assert_max_num_queries(14):
        page = officer.get(address)
    assert len(page.context["rows"]) == 30
    text = page.content.decode()
    assert "under 20" in text
    assert "godkänt till 2019-12-31" in text
    assert len(officer.get(address, {"state": "approved"}).context["rows"]) == 10
    assert len(officer.get(address, {"q": "ÖRTAGÅRDEN 07"}).context["rows"]) == 1
    assert officer.get(address, {"q": "ortagarden"}).context["rows"] == []


def test_pages_cost_the_same_however_much_there_is(
    coordinator: SamsynClient, team: Team, django_assert_max_num_queries: Any
) -> None:
    own = {"unit": team.unit, "region": team.region, "team": team}
    TeamMember.across_units.bulk_create(
        TeamMember(**own, name=f"P{n}", profession="nurse", first_day=today()) for n in range(40)
    )
    accreditation_in("withdrawn", team)
    for _ in range(10):
        notice_in("sent", team)
    with django_assert_max_num_queries(22):
        assert coordinator.get(reverse("directory:team", args=[team.pk])).status_code == 200


def test_what_people_write_is_only_shown(officer: SamsynClient, unit: Unit, make_team: Any) -> None:
    team = make_team(unit, '<img src=x onerror="alert(1)">', [("physician", [])])
    TeamMember.across_units.update(name="<script>alert(2)</script>")
    row = notification_in("submitted", team, former_name="<b>fet</b>")
    for address in (
        reverse("directory:team", args=[team.pk]),
        reverse("directory:notification-review", args=[row.pk]),
        reverse("directory:region-teams"),
        reverse("directory:notifications"),
    ):
        page = officer.get(address).content.decode()
        assert "<img src=x" not in page
        assert "<script>alert" not in page
