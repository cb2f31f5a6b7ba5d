"""Registering a patient, and putting right what is written."""

from typing import Any

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samsyn.web.patients.acts.correcting import correct_patient
from samsyn.web.patients.acts.numbering import AlreadyRegistered
from samsyn.web.patients.acts.registering import Told, register_patient
from samsyn.web.patients.forms.writing import CorrectForm, RegisterForm
from samsyn.web.patients.opening import Careful
from samsyn.web.patients.views.acting import PatientActing
from samsyn.web.people.acting import ActingView


class Register(Careful, ActingView):
    """A new patient; where the unit has the number already, a link to that record."""

    action = "patient.register"
    form_class = RegisterForm
    template_name = "patients/register.html"
    done = _("Patienten är registrerad.")
    existing: Any = None

    def context(self) -> dict[str, Any]:
        """The record that has the number."""
        return {"existing": self.existing}

    def perform(self, form: Form) -> str:
        """Register, and go to the record."""
        try:
            patient = register_patient(by=self.actor, identity=form.cleaned_data["number"], told=form.told())
        except AlreadyRegistered as refusal:
            self.existing = refusal.patient_id
            raise
        return reverse("patients:patient", args=[patient.pk])


class Correct(PatientActing):
    """The name, and what the number does not tell."""

    action = "patient.correct"
    heading = _("Rätta uppgifter")
    submit = _("Spara")
    done = _("Uppgifterna är rättade.")

    def form(self, data: Any = None) -> Form:
        """The form has only what the number leaves open."""
        return CorrectForm(self.subject, data)

    def perform(self, form: Form) -> str:
        """Correct what was asked for; the rest stays as it is."""
        kept = Told(self.subject.given_name, self.subject.family_name, self.subject.birth_date, self.subject.sex)
        told = Told(**{**vars(kept), **vars_told(form)})
        correct_patient(by=self.actor, patient_id=self.subject.pk, version=form.cleaned_data["version"], told=told)
        return reverse("patients:patient", args=[self.subject.pk])


def vars_told(form: Form) -> dict[str, Any]:
    """What the form asked for and got, without its version."""
    return {field: value for field, value in form.cleaned_data.items() if field != "version"}
