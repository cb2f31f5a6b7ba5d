"""The teams of a region: where they stand, what they are accredited for, and which are planted with a fault."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

import numpy as np
import polars as pl

from samsyn.extracts.synthetic.plan import RegionPlan
from samsyn.extracts.synthetic.vocabulary import CARE_LEVELS, LEVELS, NRS_MODULES

Role = Literal["ordinary", "part-year", "unconnected", "few-patients"]

_PLANTED_ROLES: Final[tuple[Role, ...]] = ("part-year", "unconnected", "few-patients")
_SMALLEST_FAULTY, _LARGE = 8, 40


@dataclass(frozen=True)
class Team:
    """An accredited team. `unit` and `level` are numbers; `roster_gap`: three months without a physician."""

    team_id: str
    unit: int
    level: int
    role: Role
    accredited_from: date
    accredited_to: date | None
    nrs_module: str | None
    nrs_connected_from: date | None
    roster_gap: bool = False

    def touches(self, year: int) -> bool:
        """Whether the team is accredited on any day of a year."""
        return self.accredited_from.year <= year and (self.accredited_to is None or self.accredited_to.year >= year)


def draw_teams(plan: RegionPlan) -> tuple[Team, ...]:
    """The teams, MMR1 first; about three in four. Regions of eight teams or more hold the faulty ones."""
    primary = min(max(1, round(plan.team_count * 0.75)), plan.team_count - 1)
    levels = [0] * primary + [1] * (plan.team_count - primary)
    faulty = plan.faults and plan.team_count >= _SMALLEST_FAULTY
    roles = _roles(plan, faulty)
    units = _units(levels)
    rng = plan.stream("teams")
    teams = [
        _team(plan, rng, number, unit, level, roles.get(number, "ordinary"))
        for number, (unit, level) in enumerate(zip(units, levels, strict=True))
    ]
    for number in _roster_gaps(levels, roles) if faulty else ():
        teams[number] = replace(teams[number], roster_gap=True)
    return tuple(teams)


def _roles(plan: RegionPlan, faulty: bool) -> dict[int, Role]:
    many = 2 if plan.team_count >= _LARGE else 1
    roles = (role for role in _PLANTED_ROLES for _ in range(many))
    return dict(enumerate(roles)) if faulty else {}


def _units(levels: list[int]) -> Iterator[int]:
    """A unit each, but the last two MMR1 teams share one; in a large region the last two MMR2 teams too."""
    last = len(levels) - 1 - levels[::-1].index(0)
    shared = {last} if len(levels) >= _SMALLEST_FAULTY else set()
    if len(levels) >= _LARGE:
        shared.add(len(levels) - 1)
    unit = -1
    for number in range(len(levels)):
        unit += number not in shared
        yield unit


def _roster_gaps(levels: list[int], roles: dict[int, Role]) -> list[int]:
    ordinary = [number for number in range(len(levels)) if number not in roles]
    return [ordinary[0], levels.index(1)] if len(levels) >= _LARGE else [ordinary[0]]


def _team(plan: RegionPlan, rng: np.random.Generator, number: int, unit: int, level: int, role: Role) -> Team:
    since = date(plan.year - int(rng.integers(3, 6)), int(rng.choice((1, 4, 9))), 1)
    if role == "part-year":
        since = part_year_from(plan)
    until = date(plan.year + 1, 12, 31) if rng.random() < 0.2 else None
    module = "both" if rng.random() < 0.2 else NRS_MODULES[level]
    connected = since + timedelta(days=int(rng.integers(0, 60)))
    if role == "unconnected":
        return Team(f"T{number + 1:03d}", unit, level, role, since, until, None, None)
    return Team(f"T{number + 1:03d}", unit, level, role, since, until, module, connected)


def part_year_from(plan: RegionPlan) -> date:
    """The day from which a team is accredited that was not so the whole year."""
    return date(plan.year, 4, 1)


def team_table(teams: tuple[Team, ...], unit_ids: list[str]) -> pl.DataFrame:
    """The `teams` table of the contract."""
    return pl.DataFrame(
        {
            "team_id": [team.team_id for team in teams],
            "unit": [unit_ids[team.unit] for team in teams],
            "level": [LEVELS[team.level] for team in teams],
            "care_level": [CARE_LEVELS[team.level] for team in teams],
            "accredited_from": [team.accredited_from for team in teams],
            "accredited_to": pl.Series([team.accredited_to for team in teams], dtype=pl.Date()),
            "nrs_module": pl.Series([team.nrs_module for team in teams], dtype=pl.String()),
            "nrs_connected_from": pl.Series([team.nrs_connected_from for team in teams], dtype=pl.Date()),
        }
    )
