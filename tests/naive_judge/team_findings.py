"""Conditions on a team, per calendar year (rules §4, second table; follow-up-report is web only)."""

from __future__ import annotations

import datetime as dt

from tests.naive_judge.composition import complete
from tests.naive_judge.days import each_day
from tests.naive_judge.guidelines import MMS, ONGOING, guideline_on
from tests.naive_judge.model import Contact, RosterRow, Tables, TeamKey
from tests.naive_judge.teams import WholeTeam, whole_teams


def composition(team: WholeTeam, days: list[dt.date], roster: list[RosterRow] | None) -> str:
    """Rules §4 composition: on every day of accreditation in the year."""
    if roster is None:
        return "unknown"
    mine = [row for row in roster if row.team_id == team.team_id]
    for day in days:
        present = [(row.profession, frozenset(row.competences)) for row in mine if works(row, day)]
        if not complete(team.level, present):
            return "not_met"
    return "met"


def works(row: RosterRow, day: dt.date) -> bool:
    """Tell whether the person is in the team on the day."""
    return (row.first_day is None or row.first_day <= day) and (row.last_day is None or day <= row.last_day)


def volume(team: WholeTeam, year: int, contacts: list[Contact]) -> str:
    """Rules §4 volume: at least 20 patients with an ongoing contact at the unit in the year."""
    patients = {
        contact.patient_id
        for contact in contacts
        if contact.unit == team.unit and contact.date.year == year and ONGOING[team.level] in contact.procedures
    }
    return "met" if len(patients) >= 20 else "not_met"


def of_year(team: WholeTeam, year: int, as_of: dt.date, tables: Tables) -> dict[str, str]:
    """Return the findings of one team and year; none where no day is judged or no guideline asks."""
    last = min(dt.date(year, 12, 31), as_of)
    guideline = guideline_on(last, team.level)
    days = [day for day in each_day(dt.date(year, 1, 1), last) if team.accredited_on(day)]
    if not days or guideline is None or not guideline.all_conditions:
        return {}
    found = {
        "composition": composition(team, days, tables.roster),
        "volume": volume(team, year, tables.contacts),
    }
    if team.level != MMS:  # Skåne asks for no registry
        found["team-nrs-connected"] = "met" if team.joined(guideline, days[-1]) else "not_met"
    return found


def team_findings(tables: Tables, as_of: dt.date) -> dict[TeamKey, str]:
    """Return the findings of every team, from the year of the first contact to that of as_of."""
    found: dict[TeamKey, str] = {}
    if not tables.contacts:
        return found
    first_year = min(contact.date for contact in tables.contacts).year
    for team in whole_teams(tables.teams):
        for year in range(first_year, as_of.year + 1):
            for condition, outcome in of_year(team, year, as_of, tables).items():
                found[(team.team_id, team.unit, team.level, year, condition)] = outcome
    return found
