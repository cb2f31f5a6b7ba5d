"""Who works in each team, day by day: complete by the rules of composition, but for the planted gaps."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import polars as pl

from samsyn.extracts.synthetic.plan import RegionPlan
from samsyn.extracts.synthetic.teams import Team

Post = tuple[str, str | None, date, date | None]
"""A profession, its competences, and the first and last day at work."""


def roster_table(plan: RegionPlan, teams: tuple[Team, ...]) -> pl.DataFrame:
    """The `roster` table of the contract."""
    rng = plan.stream("rosters")
    rows = [(team.team_id, *post) for team in teams for post in _posts(plan, team, rng)]
    schema = {
        "team_id": pl.String(),
        "profession": pl.String(),
        "competences": pl.String(),
        "from": pl.Date(),
        "to": pl.Date(),
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _posts(plan: RegionPlan, team: Team, rng: np.random.Generator) -> Iterator[Post]:
    extended = "extended" if team.level == 1 else None
    since = team.accredited_from
    yield from _physicians(plan, team, extended)
    yield from _physiotherapists(plan, team, extended, rng)
    yield "occupational_therapist", extended, since, None
    psychologist = "psychologist" if rng.random() < 0.8 else "psychotherapist"
    yield psychologist, "short-psychotherapy", since, None
    if rng.random() < 0.6:
        yield "social_worker", None, since, None
    if team.level == 1:
        yield "nurse", None, since, None


def _physicians(plan: RegionPlan, team: Team, extended: str | None) -> Iterator[Post]:
    if not team.roster_gap:
        yield "physician", extended, team.accredited_from, None
        return
    yield "physician", extended, team.accredited_from, date(plan.year, 5, 31)
    yield "physician", extended, date(plan.year, 9, 1), None


def _physiotherapists(plan: RegionPlan, team: Team, extended: str | None, rng: np.random.Generator) -> Iterator[Post]:
    """Some physiotherapists change in the year, the new one beginning the day after."""
    leaves = date(plan.year, 1, 1) + timedelta(days=int(rng.integers(120, 330)))
    if rng.random() >= 0.3:
        yield "physiotherapist", extended, team.accredited_from, None
        return
    yield "physiotherapist", extended, team.accredited_from, leaves
    yield "physiotherapist", extended, leaves + timedelta(days=1), None
