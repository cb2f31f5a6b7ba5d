"""Which roles the region's log-in gives: the region's own lines, and the standard ones after them."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.people.acting import ActingView
from samsyn.web.people.acts.commissions import add_commission, remove_commission
from samsyn.web.people.forms import CommissionForm
from samsyn.web.people.models import CommissionRole
from samsyn.web.people.oidc.mapping import STANDARD, Line, own_lines
from samsyn.web.people.role_names import ROLE_NAMES


@require_safe
def show_all(request: HttpRequest) -> HttpResponse:
    """Both lists, in the order in which they are looked at."""
    actor = _at_office(request.actor)  # type: ignore[attr-defined]
    lines = [*((line, line.id) for line in own_lines(actor.region_id)), *((line, None) for line in STANDARD)]
    return render(
        request, "people/commissions.html", {"lines": [(line, _role(line), own_id) for line, own_id in lines]}
    )


def _role(line: CommissionRole | Line) -> Any:
    return ROLE_NAMES[Role(line.role)] if line.role else _("ingen: släpps inte in")


def _at_office(actor: Actor) -> Actor:
    if not actor.at_region_office:
        raise Http404
    return actor


class Add(ActingView):
    """A new line."""

    action = "commission.add"
    form_class = CommissionForm
    template_name = "people/new_commission.html"
    done = _("Raden är sparad.")

    def fetch(self, **kwargs: Any) -> None:
        """Only at the region's office."""
        _at_office(self.actor)

    def perform(self, form: Any) -> str:
        """Do it."""
        add_commission(by=self.actor, **form.cleaned_data)
        return reverse("people:commissions")


class Remove(ActingView):
    """One line less."""

    action = "commission.remove"
    template_name = "people/sure.html"
    done = _("Raden är borttagen.")

    def fetch(self, **kwargs: Any) -> CommissionRole | None:
        """A line of one's own region, else 404; that one has just been removed is told when the form is sent."""
        line = CommissionRole.objects.filter(region_id=_at_office(self.actor).region_id, id=kwargs["line_id"]).first()
        if line is None and self.request.method != "POST":
            raise Http404
        return line

    def context(self) -> dict[str, Any]:
        """What is asked."""
        words = _("Nästa inloggning följer de rader som är kvar. Den som redan är inloggad berörs inte.")
        return {"heading": _("Ta bort raden"), "words": words, "button": _("Ta bort"), "kind": "danger"}

    def perform(self, form: Any) -> str:
        """Do it."""
        remove_commission(by=self.actor, line_id=self.kwargs["line_id"])
        return reverse("people:commissions")
