"""Teams: their days, what NRS module they need, and which are *the series' teams* (rules §4)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tests.naive_judge.days import each_day
from tests.naive_judge.guidelines import Guideline
from tests.naive_judge.model import Team
from tests.naive_judge.series import Series


@dataclass(frozen=True)
class WholeTeam:
    """All rows with one team_id, unit and level."""

    team_id: str
    unit: str
    level: str
    rows: tuple[Team, ...]

    def accredited_on(self, day: dt.date) -> bool:
        """Tell whether any row covers the day, both ends in."""
        return any(
            row.accredited_from <= day and (row.accredited_to is None or day <= row.accredited_to) for row in self.rows
        )

    def care_levels(self) -> set[str]:
        """Return the care levels of any of its rows."""
        return {row.care_level for row in self.rows}

    def modules_needed(self, guideline: Guideline) -> set[str]:
        """Return the NRS modules it needs: rules §4 nrs-connected."""
        return {guideline.module_needed(self.level, care_level) for care_level in self.care_levels()}

    def joined(self, guideline: Guideline, day: dt.date) -> bool:
        """Tell whether it joined a module it needs on or before the day."""
        needed = self.modules_needed(guideline)
        return any(
            row.nrs_connected_from is not None
            and row.nrs_connected_from <= day
            and (row.nrs_module in needed or row.nrs_module == "both")
            for row in self.rows
        )


def whole_teams(rows: list[Team]) -> list[WholeTeam]:
    """Gather the rows of each team."""
    keys = sorted({(row.team_id, row.unit, row.level) for row in rows})
    return [WholeTeam(*key, tuple(row for row in rows if (row.team_id, row.unit, row.level) == key)) for key in keys]


def series_teams(series: Series, end: dt.date, teams: list[WholeTeam]) -> list[WholeTeam]:
    """Return the teams at start_unit accredited on every day of the series: rules §4 team-accredited."""
    return [
        team
        for team in teams
        if team.unit == series.start_unit
        and team.level == series.level
        and all(team.accredited_on(day) for day in each_day(series.start, end))
    ]
