"""What acting on a team of one's own unit has in common."""

from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.urls import reverse

from samsyn.web.directory.models import Team
from samsyn.web.directory.reading import teams_to_judge
from samsyn.web.people.acting import ActingView


def address_of(team: Team, anchor: str = "") -> str:
    """The page about the team, at one of its parts."""
    return reverse("directory:team", args=[team.pk]) + (f"#{anchor}" if anchor else "")


class OnOwnTeam(ActingView):
    """Acts on a team of the actor's own unit; any other gives 404."""

    def fetch(self, *, team: UUID, **rest: Any) -> Any:
        """The team."""
        return get_object_or_404(teams_to_judge(self.actor).filter(unit_id=self.actor.unit_id), pk=team)

    def context(self) -> dict[str, Any]:
        """The team by its name."""
        return {"team": self.subject, "back": address_of(self.subject)}
