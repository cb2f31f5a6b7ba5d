"""How many patients each team has had this year, where that will end, and whether the guideline's norm is reached."""

from dataclasses import dataclass
from datetime import date

from samsyn.adjudication import forecast
from samsyn.web.audit.actor import Actor
from samsyn.web.directory.accredited import accredited_on
from samsyn.web.directory.models import Team
from samsyn.web.directory.reading import with_volume
from samsyn.web.directory.rules import volume_condition

_READ = ("name", "level", "programme", "sort_key", "unit__name")


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
    counted = with_volume(own, actor, day).select_related("unit").only(*_READ)
    return sorted((_of(team, day) for team in counted.order_by("sort_key", "id")), key=_first)


def _of(team: Team, day: date) -> TeamVolume:
    condition = volume_condition(team.programme, team.level, day)
    norm, clause = (condition.check.patients, condition.citation.clause) if condition else (None, "")
    expected = None if team.patients is None else forecast(team.patients, team.counted_on)
    return TeamVolume(team, team.patients, team.counted_on, expected, norm, clause)


def _first(one: TeamVolume) -> tuple[int, int, str]:
    """Below the norm, then not known, then the rest; within each the lowest forecast, then by name."""
    order = {False: 0, None: 1, True: 2}[one.reaches]
    return order, one.forecast or 0, one.team.sort_key
