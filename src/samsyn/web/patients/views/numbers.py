"""Another number, or one taken away."""

from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.clock import today
from samsyn.web.patients.acts.numbering import AlreadyRegistered, give_number, withdraw_number
from samsyn.web.patients.forms.writing import GiveNumberForm, WithdrawNumberForm
from samsyn.web.patients.models import Patient
from samsyn.web.patients.views.acting import PatientActing


class GiveNumber(PatientActing):
    """A samordningsnummer that became a personnummer; a reserve number whose person is now known."""

    action = "patient.give-number"
    form_class = GiveNumberForm
    template_name = "patients/give_number.html"
    heading = _("Lägg till eller byt nummer")
    submit = _("Spara numret")
    done = _("Numret är sparat.")
    existing: Any = None

    def initial(self) -> dict[str, Any]:
        """From today."""
        return {"valid_from": today()}

    def context(self) -> dict[str, Any]:
        """Also the record that has the number, if it is another."""
        return {**super().context(), "existing": self.existing}

    def act(self, number: Any, **told: Any) -> None:
        """Give it."""
        try:
            give_number(by=self.actor, patient_id=self.subject.pk, identity=number, **told)
        except AlreadyRegistered as refusal:
            self.existing = refusal.patient_id if refusal.patient_id != self.subject.pk else None
            raise


class WithdrawNumber(PatientActing):
    """A number that was never the person's."""

    action = "patient.withdraw-number"
    form_class = WithdrawNumberForm
    template_name = "patients/withdraw_number.html"
    heading = _("Ta bort ett felregistrerat nummer")
    submit = _("Ta bort numret")
    done = _("Numret är borttaget.")

    def fetch(self, patient_id: UUID, **kwargs: Any) -> Patient:
        """The record; 404 unless the number is one of its own. One just taken away is told of when the form is sent."""
        patient = super().fetch(patient_id)
        self.number = next((each for each in patient.identities.all() if each.pk == kwargs["identity_id"]), None)
        if self.number is None and self.request.method != "POST":
            raise Http404
        return patient

    def context(self) -> dict[str, Any]:
        """Also the number."""
        return {**super().context(), "number": self.number}

    def act(self, **told: Any) -> None:
        """Take it away."""
        withdraw_number(by=self.actor, patient_id=self.subject.pk, identity_id=self.kwargs["identity_id"], **told)
