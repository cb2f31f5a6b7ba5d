"""The care units of a region, those with pain rehabilitation first."""

from typing import Final

from samsyn.extracts.synthetic.plan import RegionPlan
from samsyn.extracts.synthetic.teams import Team
from samsyn.extracts.synthetic.vocabulary import UNIT_PREFIX

_MOST_ORDINARY: Final = 500


def unit_ids(plan: RegionPlan, teams: tuple[Team, ...]) -> tuple[list[str], int]:
    """All units' HSA-style ids, and how many of them, from the first, have teams."""
    with_team = 1 + max(team.unit for team in teams)
    count = with_team + min(_MOST_ORDINARY, 10 + plan.contacts // 10_000)
    numbers = plan.stream("units").choice(90_000, count, replace=False) + 1000
    return [f"{UNIT_PREFIX}{number:012d}" for number in numbers], with_team


def written_units(ids: list[str], with_team: int) -> list[str]:
    """The ids as contacts write them: those with teams, the same in lower case, then the ordinary ones."""
    return ids[:with_team] + [each.lower() for each in ids[:with_team]] + ids[with_team:]
