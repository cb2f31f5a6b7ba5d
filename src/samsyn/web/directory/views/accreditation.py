"""An approval ends early: by the region, or by the team itself."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from samsyn.web.directory.acts.accreditation import end_accreditation, withdraw_accreditation
from samsyn.web.directory.forms.decision import EndForm
from samsyn.web.directory.models import Accreditation
from samsyn.web.directory.views.of_team import address_of
from samsyn.web.people.acting import ActingView


class _End(ActingView):
    form_class = EndForm
    template_name = "directory/accreditations/end.html"

    def context(self) -> dict[str, Any]:
        """Which approval, of which team."""
        team = self.subject.team
        return {
            "team": team,
            "accreditation": self.subject,
            "back": address_of(team, "godkannanden"),
            "by_region": self.actor.at_region_office,
        }


class WithdrawAccreditation(_End):
    """The region withdraws it."""

    action = "accreditation.withdraw"
    done = _("Godkännandet är återkallat.")

    def fetch(self, *, accreditation: UUID, **rest: Any) -> Any:
        """An approval in the actor's region."""
        own = Accreditation.at(self.actor).filter(region_id=self.actor.region_id)
        return get_object_or_404(own.select_related("team__unit"), pk=accreditation)

    def perform(self, form: Form) -> str:
        """Withdraw it."""
        withdraw_accreditation(by=self.actor, accreditation=self.subject, **form.cleaned_data)
        return address_of(self.subject.team, "godkannanden")


class EndAccreditation(_End):
    """The team gives it up."""

    action = "accreditation.end"
    done = _("Godkännandet är avslutat.")

    def fetch(self, *, accreditation: UUID, **rest: Any) -> Any:
        """An approval of the actor's own unit."""
        own = Accreditation.at(self.actor).filter(unit_id=self.actor.unit_id)
        return get_object_or_404(own.select_related("team__unit"), pk=accreditation)

    def perform(self, form: Form) -> str:
        """End it."""
        end_accreditation(by=self.actor, accreditation=self.subject, **form.cleaned_data)
        return address_of(self.subject.team, "godkannanden")
