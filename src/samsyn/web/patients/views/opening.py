"""Saying that reading is logged; opening a protected record."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from samsyn.web.patients.forms.writing import OpenForm
from samsyn.web.patients.models import Patient
from samsyn.web.patients.opening import has_been_told, open_record, remember_told
from samsyn.web.people.acting import ActingView


def notice(request: HttpRequest) -> HttpResponse:
    """Say that each patient shown is logged; go on to where the reader was going."""
    going_to = _next(request, reverse("patients:list"))
    if request.method == "POST":
        remember_told(request)
        return redirect(going_to)
    return render(request, "patients/notice.html", {"next": going_to, "told": has_been_told(request)})


class OpenProtected(ActingView):
    """Ask why, before a protected person's record is opened. Nothing of the record is loaded here."""

    action = "patient.open-protected"
    form_class = OpenForm
    template_name = "patients/open_protected.html"

    def fetch(self, patient_id: UUID, **kwargs: Any) -> None:
        """404 unless the actor's unit has the record."""
        if not Patient.at(self.actor).filter(pk=patient_id).exists():
            raise Http404

    def context(self) -> dict[str, Any]:
        """Where to go afterwards."""
        return {"next": self._going_to()}

    def perform(self, form: Form) -> str:
        """Keep the reason; the reads that follow are logged with it."""
        open_record(self.request, self.kwargs["patient_id"], form.cleaned_data["reason"])
        return self._going_to()

    def _going_to(self) -> str:
        return _next(self.request, reverse("patients:patient", args=[self.kwargs["patient_id"]]))


def _next(request: HttpRequest, otherwise: str) -> str:
    """The page of ours that the reader was going to."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    own = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if own else otherwise
