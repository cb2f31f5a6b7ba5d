"""How many patients each team has had this year, where that will end, and whether the guideline's norm is reached."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from samsyn.adjudication import forecast
from samsyn.guidelines import Condition, checks
from samsyn.web.audit.actor import Actor
from samsyn.web.directory.accredited import accredited_on
from samsyn.web.directory.models import Team, Volume
from samsyn.web.directory.rules import guideline_on


@dataclass(frozen=True)
class TeamVolume:
    """One team's year so far. The count is the unit's at the level: two teams there share it (the rule says so)."""

    team: Team
    patients: int | None  # None: nothing has been loaded
    counted_on: date | None
    forecast: int | None
    norm: int | None  # None: the guideline has no such condition, or none is in force
    clause: str

    @property
    def reaches(self) -> bool | None:
        """Whether the forecast reaches the norm; None where either is unknown."""
        return None if self.forecast is None or self.norm is None else self.forecast >= self.norm

    @property
    def has_reached(self) -> bool:
        """Whether the norm is reached already."""
        return self.patients is not None and self.norm is not None and self.patients >= self.norm


def team_volumes(actor: Actor, day: date) -> list[TeamVolume]:
    """Of the actor's teams that are accredited on the day: those below the norm first, the lowest forecast first."""
    own = Team.at(actor).filter(pk__in=accredited_on(day).values("pk"))
    found = [_of(team, day) for team in _counted(own, Volume.at(actor), day)]
    return sorted(found, key=_first)


def _counted(teams: "QuerySet[Team]", volumes: "QuerySet[Volume]", day: date) -> "QuerySet[Team]":
    """The teams, each with the year's latest count on or before the day, in one query."""
    own = volumes.filter(unit=OuterRef("unit"), level=OuterRef("level"), year=day.year, counted_on__lte=day)
    counts = own.order_by("-counted_on")
    counted = teams.annotate(
        patients=Subquery(counts.values("patients")[:1]), counted_on=Subquery(counts.values("counted_on")[:1])
    )
    own_words = ("name", "level", "programme", "sort_key", "unit__name")
    return counted.select_related("unit").only(*own_words).order_by("sort_key", "id")


def _of(team: Team, day: date) -> TeamVolume:
    condition = _condition(team, day)
    norm, clause = norm_of(team, day), condition.citation.clause if condition else ""
    expected = None if team.patients is None else forecast(team.patients, team.counted_on)
    return TeamVolume(team, team.patients, team.counted_on, expected, norm, clause)


def norm_of(team: Team, day: date) -> int | None:
    """The patients a year that the guideline in force asks for; None where there is no such condition."""
    found = _condition(team, day)
    return found.check.patients if found else None


def _condition(team: Team, day: date) -> Condition | None:
    guideline = guideline_on(team.programme, team.level, day)
    conditions = guideline.team_conditions if guideline else ()
    return next((each for each in conditions if isinstance(each.check, checks.Volume)), None)


def _first(one: TeamVolume) -> tuple[int, int, str]:
    """Below the norm, then not known, then the rest; within each the lowest forecast, then by name."""
    order = {False: 0, None: 1, True: 2}[one.reaches]
    return order, one.forecast or 0, one.team.sort_key
