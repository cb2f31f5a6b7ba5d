"""Who works in a team, and which registry it has joined."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.clock import today
from samsyn.web.directory.acts.roster import add_member, change_member, end_member, join_registry
from samsyn.web.directory.forms.roster import EndMemberForm, MemberForm, RegistryForm
from samsyn.web.directory.models import TeamMember
from samsyn.web.directory.views.of_team import OnOwnTeam, address_of
from samsyn.web.people.acting import ActingView


class AddMember(OnOwnTeam):
    """Someone comes to the team."""

    action = "team.add-member"
    template_name = "directory/roster/add.html"
    done = _("Personen är tillagd. Se under Kontroll om något ännu saknas.")

    def form(self, data: Any = None) -> Form:
        """The professions and competences that count."""
        return MemberForm(data, team=self.subject)

    def perform(self, form: Form) -> str:
        """Add the person."""
        add_member(by=self.actor, team=self.subject, **form.cleaned_data)
        return address_of(self.subject, "bemanning")


class _OnOwnMember(ActingView):
    """Acts on a person's place in a team of the actor's own unit."""

    def fetch(self, *, team: UUID, member: UUID, **rest: Any) -> Any:
        """The place, in that team."""
        own = TeamMember.at(self.actor).filter(unit_id=self.actor.unit_id, team_id=team)
        return get_object_or_404(own.select_related("team__unit"), pk=member)

    def context(self) -> dict[str, Any]:
        """Whose place, in which team."""
        team = self.subject.team
        return {"team": team, "member": self.subject, "back": address_of(team, "bemanning")}


class ChangeMember(_OnOwnMember):
    """What is registered was wrong."""

    action = "team.change-member"
    template_name = "directory/roster/change.html"
    done = _("Uppgifterna är rättade.")

    def form(self, data: Any = None) -> Form:
        """Filled with what is registered."""
        return MemberForm(data, team=self.subject.team, member=self.subject)

    def perform(self, form: Form) -> str:
        """Correct it."""
        change_member(by=self.actor, member=self.subject, **form.cleaned_data)
        return address_of(self.subject.team, "bemanning")


class EndMember(_OnOwnMember):
    """Someone leaves the team."""

    action = "team.end-member"
    template_name = "directory/roster/end.html"
    form_class = EndMemberForm
    done = _("Sista dagen är registrerad. Meddela regionen om bemanningen ändras.")

    def form(self, data: Any = None) -> Form:
        """Today, if nothing else is said."""
        return EndMemberForm(data, initial={"last_day": today()})

    def perform(self, form: Form) -> str:
        """Register the last day."""
        end_member(by=self.actor, member=self.subject, **form.cleaned_data)
        return address_of(self.subject.team, "bemanning")


class JoinRegistry(OnOwnTeam):
    """The team has joined a module of the registry."""

    action = "team.join-registry"
    template_name = "directory/roster/registry.html"
    done = _("Anslutningen är registrerad.")

    def form(self, data: Any = None) -> Form:
        """The modules that the guidelines know."""
        return RegistryForm(data, team=self.subject)

    def perform(self, form: Form) -> str:
        """Register it."""
        join_registry(by=self.actor, team=self.subject, **form.cleaned_data)
        return address_of(self.subject, "register")
