"""Teams held against the conditions on teams, one finding a team, year and condition."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from samsyn.adjudication.composition import staffing_over
from samsyn.findings import Outcome
from samsyn.guidelines import Condition, Guideline, GuidelineRegister, Role, checks
from samsyn.kernel import Period
from samsyn.records import Records
from samsyn.records.teams import Member, Team, rosters_of, teams_of
from samsyn.series.building import carries
from samsyn.series.parametric import BOTH

TEAM_FINDINGS = {
    "team_id": pl.String(),
    "unit": pl.String(),
    "level": pl.String(),
    "year": pl.Int64(),
    "condition": pl.String(),
    "force": pl.String(),
    "outcome": pl.String(),
    "observed": pl.String(),
    "required": pl.String(),
    "clause": pl.String(),
}


@dataclass(frozen=True)
class TeamYear:
    """A team in a calendar year: the days of accreditation judged, and what is known of it."""

    team: Team
    year: int
    days: tuple[Period, ...]
    roster: tuple[Member, ...] | None  # None where no roster was given at all
    patients: int | None  # distinct, with an ongoing contact of the level at the unit in the year; None: not counted

    @property
    def last_day(self) -> date:
        """The last day judged."""
        return self.days[-1].last


@dataclass(frozen=True)
class TeamFinding:
    """One condition held against a team in a year."""

    condition: Condition
    outcome: Outcome
    observed: str
    required: str


Told = tuple[bool | None, str, str]
"""Met (None: the evidence is missing), observed, required."""


def judge_teams(records: Records, register: GuidelineRegister, as_of: date) -> pl.DataFrame:
    """TEAM_FINDINGS for every team and year its accreditation touches, from the first contact to `as_of`."""
    rows = [
        (year.team.team_id, year.team.unit, year.team.level, year.year, found.condition.id,
         found.condition.force.value, found.outcome.value, found.observed, found.required,
         found.condition.citation.clause)
        for year in _team_years(records, register, as_of)
        for guideline in [register.in_force(year.team.level, _day_of_judgement(year.year, as_of))]
        if guideline is not None
        for found in judge_team(year, guideline)
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=TEAM_FINDINGS, orient="row")


def judge_team(year: TeamYear, guideline: Guideline) -> tuple[TeamFinding, ...]:
    """One team on the days of one year, under the guideline: its conditions in order, those that can be judged here."""
    return tuple(
        TeamFinding(condition, _outcome(told[0]), told[1], told[2])
        for condition in guideline.team_conditions
        if (told := _held(condition, year, guideline)) is not None
    )


def _day_of_judgement(year: int, as_of: date) -> date:
    return min(date(year, 12, 31), as_of)


def _team_years(records: Records, register: GuidelineRegister, as_of: date) -> Iterator[TeamYear]:
    first_year = (records.first_day or as_of).year
    rosters = None if records.roster is None else rosters_of(records.roster)
    volumes = count_volumes(records.contacts, register)
    for team in teams_of(records.teams):
        for year in range(first_year, as_of.year + 1):
            judged = Period(date(year, 1, 1), _day_of_judgement(year, as_of))
            days = tuple(overlap for p in team.accredited if (overlap := p.overlap(judged)))
            if days:
                roster = None if rosters is None else rosters.get(team.team_id, ())
                yield TeamYear(team, year, days, roster, volumes.get((team.unit, team.level, year), 0))


def count_volumes(contacts: pl.DataFrame, register: GuidelineRegister) -> dict[tuple[str, str, int], int]:
    """Distinct patients with an ongoing contact of the level, by unit, level and calendar year (rules, section 4)."""
    volumes: dict[tuple[str, str, int], int] = {}
    for level in register.levels:
        counted = (
            contacts.filter(carries(register.codes(Role.ONGOING, level)))
            .group_by("unit", year=pl.col("date").dt.year())
            .agg(pl.col("patient_id").n_unique())
        )
        volumes |= {(unit, level, year): patients for unit, year, patients in counted.iter_rows()}
    return volumes


def _held(condition: Condition, year: TeamYear, guideline: Guideline) -> Told | None:
    """What the condition gives; None where extracts hold nothing to judge it by."""
    judged = _CHECKS.get(type(condition.check))
    return judged(condition.check, year, guideline) if judged else None


def _composition(check: checks.Composition, year: TeamYear, _: Guideline) -> Told:
    """The places of the team, filled on every day of accreditation in the year."""
    norm = check.by_level[year.team.level]
    required = f"≥ {norm.at_least}: {', '.join(place.name for place in norm.places)}"
    if year.roster is None:
        return None, "", required
    day, staffing = staffing_over(norm, year.roster, year.days)
    observed = ", ".join(staffing.filled)
    if not staffing.complete:
        observed += f" ({day}: – {', '.join(staffing.missing)})"
    return staffing.complete, observed, required


def _volume(check: checks.Volume, year: TeamYear, _: Guideline) -> Told:
    """So many distinct patients at the unit in the calendar year."""
    if year.patients is None:
        return None, "", f"≥ {check.patients}"
    return year.patients >= check.patients, str(year.patients), f"≥ {check.patients}"


def _nrs_connected(_: checks.TeamNrsConnected, year: TeamYear, guideline: Guideline) -> Told:
    """The team has joined the registry module it needs on the last day judged."""
    needed = _modules_needed(year.team, guideline)
    joined = [c for c in year.team.connections if c.since <= year.last_day]
    met = any(c.module in (*needed, BOTH) for c in joined)
    observed = ", ".join(f"{c.module} {c.since}" for c in joined)
    return met, observed, f"{', '.join(needed)} ≤ {year.last_day}"


def _modules_needed(team: Team, guideline: Guideline) -> list[str]:
    if guideline.nrs is None:
        return []
    keys = team.care_levels if guideline.nrs.decided_by == "care_level" else (team.level,)
    return sorted({guideline.nrs.modules[key] for key in keys if key in guideline.nrs.modules})


def _outcome(met: bool | None) -> Outcome:
    return Outcome.UNKNOWN if met is None else Outcome.MET if met else Outcome.NOT_MET


_CHECKS: dict[type, Callable[[Any, TeamYear, Guideline], Told]] = {
    checks.Composition: _composition,
    checks.Volume: _volume,
    checks.TeamNrsConnected: _nrs_connected,
}
