"""What region is asked for, and what came out."""

import zlib
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

import numpy as np

Format = Literal["csv", "parquet"]

CODED_PER_TEAM: Final = 1100
"""Coded contacts in 18 months of a team with some forty patients."""
FULL_REGION: Final = 1500
"""Coded contacts from which every kind of fault has room."""
_FEWEST_TEAMS, _MOST_TEAMS = 8, 100


@dataclass(frozen=True)
class RegionPlan:
    """What decides every byte of a synthetic region.

    `year` is the year to adjudicate: the extract runs from 1 July of the year before to its 31 December.
    `teams` None chooses by size. Without `faults` no series, team, row or invoice is wrong on purpose.
    """

    seed: int = 1
    contacts: int = 200_000
    year: int = 2019
    coded_share: float = 0.01
    teams: int | None = None
    format: Format = "csv"
    faults: bool = True

    def __post_init__(self) -> None:
        if self.seed < 0 or self.contacts < 2:
            raise ValueError("A region needs a seed of 0 or more, and at least 2 contacts.")
        if not 0 <= self.coded_share <= 0.5:
            raise ValueError("The coded share of the contacts lies between 0 and 0.5.")
        if self.teams is not None and not 2 <= self.teams <= 1000:
            raise ValueError("A region has from 2 to 1000 teams.")
        if self.format not in ("csv", "parquet"):
            raise ValueError("A region is written as csv or as parquet.")

    @property
    def coded_target(self) -> int:
        """How many coded contacts to make at most."""
        return int(self.contacts * self.coded_share)

    @property
    def team_count(self) -> int:
        """How many teams: as asked, or so many that most reach their yearly volume."""
        if self.teams is not None:
            return self.teams
        if self.coded_target < FULL_REGION:
            return 2 + self.coded_target // 500
        return min(max(self.coded_target // CODED_PER_TEAM, _FEWEST_TEAMS), _MOST_TEAMS)

    @property
    def first_day(self) -> date:
        """The first day of the extract."""
        return date(self.year - 1, 7, 1)

    @property
    def last_day(self) -> date:
        """The last day of the extract, on which there is always a contact."""
        return date(self.year, 12, 31)

    def stream(self, name: str, part: int = 0) -> np.random.Generator:
        """A random stream of its own for each purpose, so that none disturbs another."""
        return np.random.default_rng(np.random.SeedSequence([self.seed, zlib.crc32(name.encode()), part]))


@dataclass(frozen=True)
class RegionSummary:
    """What was written: rows, and how many series, units and planted faults they hold."""

    contacts: int
    coded: int
    patients: int
    teams: int
    units: int
    series: dict[str, int] = field(default_factory=dict)  # by expected decision
    planted: dict[str, int] = field(default_factory=dict)  # rows of planted.csv by kind
