"""What the pages that change a record have in common."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.urls import reverse
from django.utils.functional import Promise

from samsyn.web.patients.models import Patient
from samsyn.web.patients.opening import Careful
from samsyn.web.patients.views.patient import own_patient
from samsyn.web.people.acting import ActingView


class PatientActing(Careful, ActingView):
    """A form about one record, which stays in sight above it; afterwards back to the record."""

    template_name = "patients/act.html"
    heading: Promise
    submit: Promise
    lead: Promise | str = ""

    subject: Patient

    def fetch(self, patient_id: UUID, **kwargs: Any) -> Patient:
        """The actor's own record."""
        return own_patient(self.actor, patient_id)

    def form(self, data: Any = None) -> Form:
        """The form, made from the record as it stands."""
        return self.form_class(data, initial={"version": self.subject.version, **self.initial()})

    def initial(self) -> dict[str, Any]:
        """What the form begins with."""
        return {}

    def context(self) -> dict[str, Any]:
        """What the common template says."""
        return {"patient": self.subject, "heading": self.heading, "submit": self.submit, "lead": self.lead}

    def perform(self, form: Form) -> str:
        """Do the act and go back to the record."""
        self.act(**form.cleaned_data)
        return reverse("patients:patient", args=[self.subject.pk])

    def act(self, **told: Any) -> None:
        """Call the service with what the form says."""
        raise NotImplementedError
