"""The yearly look through what the public page says: the list of teams that are waiting, and the act."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.directory.accredited import PublicTeam, public_on, unconfirmed
from samsyn.web.directory.acts.confirmation import confirm
from samsyn.web.directory.models import Team
from samsyn.web.pages.leafing import leaf
from samsyn.web.pages.versioned import VersionForm
from samsyn.web.people.acting import ActingView
from samsyn.web.people.rights import may


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """The unit's, or the region's, teams that have not confirmed their details this year."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = unconfirmed(actor, today())
    context = {
        "page": leaf(rows, request.GET),
        "total": rows.order_by().count(),
        "may_confirm": may(actor, "team.confirm"),
        "year": today().year,
    }
    return render(request, "directory/confirmation/waiting.html", context)


class Confirm(ActingView):
    """Read what the public page says, and confirm it or go and mend it."""

    action = "team.confirm"
    form_class = VersionForm
    template_name = "directory/confirmation/confirm.html"
    done = _("Tack! Uppgifterna är bekräftade för i år.")

    def fetch(self, *, team: UUID) -> Team:
        """A team of the actor's own unit."""
        return get_object_or_404(Team.at(self.actor).select_related("unit__provider"), pk=team)

    def form(self, data: Any = None) -> VersionForm:
        """The form with the version shown."""
        return VersionForm(data, initial={"version": self.subject.version})

    def context(self) -> dict[str, Any]:
        """The public details; none where the public does not see the team."""
        found = public_on(today()).filter(pk=self.subject.pk).first()
        public = PublicTeam.of(found, today()) if found else None
        confirmed = public and public.confirmed_on and public.confirmed_on.year == today().year
        return {"team": public, "confirmed": confirmed, "year": today().year}

    def perform(self, form: Any) -> str:
        """Confirm."""
        confirm(by=self.actor, team_id=self.subject.pk, version=form.cleaned_data["version"])
        return reverse("directory:public-team", args=[self.subject.pk])
