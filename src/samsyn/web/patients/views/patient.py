"""The page of one patient."""

from uuid import UUID

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views import View

from samsyn.web.audit.actor import Actor
from samsyn.web.patients.history import history_of
from samsyn.web.patients.models import Patient, PatientIdentity
from samsyn.web.patients.opening import Careful
from samsyn.web.people.rights import ACTIONS, may


def own_patient(actor: Actor, patient_id: UUID) -> Patient:
    """The record with its numbers, the one in use first; 404 unless it is the actor's unit's."""
    numbers = PatientIdentity.at(actor).order_by("-is_main", "-valid_from", "value")
    rows = Patient.at(actor).prefetch_related(Prefetch("identities", queryset=numbers))
    return get_object_or_404(rows, pk=patient_id)


class PatientPage(Careful, View):
    """Everything about one record on one page."""

    def get(self, request: HttpRequest, patient_id: UUID) -> HttpResponse:
        """Show it."""
        actor: Actor = request.actor  # type: ignore[attr-defined]
        patient = own_patient(actor, patient_id)
        context = {
            "patient": patient,
            "linked": _linked(actor, patient),
            "history": history_of(patient, actor),
            "may_see_cases": may(actor, "case.see"),
            "may": {action.partition(".")[2].replace("-", "_"): may(actor, action, patient.state) for action in _ACTS},
        }
        return render(request, "patients/patient.html", context)


_ACTS = [action for action in ACTIONS if action.startswith("patient.")]


def _linked(actor: Actor, patient: Patient) -> list[Patient]:
    """Records of the same person: protected as this one is, which has then been opened with a reason."""
    numbers = Prefetch("identities", queryset=PatientIdentity.at(actor).filter(is_main=True))
    rows = Patient.at(actor).filter(same_as=patient.pk).order_by("registered_at", "pk")
    return list(rows.prefetch_related(numbers))
