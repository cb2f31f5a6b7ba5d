"""Registering a team, and keeping its contact details."""

from typing import Any

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samsyn.web.directory.acts.team import change_team, register_team
from samsyn.web.directory.forms.team import ChangeTeamForm, NewTeamForm
from samsyn.web.directory.views.of_team import OnOwnTeam, address_of
from samsyn.web.organisations.models import Region
from samsyn.web.people.acting import ActingView


class RegisterTeam(ActingView):
    """A new team of the unit."""

    action = "team.register"
    template_name = "directory/teams/new.html"
    done = _("Teamet är registrerat. Lägg till dem som arbetar i det.")

    def form(self, data: Any = None) -> Form:
        """Levels are those of the region's guidelines."""
        region = Region.objects.get(pk=self.actor.region_id)
        return NewTeamForm(data, programmes=region.programmes)

    def context(self) -> dict[str, Any]:
        """Where to go if one changes one's mind."""
        return {"back": reverse("directory:teams")}

    def perform(self, form: Form) -> str:
        """Register it, and go to its page."""
        return address_of(register_team(by=self.actor, **form.facts()))  # type: ignore[attr-defined]


class ChangeTeam(OnOwnTeam):
    """Other contact details."""

    action = "team.change"
    template_name = "directory/teams/change.html"
    done = _("Uppgifterna är sparade.")

    def form(self, data: Any = None) -> Form:
        """Filled with what is registered."""
        return ChangeTeamForm.of(self.subject, data)

    def perform(self, form: Form) -> str:
        """Keep them."""
        return address_of(change_team(by=self.actor, team=self.subject, **form.cleaned_data))
