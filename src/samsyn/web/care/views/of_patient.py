"""A patient's cases at the unit, and the way to a new one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import View

from samsyn.web.audit.actor import Actor
from samsyn.web.care.models import Case
from samsyn.web.patients.opening import Careful
from samsyn.web.patients.views.patient import own_patient


class CasesOfPatient(Careful, View):
    """The latest first; those of linked records too, for it is the same person."""

    def get(self, request: HttpRequest, patient_id: UUID) -> HttpResponse:
        """Show them."""
        actor: Actor = request.actor  # type: ignore[attr-defined]
        patient = own_patient(actor, patient_id)
        same = [patient.pk, *patient.linked.values_list("pk", flat=True)]
        cases = Case.at(actor).filter(patient__in=same).select_related("team", "responsible")
        context = {"patient": patient, "cases": list(cases.order_by("-opened_on", "-serial"))}
        return render(request, "care/of_patient.html", context)
