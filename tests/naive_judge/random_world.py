"""What a random region shares: its units, hot days, teams and rosters."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from tests.naive_judge.days import DAY, add_months
from tests.naive_judge.guidelines import CARE_LEVEL, LEVELS, MODULE_OF_LEVEL
from tests.naive_judge.model import RosterRow, Team

UNITS = ("SE2321000131-E01", "UNIT B", "VC7", "SE2321000131-E02")
EDGES = (
    *(
        dt.date(year, month, day)
        for year in range(2014, 2021)
        for month, day in ((1, 1), (1, 31), (2, 28), (3, 1), (6, 30), (8, 31), (12, 31))
    ),
    dt.date(2016, 2, 29),
    dt.date(2020, 2, 29),
)
SHORT, EXTENDED = "short-psychotherapy", "extended"
TEAMS_TOLD = {
    "MMR1": (
        "physician physiotherapist psychologist/short",
        "physician physiotherapist social_worker occupational_therapist/short psychologist",
        "physician/short physiotherapist social_worker",
        "physician physiotherapist psychotherapist",
        "physician physiotherapist nurse/short",
        "physician/short physiotherapist nurse",
        "physician physiotherapist nurse",
        "physician physician/short physiotherapist",
        "physician/short psychologist psychotherapist nurse",
        "physician physiotherapist physiotherapist/short",
        "physiotherapist occupational_therapist psychologist/short social_worker",
        "physician occupational_therapist other/short social_worker",
        "physician physiotherapist social_worker nurse/extended other/short",
    ),
    "MMR2": (
        "physician/extended physiotherapist/extended occupational_therapist/extended psychologist/short",
        "physician/extended physiotherapist/extended/short occupational_therapist/extended psychotherapist/short",
        "physician/extended physiotherapist/extended/short occupational_therapist/extended psychologist",
        "physician/extended physiotherapist occupational_therapist/extended psychologist/short",
        "physician physiotherapist/extended occupational_therapist/extended psychologist/short physician/short",
        "physician/extended physiotherapist/extended occupational_therapist psychotherapist/short",
    ),
}
TEAM_PROFESSIONS = (
    "physician",
    "physician",
    "physiotherapist",
    "occupational_therapist",
    "social_worker",
    "psychologist",
    "psychotherapist",
    "nurse",
    "rehabilitation_coordinator",
    "other",
)
COMPETENCES = ((), (), (EXTENDED,), (SHORT,), (EXTENDED, SHORT))


@dataclass(frozen=True)
class World:
    """One random region before its patients."""

    units: tuple[str, ...]
    hot_days: tuple[dt.date, ...]
    mmr1_share: float
    teams: list[Team]
    roster: list[RosterRow] | None


def spelled_unit(rng: Random, unit: str) -> str:
    """Return a unit in one of its spellings."""
    return rng.choice((unit, unit, unit, unit.lower(), f" {unit}", f"{unit.title()} "))


def hot_days(rng: Random) -> tuple[dt.date, ...]:
    """Return days that much of the region starts on: mostly 2018 and 2019, and the edges of the calendar."""
    first = dt.date(rng.choice((2017, 2018, 2018, 2018, 2019, 2019)), 1, 1)
    near = [first + rng.randrange(330) * DAY for _ in range(8)]
    early = [first + rng.randrange(40) * DAY for _ in range(4)]
    return (
        *near,
        *early,
        *rng.sample(EDGES, 4),
        *rng.sample([d for d in EDGES if d.year in (2018, 2019)], 3),
    )


def random_world(rng: Random) -> World:
    """Return the units, days and teams of a region."""
    units = UNITS[: rng.choice((1, 1, 2, 3, 4))]
    days = hot_days(rng)
    teams = [
        row
        for unit in units
        for level in LEVELS
        for number in range(rng.choice((1, 1, 1, 1, 2)))
        for row in random_team(rng, days, f"{unit[-2:].strip()}-{level}-{number}", unit, level)
    ]
    if rng.random() < 0.3:
        teams.append(Team("elsewhere", "FAR", "MMR1", "primary", dt.date(2019, 1, 1), None, "both", None))
    roster = None if rng.random() < 0.15 else random_roster(rng, days, teams)
    return World(units, days, rng.choice((0.15, 0.5, 0.85)), teams, roster)


def random_team(rng: Random, days: tuple[dt.date, ...], team_id: str, unit: str, level: str) -> list[Team]:
    """Return the rows of one team: one row, years side by side, a gap, an overlap, or a short time."""
    late = dt.date(2020, 12, 31)
    spans: list[tuple[dt.date, dt.date | None]] = [(dt.date(rng.choice((2013, 2015, 2016)), 1, 1), None)]
    shape = rng.choice(("open", "open", "open", "years", "gap", "short", "overlap"))
    seam = rng.choice(days)
    if shape == "years":
        spans = [(dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in range(2016, 2021)]
    elif shape == "gap":
        spans = [(dt.date(2014, 1, 1), seam), (seam + rng.choice((1, 2)) * DAY, None)]
    elif shape == "short":
        spans = [(seam, add_months(seam, rng.choice((0, 1, 3, 9, 14))))]
    elif shape == "overlap":
        spans = [(dt.date(2014, 1, 1), seam), (seam - 30 * DAY, late)]
    care = CARE_LEVEL[level] if rng.random() < 0.85 else rng.choice(("primary", "hospital"))
    module, since = random_nrs_connection(rng, days, level, care)
    rows = []
    for first, last in spans:
        if rng.random() < 0.15:
            module, since = random_nrs_connection(rng, days, level, care)
        if rng.random() < 0.05:
            care = rng.choice(("primary", "hospital"))
        rows.append(Team(team_id, spelled_unit(rng, unit), level, care, first, last, module, since))
    return rows


def random_nrs_connection(rng: Random, days: tuple[dt.date, ...], level: str, care: str) -> tuple[str, dt.date | None]:
    """Return a module and since when: mostly the one needed and early."""
    if rng.random() < 0.75:
        right = "primary" if care == "primary" else "specialist"
        return rng.choice((right, right, "both", MODULE_OF_LEVEL[level])), dt.date(2014, 5, 1)
    module = rng.choice(("primary", "specialist", "both", ""))
    return module, rng.choice((None, dt.date(2014, 5, 1), *days[:4]))


def random_roster(rng: Random, days: tuple[dt.date, ...], teams: list[Team]) -> list[RosterRow]:
    """Return who works in each team: good teams, thin teams, and people who come and go."""
    roster: list[RosterRow] = []
    for team_id, level in sorted({(team.team_id, team.level) for team in teams}):
        if rng.random() < 0.1:
            continue
        told = TEAMS_TOLD[level][0] if rng.random() < 0.3 else rng.choice(TEAMS_TOLD[level])
        people = [person(one) for one in told.split()] if rng.random() < 0.85 else []
        extra = rng.choice((0, 0, 0, 1)) if people else rng.randrange(2, 8)
        people += [(rng.choice(TEAM_PROFESSIONS), rng.choice(COMPETENCES)) for _ in range(extra)]
        for profession, competences in people:
            first = dt.date(2013, 1, 1) if rng.random() < 0.93 else rng.choice(days)
            last = None if rng.random() < 0.93 else max(first, rng.choice(days))
            roster.append(RosterRow(team_id, profession, competences, first, last))
    return roster


def person(told: str) -> tuple[str, tuple[str, ...]]:
    """Read "physician/short" as a physician with short-psychotherapy."""
    profession, *competences = told.split("/")
    return profession, tuple(SHORT if one == "short" else EXTENDED for one in competences)
