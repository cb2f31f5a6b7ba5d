"""What the public sees of teams: exactly those accredited on the day, by every way in, and nothing else."""

import json
import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.urls import reverse

from samsyn.web.audit.actor import Role
from samsyn.web.directory.accredited import accredited_on, is_old
from samsyn.web.directory.models import Accreditation, ContactConfirmation, Team, TeamMember, Volume
from samsyn.web.organisations.models import Provider, Region, Unit
from tests.web.conftest import SamsynClient, SignIn, see_everything
from tests.web.published.conftest import DAY, THIS_YEAR, TeamAt, accredited

pytestmark = pytest.mark.django_db


def listed(address: str = "/team.json") -> list[dict]:
    return json.loads(SamsynClient().get(address).content)["teams"]


def page_text(address: str = "/team/") -> str:
    response = SamsynClient().get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("seed", range(5))
def test_exactly_the_teams_accredited_on_the_day(seed: int, unit: Unit, team_at: TeamAt) -> None:
    draw = random.Random(seed)
    plan: dict[str, list[tuple[date, date | None]]] = {}
    for number in range(12):
        periods = []
        for _ in range(draw.randint(0, 3)):
            first = DAY + timedelta(days=draw.choice((-400, -30, -1, 0, 1, 30)))
            last = draw.choice((None, first + timedelta(days=draw.choice((0, 1, 30, 400)))))
            periods.append((first, last))
        plan[f"Team {number}"] = periods
        team_at(unit, f"Team {number}", periods, published=bool(periods))
    for day in (DAY - timedelta(days=1), DAY, DAY + timedelta(days=1)):
        naive = {
            name for name, periods in plan.items() if any(f <= day and (u is None or day <= u) for f, u in periods)
        }
        assert {team.name for team in accredited_on(day)} == naive
        assert accredited_on(day).count() == len(naive), "a team with two periods is one team"
    today = {name for name, periods in plan.items() if any(f <= DAY and (u is None or u >= DAY) for f, u in periods)}
    assert {team["name"] for team in listed()} == today
    shown = page_text()
    assert {name for name in plan if f">{name}</a>" in shown} == today


@pytest.fixture
def hidden(unit: Unit, team_at: TeamAt) -> list[Team]:
    """Teams that are not accredited today, each for a reason of its own."""
    ended, coming = DAY - timedelta(days=1), DAY + timedelta(days=1)
    return [
        team_at(unit, "Dolda utkastet"),
        team_at(unit, "Dolda utan publicering", [(date(2019, 1, 1), None)], published=False),
        team_at(unit, "Dolda avslutade", [(date(2018, 1, 1), ended)]),
        team_at(unit, "Dolda kommande", [(coming, None)]),
    ]


@pytest.mark.parametrize(
    "query", ["", "?q=dolda", "?q=Rehab", "?level=MMR1", "?q=%25", "?q=_", "?efter={id}", "?fore={id}"]
)
def test_nothing_unpublished_by_any_address(query: str, hidden: list[Team]) -> None:
    for team in hidden:
        for way in ("get", "head"):
            asked = getattr(SamsynClient(), way)
            assert asked(f"/team/{team.id}").status_code == 404
            for address in ("/team/", "/team.json"):
                response = asked(address + query.format(id=team.id))
                assert response.status_code == 200
                assert "Dolda" not in response.content.decode().replace('value="dolda"', "")
                assert f"team/{team.id}" not in response.content.decode()


def test_an_unpublished_team_answers_as_one_that_does_not_exist(
    hidden: list[Team], sign_in: SignIn, unit: Unit
) -> None:
    for client in (SamsynClient(), sign_in(Role.COORDINATOR, unit)):
        nobody = client.get(f"/team/{Team().id}").content.decode()
        there = client.get(f"/team/{hidden[0].id}").content.decode()
        tidy = lambda page: [line for line in page.splitlines() if "csrf" not in line and "request" not in line]  # noqa: E731
        assert [len(line) for line in tidy(nobody)] == [len(line) for line in tidy(there)]


def test_no_names_of_staff_and_no_volumes(unit: Unit, team_at: TeamAt) -> None:
    team = team_at(unit, "Öppna teamet", THIS_YEAR)
    TeamMember.across_units.create(
        team=team,
        unit=unit,
        region=unit.region,
        name="Hemlig Hansson",
        profession="physician",
        first_day=date(2019, 1, 1),
    )
    Volume.across_units.create(unit=unit, region=unit.region, level="MMR1", year=2019, counted_on=DAY, patients=98765)
    ContactConfirmation.across_units.create(
        team=team, unit=unit, region=unit.region, year=2019, confirmed_by="Hemlig Karlsson", confirmed_on=DAY
    )
    accreditation = Accreditation.across_units.get()
    accreditation.withdrawn_by, accreditation.withdrawal_reason = "Hemlig Svensson", "Hemligt skäl"
    accreditation.save()
    for address in ("/team/", "/team.json", f"/team/{team.id}"):
        shown = page_text(address)
        assert "Öppna teamet" in shown
        assert "Hemlig" not in shown
        assert "98765" not in shown


def test_when_the_details_were_last_confirmed(unit: Unit, team_at: TeamAt) -> None:
    team = team_at(unit, "Öppna teamet", THIS_YEAR)
    for year in (2018, 2019):
        ContactConfirmation.across_units.create(
            team=team, unit=unit, region=unit.region, year=year, confirmed_by="X", confirmed_on=date(year, 3, 4)
        )
    assert listed()[0]["details_confirmed_on"] == "2019-03-04"
    assert "2019-03-04" in page_text(f"/team/{team.id}")


def test_the_fields_of_the_open_data_stay(unit: Unit, team_at: TeamAt) -> None:
    periods = [(date(2018, 1, 1), date(2018, 12, 31)), (date(2019, 1, 1), date(2019, 12, 31))]
    team = team_at(unit, "Öppna teamet", periods, phone="031-390 06 01", waiting_weeks=6, waiting_on=date(2019, 10, 12))
    response = SamsynClient().get("/team.json")
    assert response["Access-Control-Allow-Origin"] == "*"
    answer = json.loads(response.content)
    assert answer["day"] == "2019-10-31"
    assert answer["teams"] == [
        {
            "id": str(team.id), "name": "Öppna teamet", "unit": "Rehab Åby", "unit_hsa_id": "SE5560360793-1001",
            "provider": "Åbygruppen AB", "place": "Åby", "region": "Västra Götalandsregionen", "programme": "vgr-mmr",
            "level": "MMR1", "care_level": "primary", "phone": "031-390 06 01", "email": "", "website": "",
            "address": "", "presentation": "", "waiting_weeks": 6, "waiting_stated_on": "2019-10-12",
            "accredited_from": "2018-01-01", "accredited_to": "2019-12-31", "details_confirmed_on": None,
            "page": f"http://testserver/team/{team.id}",
        }
    ]  # fmt: skip
    documented = (Path(__file__).parents[3] / "docs/reference/public-teams.md").read_text("utf-8")
    assert all(f"`{field}`" in documented for field in answer["teams"][0])


def test_search_knows_its_letters(unit: Unit, other_unit: Unit, team_at: TeamAt) -> None:
    team_at(unit, "Ängens team", THIS_YEAR)
    team_at(other_unit, "Angens team", THIS_YEAR)
    names = lambda words: [team["name"] for team in listed(f"/team.json?q={words}")]  # noqa: E731
    assert names("ÄNGENS") == ["Ängens team"]
    assert names("angens") == ["Angens team"]
    assert names("åby team") == ["Ängens team"]  # the place, and a word of the name
    assert names("östra") == ["Angens team"]  # the provider
    assert names("100%") == []


def test_swedish_order_and_pages(unit: Unit, team_at: TeamAt) -> None:
    wanted = [*(f"Team {letter}{number:02d}" for letter in "azåäö" for number in range(13))]
    for name in random.Random(1).sample(wanted, len(wanted)):
        team_at(unit, name, THIS_YEAR)
    assert [team["name"] for team in listed()] == wanted
    first = SamsynClient().get("/team/")
    second = SamsynClient().get("/team/" + first.context["page"].next)
    third = SamsynClient().get("/team/" + second.context["page"].next)
    assert [team.name for each in (first, second, third) for team in each.context["teams"]] == wanted
    assert third.context["page"].next == ""
    back = SamsynClient().get("/team/" + second.context["page"].previous)
    assert [team.name for team in back.context["teams"]] == wanted[:30]
    assert back.context["page"].previous == ""


def test_filters(unit: Unit, team_at: TeamAt) -> None:
    team_at(unit, "Ettan", THIS_YEAR)
    team_at(unit, "Tvåan", THIS_YEAR, level="MMR2")
    elsewhere = Region.objects.create(name="Region Långtbortistan", programmes=["x"])
    provider = Provider.objects.create(region=elsewhere, name="Fjärran AB", organisation_number="5566778899")
    far = Unit.objects.create(provider=provider, region=elsewhere, name="Rehab Fjärran", hsa_id="SE5566778899-1")
    team_at(far, "Trean", THIS_YEAR)
    assert {team["name"] for team in listed("/team.json?level=MMR2")} == {"Tvåan"}
    assert {team["name"] for team in listed(f"/team.json?region={elsewhere.id}")} == {"Trean"}
    assert "Inget stämmer med filtren" in page_text("/team/?q=finnsinte")
    assert "Inget stämmer" not in page_text("/team/")


@pytest.mark.parametrize("query", ["?level=XYZ", "?region=1", "?q=" + "a" * 101, "?q=%00", "?region=%27%20OR%201"])
def test_what_cannot_be_read_matches_nothing(query: str, unit: Unit, team_at: TeamAt) -> None:
    team_at(unit, "Ettan", THIS_YEAR)
    assert "Ettan" not in page_text("/team/" + query)
    assert SamsynClient().get("/team.json" + query).status_code == 400


def test_an_odd_page_is_the_first(unit: Unit, team_at: TeamAt) -> None:
    team_at(unit, "Ettan", THIS_YEAR)
    for query in ("?efter=x", "?fore=%00", "?efter=00000000-0000-4000-8000-000000000000", "?okand=1"):
        assert ">Ettan</a>" in page_text("/team/" + query)


def test_empty_is_told_apart_from_no_match() -> None:
    assert "Inget team är godkänt i dag" in page_text()


def test_waiting_times(unit: Unit, team_at: TeamAt) -> None:
    team_at(unit, "Aldrig", THIS_YEAR)
    fresh = team_at(unit, "Nyss", THIS_YEAR, waiting_weeks=6, waiting_on=date(2019, 10, 12))
    old = team_at(unit, "Gammalt", THIS_YEAR, waiting_weeks=1, waiting_on=date(2019, 7, 30))
    assert "inte uppgiven" in page_text()
    assert "6 veckor, uppgivet 2019-10-12" in page_text(f"/team/{fresh.id}")
    assert "gammal uppgift" not in page_text(f"/team/{fresh.id}")
    assert "1 vecka, uppgivet 2019-07-30" in page_text(f"/team/{old.id}")
    assert "gammal uppgift" in page_text(f"/team/{old.id}")


@pytest.mark.parametrize(("stated", "old"), [(None, False), (date(2019, 7, 31), False), (date(2019, 7, 30), True)])
def test_a_waiting_time_ages_in_three_months(stated: date | None, old: bool) -> None:
    assert is_old(stated, DAY) is old


def test_only_web_addresses_become_links(unit: Unit, team_at: TeamAt) -> None:
    team = team_at(unit, "Ettan", THIS_YEAR, website="javascript:alert(1)", presentation="<script>x</script>")
    shown = page_text(f"/team/{team.id}")
    assert "javascript:" not in shown
    assert "<script>x" not in shown


def test_what_the_level_means_comes_from_the_guideline(unit: Unit, team_at: TeamAt) -> None:
    team = team_at(unit, "Tvåan", THIS_YEAR, level="MMR2")
    shown = page_text(f"/team/{team.id}")
    assert "75–100 timmars behandling" in shown
    assert "16–67 år" in shown
    assert "HS 2019-00252-1" in shown


def test_queries_and_time_do_not_grow_with_the_teams(
    unit: Unit, team_at: TeamAt, django_assert_max_num_queries
) -> None:
    for number in range(500):
        team_at(unit, f"Team {number}", THIS_YEAR)
    client = SamsynClient()
    client.get("/team/")
    with django_assert_max_num_queries(12):
        client.get("/team/?q=team")
    with django_assert_max_num_queries(8):
        assert len(json.loads(client.get("/team.json").content)["teams"]) == 500


def test_posting_is_not_a_way_in(unit: Unit) -> None:
    for address in (reverse("directory:public-teams"), reverse("directory:public-teams-json")):
        assert SamsynClient().post(address).status_code == 405


def test_the_public_sees_the_same_in_the_database_itself(unit: Unit, team_at: TeamAt, hidden: list[Team]) -> None:
    """The second wall: with the application's own filter away, PostgreSQL hides what was never published."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no such wall")
    from samsyn.web.audit.reach import declare

    declare(None)
    names = set(Team.across_units.values_list("name", flat=True))
    see_everything()
    assert names == {"Dolda avslutade", "Dolda kommande"}
    accredited(hidden[0], DAY)
