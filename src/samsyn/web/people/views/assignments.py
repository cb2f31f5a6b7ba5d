"""Giving and ending assignments."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samsyn.web.people.acting import ActingView
from samsyn.web.people.acts.assignments import end_assignment, give_assignment
from samsyn.web.people.forms import AssignmentForm, EndForm
from samsyn.web.people.within import assignments_within, users_within


class Give(ActingView):
    """One more assignment for a person within reach."""

    action = "assignment.give"
    template_name = "people/give_assignment.html"
    done = _("Uppdraget är sparat.")

    def fetch(self, **kwargs: Any) -> Any:
        """The person."""
        return get_object_or_404(users_within(self.actor), id=kwargs["user_id"])

    def form(self, data: Any = None) -> AssignmentForm:
        """With the units within reach."""
        return AssignmentForm(data, by=self.actor)

    def perform(self, form: Any) -> str:
        """Do it."""
        give_assignment(by=self.actor, user=self.subject, **form.cleaned_data)
        return reverse("people:user", args=[self.subject.id])


class End(ActingView):
    """End an assignment at a unit within reach."""

    action = "assignment.end"
    form_class = EndForm
    template_name = "people/end_assignment.html"
    done = _("Uppdraget är avslutat.")

    def fetch(self, **kwargs: Any) -> Any:
        """The assignment, with the person and the unit."""
        within = assignments_within(self.actor).select_related("user", "unit")
        return get_object_or_404(within, id=kwargs["assignment_id"])

    def perform(self, form: Any) -> str:
        """Do it."""
        end_assignment(by=self.actor, assignment=self.subject, **form.cleaned_data)
        return reverse("people:user", args=[self.subject.user_id])
