"""Teams with accreditations, and directives, made in one line each."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from samsyn.web.directory.models import Accreditation, Directive, Team
from samsyn.web.organisations.models import Provider, Unit

DAY = date(2019, 10, 31)
"""The day on which the tests' clock stands still."""
TeamAt = Callable[..., Team]


def accredited(team: Team, first: date, last: date | None = None) -> Accreditation:
    return Accreditation.across_units.create(
        team=team, unit_id=team.unit_id, region_id=team.region_id, first_day=first, last_day=last
    )


@pytest.fixture
def team_at() -> TeamAt:
    """A team at the unit, accredited for the periods given: [(first, last)]."""

    def make(unit: Unit, name: str = "Smärtteamet", periods: Any = (), level: str = "MMR1", **more: Any) -> Team:
        more = {"published": bool(periods), "care_level": "primary", "programme": "vgr-mmr", **more}
        team = Team(unit=unit, region_id=unit.region_id, name=name, level=level, **more)
        team.save(force_insert=True)
        for first, last in periods:
            accredited(team, first, last)
        return team

    return make


THIS_YEAR = [(date(2019, 1, 1), None)]


@pytest.fixture
def directive_to() -> Callable[..., Directive]:
    """A directive to the provider, as it stands in the database."""

    def make(provider: Provider, state: str = "issued", **more: Any) -> Directive:
        values = {
            "reference": "HS 2019-00339", "guideline_id": "vgr-mmr-2019", "level": "MMR2",
            "first_day": date(2019, 1, 1), "last_day": date(2019, 12, 31), "amount_ore": 5_500_000,
            "product_code": "90158", "buyer_reference": "6080002",
        }  # fmt: skip
        return Directive.across_units.create(
            provider=provider, region_id=provider.region_id, state=state, **(values | more)
        )

    return make
