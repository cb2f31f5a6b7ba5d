"""Conditions held against series and teams: findings, and the decision they lead to."""

from samsyn.adjudication.judging import FINDING_COLUMNS, Judgement, judge
from samsyn.adjudication.team_judging import (
    TEAM_FINDINGS,
    TeamFinding,
    TeamYear,
    count_volumes,
    judge_team,
    judge_teams,
)
from samsyn.adjudication.volume import forecast

__all__ = [
    "FINDING_COLUMNS",
    "TEAM_FINDINGS",
    "Judgement",
    "TeamFinding",
    "TeamYear",
    "count_volumes",
    "forecast",
    "judge",
    "judge_team",
    "judge_teams",
]
