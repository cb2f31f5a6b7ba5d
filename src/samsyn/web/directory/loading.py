"""A made-up region for a demonstration: the teams of a synthetic extract, with all that a stranger wants to see."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from samsyn.kernel import Period
from samsyn.records import Records
from samsyn.web.directory import invented
from samsyn.web.directory.counting import keep_volumes, read_contacts
from samsyn.web.directory.models import (
    Accreditation,
    ContactConfirmation,
    Notification,
    NotificationState,
    RegistryConnection,
    Team,
    TeamMember,
)
from samsyn.web.directory.rules import guideline_on, register
from samsyn.web.directory.stories import tell_stories
from samsyn.web.organisations.models import Provider, Region, Unit

_DAY = timedelta(days=1)
_STOCKHOLM = ZoneInfo("Europe/Stockholm")
_UNITS_A_PROVIDER = 3
_STREETS = ("Storgatan", "Skolgatan", "Parkvägen", "Ågatan")
_PRESENTATION = (
    "Vi är ett team som arbetar tillsammans med dig som har långvarig smärta. Tillsammans gör vi en plan med mål som "
    "är viktiga för dig, för vardagen och för arbetet."
)


class NotEmpty(ValueError):
    """There are teams already: a demonstration is loaded into an empty database only."""


def region_in(region: Region, folder: Path, today: date, seed: int) -> None:
    """Fill the region from the extract in the folder, as it stands on the day; the same seed gives the same names.

    For commands, with system reach. The units keep the codes of the extract, so that its volumes are theirs.
    """
    if Team.across_units.exists():
        raise NotEmpty("There are teams in the database already. Load the demonstration into an empty one.")
    random = Random(seed)
    reading = read_contacts(folder, as_of=today)
    units = _units(region, reading.records, random)
    teams = _teams(region, units, reading.records, random, today)
    _rosters(teams, reading.records, random)
    keep_volumes(region, reading, counted_on=min(today, reading.records.last_day or today))
    _histories(teams, reading.records, random, today)
    tell_stories(region, list(teams.values()), random, today)


def _units(region: Region, records: Records, random: Random) -> dict[str, Unit]:
    """A unit for each code in the teams' table, by code; three or so of a provider, hospitals the region's own."""
    names = invented.places(random)
    rows = records.teams.unique("unit", maintain_order=True).iter_rows(named=True)
    hospital = Provider.objects.create(
        region=region, name="Regionens sjukhus", organisation_number=invented.organisation_number(1), internal=True
    )
    units: dict[str, Unit] = {}
    provider, left = hospital, 0
    for row in rows:
        place, in_hospital = next(names), row["care_level"] == "hospital"
        if not in_hospital and left == 0:
            provider, left = _provider(region, place), random.randint(1, _UNITS_A_PROVIDER)
        left -= not in_hospital
        pattern = random.choice(invented.HOSPITAL_UNITS if in_hospital else invented.PRIMARY_UNITS)
        units[row["unit"]] = Unit.objects.create(
            provider=hospital if in_hospital else provider, region=region,
            hsa_id=row["unit"], name=pattern.format(place), place=place,
        )  # fmt: skip
    return units


def _provider(region: Region, place: str) -> Provider:
    number = Provider.objects.count() + 1
    return Provider.objects.create(
        region=region, name=invented.company(place, number),
        organisation_number=invented.organisation_number(number),
    )  # fmt: skip


def _teams(region: Region, units: dict[str, Unit], records: Records, random: Random, today: date) -> dict[str, Team]:
    """A team for each id in the teams' table, by id."""
    teams: dict[str, Team] = {}
    for row in records.teams.unique("team_id", keep="first", maintain_order=True).iter_rows(named=True):
        unit = units[row["unit"]]
        team = Team(
            unit=unit, region=region, programme=_programme(row["level"]), level=row["level"],
            care_level=row["care_level"], name=_team_name(unit, teams), published=row["accredited_from"] <= today,
            **_details(unit.place, len(teams), random), **_waiting(random, today),
        )  # fmt: skip
        team.save(force_insert=True)
        teams[row["team_id"]] = team
    return teams


def _programme(level: str) -> str:
    return max(register().guidelines, key=lambda each: (level in each.levels, each.period)).programme


def _team_name(unit: Unit, teams: dict[str, Team]) -> str:
    """A second team at a unit is told apart by its number."""
    before = sum(1 for team in teams.values() if team.unit_id == unit.id)
    return f"Smärtteamet {unit.place}" + (f" {before + 1}" if before else "")


def _details(place: str, number: int, random: Random) -> dict[str, str]:
    """How to reach the team; now and then something has not been filled in."""
    host = invented.address_name(place)
    told = {
        "phone": invented.phone(number),
        "email": f"smartteamet@{host}.example",
        "website": f"https://www.{host}.example/smarta",
        "address": f"{random.choice(_STREETS)} {random.randint(1, 60)}, {place}",
        "presentation": _PRESENTATION,
    }
    return {key: "" if key != "phone" and random.random() < 0.12 else value for key, value in told.items()}


def _waiting(random: Random, today: date) -> dict[str, Any]:
    """One team in ten has never said; one in eight said so long ago that it tells little."""
    if random.random() < 0.1:
        return {}
    days = random.randint(110, 300) if random.random() < 0.125 else random.randint(0, 75)
    return {"waiting_weeks": random.randint(2, 26), "waiting_on": today - timedelta(days=days)}


def _rosters(teams: dict[str, Team], records: Records, random: Random) -> None:
    """The members of each team with invented names, and the registry modules that it has joined."""
    members = [] if records.roster is None else list(records.roster.iter_rows(named=True))
    TeamMember.across_units.bulk_create(
        TeamMember(
            **_owner(teams[row["team_id"]]), name=invented.person(random), profession=row["profession"],
            competences=list(row["competences"]), first_day=row["from"], last_day=row["to"],
        )
        for row in members if row["team_id"] in teams
    )  # fmt: skip
    joined = {
        (row["team_id"], row["nrs_module"]): row["nrs_connected_from"]
        for row in records.teams.iter_rows(named=True)
        if row["nrs_module"] and row["nrs_connected_from"]
    }
    RegistryConnection.across_units.bulk_create(
        RegistryConnection(**_owner(teams[team]), module=module, since=since)
        for (team, module), since in joined.items()
    )


def _histories(teams: dict[str, Team], records: Records, random: Random, today: date) -> None:
    """Approved as the extract says: this year and the year before by notifications, what came earlier without."""
    notifications: list[Notification] = []
    accreditations: list[Accreditation] = []
    for row in records.teams.iter_rows(named=True):
        team = teams[row["team_id"]]
        for period in _by_year(Period(row["accredited_from"], row["accredited_to"] or date.max), today):
            notification = _approved(team, period, random, today)
            notifications += [notification] if notification else []
            accreditations.append(
                Accreditation(**_owner(team), notification=notification, first_day=period.first, last_day=period.last)
            )
    Notification.across_units.bulk_create(notifications, 500)
    Accreditation.across_units.bulk_create(accreditations, 500)
    ContactConfirmation.across_units.bulk_create(_confirmations(teams, random, today), 500)


def _by_year(period: Period, today: date) -> Iterator[Period]:
    """The period's days to the end of this year: each of the two latest years by itself."""
    last_year = Period.year(today.year - 1)
    parts = (Period(date.min, last_year.first - _DAY), last_year, Period.year(today.year))
    return (overlap for part in parts if (overlap := period.overlap(part)))


def _approved(team: Team, period: Period, random: Random, today: date) -> Notification | None:
    """The notification that led to the approval; none for what came before the two latest years."""
    guideline = guideline_on(team.programme, team.level, period.first)
    if guideline is None or period.last.year < today.year - 1:
        return None
    sent = period.first - timedelta(days=random.randint(15, 40))
    decided = sent + timedelta(days=random.randint(2, 12))
    return Notification(
        **_owner(team), year=period.last.year, guideline_id=guideline.id, state=NotificationState.APPROVED,
        was_active=True, was_paid=True, attested=True,
        submitted_on=sent, submitted_at=_at(sent), submitted_by=invented.person(random), submitted_by_id=_uuid(random),
        decided_on=decided, decided_at=_at(decided), decided_by="Eva Norén", decided_by_id=_uuid(random),
    )  # fmt: skip


def _confirmations(teams: dict[str, Team], random: Random, today: date) -> Iterator[ContactConfirmation]:
    """Four teams in five have confirmed their details this year."""
    for team in teams.values():
        if team.published and random.random() < 0.8:
            day = today - timedelta(days=random.randint(0, (today - date(today.year, 1, 1)).days))
            yield ContactConfirmation(
                **_owner(team), year=today.year, confirmed_by=invented.person(random), confirmed_on=day
            )


def _owner(team: Team) -> dict[str, Any]:
    return {"team": team, "unit_id": team.unit_id, "region_id": team.region_id}


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10, 15), _STOCKHOLM)


def _uuid(random: Random) -> UUID:
    return UUID(int=random.getrandbits(128), version=4)
