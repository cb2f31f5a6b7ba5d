"""Volumes: counted by the core from an extract, kept as sums, shown to those they concern."""

from datetime import date
from io import StringIO
from pathlib import Path

import polars as pl
import pytest
from django.core.management import CommandError, call_command

from samsyn.adjudication import judge_teams
from samsyn.extracts.synthetic import RegionPlan, generate_region
from samsyn.web.audit.actor import Role
from samsyn.web.directory.counting import read_contacts
from samsyn.web.directory.models import Volume
from samsyn.web.directory.rules import register
from samsyn.web.directory.volume_chart import NAMES, WIDTH, chart_of
from samsyn.web.directory.volumes import team_volumes
from samsyn.web.organisations.models import Region, Unit
from tests.web.conftest import SignIn, see_everything
from tests.web.published.conftest import DAY, THIS_YEAR, TeamAt

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="session")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("extract")
    generate_region(RegionPlan(seed=4, contacts=12_000, coded_share=0.4, teams=8), folder)
    return folder


def units_of(extract: Path, region: Region, unit: Unit, leave_out: int = 0) -> list[Unit]:
    codes = sorted(set(read_contacts(extract, as_of=DAY).records.teams["unit"]))[leave_out:]
    return [
        Unit.objects.create(provider=unit.provider, region=region, name=f"Enhet {code}", hsa_id=code) for code in codes
    ]


def load(extract: Path, **options: object) -> str:
    """What the command says; afterwards the test sees everything again."""
    said = StringIO()
    call_command("load_volumes", str(extract), stdout=said, **options)
    see_everything()
    return said.getvalue()


@pytest.mark.parametrize("day", [date(2019, 10, 31), date(2019, 6, 30)])
def test_the_sums_are_those_that_the_core_judges_by(day: date, extract: Path, region: Region, unit: Unit) -> None:
    units_of(extract, region, unit)
    load(extract, counted_on=day)
    findings = judge_teams(read_contacts(extract, as_of=day).records, register(), day)
    judged = {
        (row["unit"], row["level"]): int(row["observed"])
        for row in findings.iter_rows(named=True)
        if row["condition"] == "volume" and row["year"] == 2019
    }
    kept = {
        (unit, level): patients
        for unit, level, patients in Volume.across_units.filter(year=2019, counted_on=day).values_list(
            "unit__hsa_id", "level", "patients"
        )
    }
    assert judged
    assert {key: kept.get(key, 0) for key in judged} == judged
    assert max(judged.values()) > 20


def test_the_day_itself_counts(extract: Path, region: Region, unit: Unit) -> None:
    units_of(extract, region, unit)
    contacts = read_contacts(extract, as_of=DAY).records.contacts
    ongoing = contacts.filter(pl.col("procedures").list.contains("UV110"), pl.col("date").dt.year() == 2019)
    first = ongoing["date"].min()
    expected = ongoing.filter(pl.col("date") == first).group_by("unit").agg(pl.col("patient_id").n_unique())
    load(extract, counted_on=first)
    kept = Volume.across_units.filter(level="MMR1", patients__gt=0).values_list("unit__hsa_id", "patients")
    assert dict(kept) == dict(expected.iter_rows())


def test_the_receipt_adds_up_and_names_unknown_units(extract: Path, region: Region, unit: Unit) -> None:
    known = units_of(extract, region, unit, leave_out=1)
    said = load(extract)
    lines = said.splitlines()
    contacts = [int(number) for number in next(line for line in lines if line.startswith("contacts")).split()[1:]]
    assert contacts[0] == sum(contacts[1:])
    assert "Units not in the region: 1." in said
    assert lines[-1].strip() not in {one.hsa_id for one in known}
    assert lines[-1].strip().startswith("SE")


def test_the_same_day_again_replaces(extract: Path, region: Region, unit: Unit) -> None:
    units_of(extract, region, unit)
    load(extract)
    before = sorted(Volume.across_units.values_list("unit", "level", "patients"))
    Volume.across_units.update(patients=1)
    load(extract)
    assert sorted(Volume.across_units.values_list("unit", "level", "patients")) == before


def test_only_years_that_the_extract_covers(extract: Path, region: Region, unit: Unit) -> None:
    """It begins in July 2018: a sum for 2018 would look too small."""
    units_of(extract, region, unit)
    load(extract)
    assert set(Volume.across_units.values_list("year", flat=True)) == {2019}


def test_what_the_command_refuses(extract: Path, region: Region, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="has not come"):
        call_command("load_volumes", str(extract), counted_on=date(2019, 11, 1))
    with pytest.raises(CommandError):
        call_command("load_volumes", str(tmp_path))
    with pytest.raises(CommandError, match="--region"):
        call_command("load_volumes", str(extract), region="Ingenstans")
    assert not Volume.across_units.exists()


def counted(unit: Unit, patients: int, level: str = "MMR1", day: date = DAY) -> None:
    Volume.across_units.create(
        unit=unit, region=unit.region, level=level, year=day.year, counted_on=day, patients=patients
    )


def test_below_the_norm_first(unit: Unit, other_unit: Unit, office: Unit, team_at: TeamAt, actor_of) -> None:
    team_at(unit, "Når", THIS_YEAR)
    team_at(other_unit, "Under", THIS_YEAR)
    team_at(other_unit, "Oläst", THIS_YEAR, level="MMR2")
    team_at(unit, "Utkastet", level="MMR2")
    counted(unit, 17)
    counted(unit, 3, day=date(2019, 5, 1))  # an earlier count says nothing any longer
    counted(other_unit, 16)
    counted(other_unit, 50, day=date(2018, 12, 31))
    rows = team_volumes(actor_of(Role.REGION_OFFICER, office), DAY)
    told = [(row.team.name, row.patients, row.forecast, row.norm, row.reaches) for row in rows]
    assert told == [("Under", 16, 19, 20, False), ("Oläst", None, None, 20, None), ("Når", 17, 20, 20, True)]
    own = team_volumes(actor_of(Role.COORDINATOR, unit), DAY)
    assert [row.team.name for row in own] == ["Når"]


@pytest.mark.parametrize("role", list(Role))
def test_each_role(role: Role, sign_in: SignIn, office: Unit, unit: Unit, other_unit: Unit, team_at: TeamAt) -> None:
    team_at(unit, "Ettan", THIS_YEAR)
    counted(unit, 7)
    allowed = role in (Role.CLINICIAN, Role.COORDINATOR, Role.ECONOMIST, Role.REGION_OFFICER, Role.REGION_REVIEWER)
    for place in (office, unit, other_unit):
        response = sign_in(role, place).get("/volym/")
        assert response.status_code == (200 if allowed else 403)
        if allowed:
            assert ("Ettan" in response.content.decode()) is (place is not other_unit)


def test_the_chart_is_a_drawing_that_stays_within_its_frame(
    unit: Unit, other_unit: Unit, office: Unit, team_at: TeamAt, actor_of, sign_in: SignIn
) -> None:
    team_at(unit, "Mycket långt namn på ett team i en liten ort", THIS_YEAR)
    team_at(other_unit, "<b>Fet</b>", THIS_YEAR)
    counted(unit, 400)
    counted(other_unit, 0)
    chart = chart_of(team_volumes(actor_of(Role.REGION_OFFICER, office), DAY))
    assert chart is not None
    assert [bar.patients for bar in chart.bars] == [0, 400]
    assert chart.bars[0].width == 0
    assert all(NAMES + bar.forecast_width <= WIDTH and (bar.norm_x or 0) <= WIDTH for bar in chart.bars)
    assert 0 < chart.bars[1].width < chart.bars[1].forecast_width
    assert len(chart.bars[1].name) <= 30
    shown = sign_in(Role.REGION_OFFICER, office).get("/volym/").content.decode()
    assert "<title id=" in shown
    assert "style=" not in shown.split("<main", 1)[1]
    assert "<b>Fet" not in shown
    assert chart_of([]) is None


def test_queries_do_not_grow(
    unit: Unit, office: Unit, team_at: TeamAt, sign_in: SignIn, django_assert_max_num_queries
) -> None:
    for number in range(500):
        team_at(unit, f"Team {number}", THIS_YEAR)
    counted(unit, 17)
    client = sign_in(Role.REGION_OFFICER, office)
    client.get("/volym/")
    with django_assert_max_num_queries(14):
        response = client.get("/volym/")
    assert len(response.context["rows"]) == 40
    second = client.get("/volym/" + response.context["page"].next)
    assert not {row.team.pk for row in second.context["rows"]} & {row.team.pk for row in response.context["rows"]}
    for odd in ("?sida=0", "?sida=-1", "?sida=999", "?sida=x", "?sida=²"):
        assert client.get("/volym/" + odd).status_code == 200
