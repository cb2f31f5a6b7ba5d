"""The unit's teams and who is in them, from the directory."""

from typing import Any
from uuid import UUID

import polars as pl

from samsyn.records import ROSTER, TEAMS
from samsyn.web.audit.actor import Actor
from samsyn.web.directory.models import Accreditation, RegistryConnection, TeamMember


def team_table(by: Actor, unit: str) -> pl.DataFrame:
    """A row for each approval of a team and each registry module that it has joined."""
    joined: dict[UUID, list[Any]] = {}
    for team, module, since in RegistryConnection.at(by).order_by("since").values_list("team_id", "module", "since"):
        joined.setdefault(team, []).append((module, since))
    fields = ("team_id", "team__level", "team__care_level", "first_day", "last_day")
    rows = [
        (str(team), unit, level.upper(), care_level, first, last, module, since)
        for team, level, care_level, first, last in Accreditation.at(by).order_by("first_day").values_list(*fields)
        for module, since in joined.get(team, [(None, None)])
    ]
    return pl.DataFrame(rows, schema=TEAMS.columns, orient="row").sort("team_id", "accredited_from", "nrs_module")


def roster_table(by: Actor) -> pl.DataFrame:
    """Who has been in each team, from when to when; no names."""
    fields = ("team_id", "profession", "competences", "first_day", "last_day")
    rows = [(str(team), *rest) for team, *rest in TeamMember.at(by).values_list(*fields)]
    return pl.DataFrame(rows, schema=ROSTER.columns, orient="row").sort("team_id", "profession", "from")
