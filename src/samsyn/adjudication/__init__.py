"""Conditions held against series and teams: findings, and the decision they lead to."""

from samsyn.adjudication.judging import FINDING_COLUMNS, Judgement, judge
from samsyn.adjudication.team_judging import TEAM_FINDINGS, judge_teams

__all__ = ["FINDING_COLUMNS", "TEAM_FINDINGS", "Judgement", "judge", "judge_teams"]
