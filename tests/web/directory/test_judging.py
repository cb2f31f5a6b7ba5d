"""What the web says of a team is what the core says of the same data."""

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from django.db import transaction
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsyn.adjudication import judge_teams
from samsyn.guidelines import checks
from samsyn.records import CONTACTS, PATIENTS, PROFESSIONS, ROSTER, TEAMS, Records
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.directory import rules
from samsyn.web.directory.judging import judge_day, judge_from, judge_year
from samsyn.web.directory.models import Accreditation, RegistryConnection, Team, TeamMember, Volume
from samsyn.web.directory.told import missing_words, tell
from samsyn.web.organisations.models import Unit

TODAY = date(2019, 10, 31)
DAYS = st.dates(date(2018, 1, 1), date(2019, 12, 31))
MEMBERS = st.lists(
    st.tuples(
        st.sampled_from(PROFESSIONS),
        st.lists(st.sampled_from(["extended", "short-psychotherapy"]), unique=True, max_size=2),
        DAYS,
        st.none() | st.integers(0, 500),
    ),
    max_size=7,
)
PERIODS = st.lists(st.tuples(DAYS, st.none() | st.integers(0, 500)), min_size=1, max_size=3)
JOINED = st.lists(st.tuples(st.sampled_from(["primary", "specialist", "both"]), DAYS), unique_by=lambda c: c[0])


class _Undo(Exception):
    pass


def _until(first: date, length: int | None) -> date | None:
    return None if length is None else first + timedelta(days=length)


@given(
    level=st.sampled_from(["MMR1", "MMR2"]),
    care=st.sampled_from(["primary", "hospital"]),
    members=MEMBERS,
    periods=PERIODS,
    joined=JOINED,
    year=st.sampled_from([2018, 2019]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_finding_for_each_condition_with_the_cores_outcome(
    unit: Unit, actor_of: Any, level: str, care: str, members: Any, periods: Any, joined: Any, year: int
) -> None:
    try:
        with transaction.atomic():
            team = _stored(unit, level, care, members, periods, joined, year)
            ours = _by_the_web(team, actor_of(Role.COORDINATOR, unit), year)
            cores = _by_the_core(level, care, members, periods, joined, year)
            assert ours == cores
            raise _Undo
    except _Undo:
        pass


def _stored(unit: Unit, level: str, care: str, members: Any, periods: Any, joined: Any, year: int) -> Team:
    own = {"unit": unit, "region": unit.region}
    team = Team(**own, programme="vgr-mmr", level=level, care_level=care, name="Provet")
    team.save()
    own["team"] = team
    TeamMember.across_units.bulk_create(
        TeamMember(**own, name="X", profession=p, competences=c, first_day=first, last_day=_until(first, length))
        for p, c, first, length in members
    )
    Accreditation.across_units.bulk_create(
        Accreditation(**own, first_day=first, last_day=_until(first, length)) for first, length in periods
    )
    RegistryConnection.across_units.bulk_create(RegistryConnection(**own, module=m, since=day) for m, day in joined)
    Volume(unit=unit, region=unit.region, level=level, year=year, counted_on=date(year, 1, 1), patients=0).save()
    return team


def _by_the_web(team: Team, actor: Actor, year: int) -> list[Any]:
    judged = judge_year(team, year, today=TODAY, by=actor)
    if judged.as_if:
        return []
    composition = [f for f in judged.findings if f["kind"] == "composition"]
    assert [bool(f["gaps"]) for f in composition] == [f["outcome"] == "not_met" for f in composition]
    assert all(tell(judged.findings))
    return [(f["condition"], f["outcome"], f["observed"], f["required"]) for f in judged.findings]


def _by_the_core(level: str, care: str, members: Any, periods: Any, joined: Any, year: int) -> list[Any]:
    connections = joined or [(None, None)]
    teams = [
        ("t", "u", level, care, first, _until(first, length), module, since)
        for first, length in periods
        for module, since in connections
    ]
    roster = [("t", p, c, first, _until(first, length)) for p, c, first, length in members]
    records = Records(
        contacts=CONTACTS.empty(),
        patients=PATIENTS.empty(),
        teams=pl.DataFrame(teams, schema=TEAMS.columns, orient="row"),
        first_day=date(year, 1, 1),
        last_day=None,
        roster=pl.DataFrame(roster, schema=ROSTER.columns, orient="row"),
    )
    found = judge_teams(records, rules.register(), TODAY).filter(pl.col("year") == year)
    return found.select("condition", "outcome", "observed", "required").rows()


@pytest.fixture
def actor(actor_of: Any, unit: Unit) -> Actor:
    return actor_of(Role.COORDINATOR, unit)


def test_every_missing_piece_by_its_days(actor: Actor, unit: Unit, make_team: Any) -> None:
    team = make_team(
        unit, level="MMR2", care_level="hospital", roster=[("physician", ["extended"]), ("psychologist", [])]
    )
    TeamMember.across_units.filter(profession="physician").update(last_day="2019-11-30")
    gaps = missing_words(judge_from(team, TODAY, by=actor).gaps)
    assert [(gap.days, gap.pieces) for gap in gaps] == [
        (
            "2019-10-31 till och med 2019-11-30",
            [
                "psykolog eller legitimerad psykoterapeut med kompetens i korttidspsykoterapi",
                "fysioterapeut med utökad kompetens i smärtlindring och rehabilitering",
                "arbetsterapeut med utökad kompetens i smärtlindring och rehabilitering",
            ],
        ),
        (
            "2019-12-01 till och med 2019-12-31",
            [
                "läkare med utökad kompetens i smärtlindring och rehabilitering",
                "psykolog eller legitimerad psykoterapeut med kompetens i korttidspsykoterapi",
                "fysioterapeut med utökad kompetens i smärtlindring och rehabilitering",
                "arbetsterapeut med utökad kompetens i smärtlindring och rehabilitering",
            ],
        ),
    ]


def test_volume_without_and_with_a_count(actor: Actor, unit: Unit, team: Team) -> None:
    def volume() -> Any:
        return next(one for one in tell(judge_day(team, TODAY, by=actor).findings) if one.condition == "volume")

    assert (volume().outcome, volume().observed) == ("unknown", "Antalet patienter är inte inläst.")
    Volume(unit=unit, region=unit.region, level="MMR1", year=2019, counted_on=date(2019, 9, 30), patients=1).save()
    assert (volume().outcome, volume().observed) == ("not_met", "1 patient till och med 2019-09-30")
    Volume(unit=unit, region=unit.region, level="MMR1", year=2019, counted_on=TODAY, patients=20).save()
    Volume(unit=unit, region=unit.region, level="MMR2", year=2019, counted_on=TODAY, patients=3).save()
    assert (volume().outcome, volume().observed) == ("met", "20 patienter till och med 2019-10-31")
    assert volume().required == "Minst 20 patienter under året"


def test_in_the_readers_language(actor: Actor, team: Team) -> None:
    findings = judge_day(team, TODAY, by=actor).findings
    with translation.override("en"):
        assert tell(findings)[0].title == "The team's composition"
    assert [one.title for one in tell(findings)] == [
        "Teamets sammansättning",
        "Tillräckligt många patienter under året",
        "Teamet är anslutet till NRS",
    ]


def test_no_guideline_and_one_without_team_conditions(actor: Actor, team: Team) -> None:
    assert judge_day(team, date(2020, 1, 1), by=actor).guideline is None
    earlier = judge_day(team, date(2016, 1, 1), by=actor)
    assert earlier.guideline is not None
    assert earlier.findings == ()


def test_what_a_form_offers_is_what_the_guidelines_count() -> None:
    named = {
        name
        for guideline in rules.register().guidelines
        for condition in guideline.team_conditions
        if isinstance(condition.check, checks.Composition)
        for norm in condition.check.by_level.values()
        for place in norm.places
        for name in (place.needs, place.also_with, norm.one_with)
        if name
    }
    assert set(rules.competences("vgr-mmr")) == named == {"extended", "short-psychotherapy"}
    assert rules.modules("vgr-mmr") == ("primary", "specialist")
    assert rules.places_of_work(["vgr-mmr"], TODAY) == [("vgr-mmr", "MMR1"), ("vgr-mmr", "MMR2")]
    assert rules.places_of_work(["another"], TODAY) == []


def test_an_operators_own_guideline_is_asked(settings: Any, tmp_path: Any, actor: Actor, team: Team) -> None:
    from importlib import resources

    text = (resources.files("samsyn.guidelines") / "data" / "vgr" / "vgr-mmr-2019.toml").read_text("utf-8")
    (tmp_path / "own.toml").write_text(text.replace("patients = 20", "patients = 30"), "utf-8")
    settings.GUIDELINES = str(tmp_path)
    asked = [one.required for one in tell(judge_day(team, TODAY, by=actor).findings)]
    assert "Minst 30 patienter under året" in asked
    assert rules.patients_asked("vgr-mmr", "MMR1", TODAY) == 30
