"""What the pages that act on a case have in common: whose case it is, and what must be said before it is shown."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from django.forms import Form
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise

from samsyn.web.audit.actor import Actor
from samsyn.web.care.contents import contents_of
from samsyn.web.care.heading import heading_of
from samsyn.web.care.models import Case
from samsyn.web.patients.models import PatientIdentity
from samsyn.web.patients.opening import Careful
from samsyn.web.people.acting import ActingView


def own_case(actor: Actor, case_id: UUID) -> Case:
    """The case with its patient, team and referral; 404 unless it is the actor's unit's."""
    numbers = PatientIdentity.at(actor).order_by("-is_main", "-valid_from", "value")
    rows = Case.at(actor).select_related("patient", "team", "responsible", "referral__from_unit")
    case: Case = get_object_or_404(rows.prefetch_related(Prefetch("patient__identities", queryset=numbers)), pk=case_id)
    return case


class CarefulCase(Careful):
    """For views about one case: the detour that its patient needs, before anything is fetched."""

    def records(self, request: HttpRequest, **kwargs: Any) -> Iterable[UUID]:
        """Whose case it is; nobody's where it is not the unit's."""
        own = Case.at(request.actor)  # type: ignore[attr-defined]
        return own.filter(pk=kwargs["case_id"]).values_list("patient_id", flat=True)


class CaseActing(CarefulCase, ActingView):
    """A form about one case, with patient and steps in sight above it; afterwards back to that part of its page."""

    template_name = "care/act.html"
    heading: Promise | str
    submit: Promise | str
    lead: Promise | str = ""
    kind: str = ""  # "danger" where the act cannot be undone
    anchor: str = ""  # the part of the case's page that the act belongs to

    subject: Case

    def fetch(self, case_id: UUID, **kwargs: Any) -> Case:
        """The unit's own case."""
        return own_case(self.actor, case_id)

    def form(self, data: Any = None) -> Form:
        """The form, made from the case as it stands."""
        return self.form_class(data, initial={"version": self.subject.version, **self.initial()}, **self.needs())

    def initial(self) -> dict[str, Any]:
        """What the form begins with."""
        return {}

    def needs(self) -> dict[str, Any]:
        """What the form is made from."""
        return {}

    def context(self) -> dict[str, Any]:
        """What the common template says."""
        contents = contents_of(self.subject)
        return {
            **heading_of(self.subject, contents),
            "contents": contents,
            "heading": self.heading,
            "submit": self.submit,
            "lead": self.lead,
            "kind": self.kind,
            "anchor": self.anchor,
        }

    def perform(self, form: Form) -> str:
        """Do the act and go back to the case."""
        self.act(**form.cleaned_data)
        return self.back()

    def back(self) -> str:
        """The part of the case's page that the act belongs to."""
        return reverse("care:case", args=[self.subject.pk]) + (f"#{self.anchor}" if self.anchor else "")

    def act(self, **told: Any) -> None:
        """Call the service with what the form says."""
        raise NotImplementedError
