"""Two records of the same person: find the other, look at both, link them; and undo it."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.refusal import Refusal
from samsyn.web.patients.acts.linking import link_patients, other_record, unlink_patient
from samsyn.web.patients.forms.writing import FindOtherForm, ReasonForm
from samsyn.web.patients.models import Patient
from samsyn.web.patients.views.acting import PatientActing
from samsyn.web.patients.views.patient import own_patient


class FindOther(PatientActing):
    """Which record? Asked by its number, and sent on by its opaque id: nothing is changed here."""

    action = "patient.link"
    form_class = FindOtherForm
    heading = _("Koppla till en annan post för samma person")
    submit = _("Visa båda posterna")
    lead = _("Har patienten blivit registrerad två gånger hos er? Skriv den andra postens nummer.")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Find it."""
        form = self.form(request.POST)
        if not form.is_valid():
            return self.shown(form, 422)
        try:
            other = other_record(by=self.actor, patient_id=self.subject.pk, identity=form.cleaned_data["number"])
        except Refusal as refusal:
            form.add_error(refusal.field, str(refusal.words))
            return self.shown(form, 409)
        return redirect(reverse("patients:link", args=[self.subject.pk, other]))


class Link(PatientActing):
    """Both records side by side, before they are linked."""

    action = "patient.link"
    form_class = ReasonForm
    template_name = "patients/link.html"
    heading = _("Är det samma person?")
    submit = _("Koppla ihop posterna")
    done = _("Posterna är kopplade.")
    other: Patient

    def fetch(self, patient_id: UUID, **kwargs: Any) -> Patient:
        """Both."""
        self.other = own_patient(self.actor, kwargs["other_id"])
        return super().fetch(patient_id)

    def context(self) -> dict[str, Any]:
        """Also the other."""
        return {**super().context(), "other": self.other}

    def act(self, reason: str) -> None:
        """Link."""
        link_patients(by=self.actor, kept_id=self.subject.pk, other_id=self.other.pk, reason=reason)


class Unlink(PatientActing):
    """They were two persons after all."""

    action = "patient.unlink"
    form_class = ReasonForm
    heading = _("Häv kopplingen")
    lead = _("Posten blir åter en egen post, som den var.")
    submit = _("Häv kopplingen")
    done = _("Kopplingen är hävd.")

    def perform(self, form: Form) -> str:
        """Set the record free."""
        unlink_patient(by=self.actor, patient_id=self.subject.pk, reason=form.cleaned_data["reason"])
        return reverse("patients:patient", args=[self.subject.pk])
