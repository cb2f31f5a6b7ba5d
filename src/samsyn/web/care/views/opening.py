"""Opening a case: on an accepted referral, or for a patient who comes without one."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View

from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.opening import AlreadyOpen, open_case, open_from_referral, own_record_id, patient_of
from samsyn.web.care.forms.about import OpenForm, VisitedForm
from samsyn.web.care.models import Case
from samsyn.web.directory.models import Team
from samsyn.web.patients.models import Patient
from samsyn.web.patients.opening import Careful, detour
from samsyn.web.patients.views.patient import own_patient
from samsyn.web.people.acting import ActingView
from samsyn.web.referrals.models import Referral
from samsyn.web.referrals.opening import CarefulLetter


class _Opening(ActingView):
    """Leads to the new case; where the patient has one already, to that."""

    done = _("Ärendet är öppnat.")
    existing: Any = None

    def context(self) -> dict[str, Any]:
        """The case that the patient has already."""
        return {"existing": self.existing}

    def perform(self, form: Form) -> str:
        """Open it, and go there."""
        try:
            case = self.open(**form.cleaned_data)
        except AlreadyOpen as refusal:
            self.existing = refusal.case_id
            raise
        return reverse("care:case", args=[case.pk])

    def open(self, **told: Any) -> Any:
        """Call the service with what the form says."""
        raise NotImplementedError


class OpenFromReferral(CarefulLetter, _Opening):
    """The patient has come on the first visit."""

    action = "referral.open-case"
    form_class = VisitedForm
    template_name = "care/open_from_referral.html"
    subject: Referral

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """The detour of the letter; then that of the unit's own record of whom it is about, if it has one."""
        letters = Referral.received_at(request.actor)  # type: ignore[attr-defined]
        numbers = letters.filter(pk=kwargs["referral_id"]).values_list("number", flat=True)
        own = [own_record_id(number, by=request.actor) for number in numbers]  # type: ignore[attr-defined]
        self.turned_to = detour(request, *filter(None, own))
        if self.turned_to:
            View.setup(self, request, *args, **kwargs)
        else:
            super().setup(request, *args, **kwargs)

    def fetch(self, referral_id: UUID, **kwargs: Any) -> Referral:
        """The letter that the unit has received."""
        letters = Referral.received_at(self.actor).select_related("team", "from_unit")
        found: Referral = get_object_or_404(letters, pk=referral_id)
        return found

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form; where the letter has led to a case already, that case."""
        opened = Case.at(self.actor).filter(referral=self.subject).values_list("pk", flat=True).first()
        return redirect("care:case", opened) if opened else super().get(request, *args, **kwargs)

    def form(self, data: Any = None) -> Form:
        """The booked day, if it has come."""
        booked = self.subject.visit_on
        day = booked if booked and booked <= today() else today()
        return VisitedForm(data, initial={"version": self.subject.version, "opened_on": day})

    def context(self) -> dict[str, Any]:
        """Also the letter, and the unit's own record."""
        own = patient_of(self.subject, by=self.actor)
        return {
            **super().context(),
            "referral": self.subject,
            "patient": own,
            "named_otherwise": own and own.name.casefold() != self.subject.name.casefold(),
        }

    def open(self, **told: Any) -> Any:
        """On the letter."""
        return open_from_referral(by=self.actor, referral_id=self.subject.pk, **told)


class Open(Careful, _Opening):
    """For a patient without a referral: with a reason."""

    action = "case.open"
    template_name = "care/open.html"
    subject: Patient

    def fetch(self, patient_id: UUID, **kwargs: Any) -> Patient:
        """The unit's own patient."""
        return own_patient(self.actor, patient_id)

    def allowed_now(self) -> bool:
        """A record that is linked to another is not used; a unit without a team opens nothing."""
        return not self.subject.same_as_id and self._teams().exists()

    def form(self, data: Any = None) -> Form:
        """With the unit's teams."""
        teams = [(str(team.pk), f"{team.name}, {team.level}") for team in self._teams()]
        return OpenForm(data, teams=teams, initial={"opened_on": today()})

    def context(self) -> dict[str, Any]:
        """Also whose case, and whether there is a team."""
        return {**super().context(), "patient": self.subject, "has_team": self._teams().exists()}

    def open(self, team: str, **told: Any) -> Any:
        """Without a letter."""
        chosen = self._teams().filter(pk=team).first()
        if chosen is None:
            raise Refusal(_("Teamet finns inte längre. Välj ett annat."), field="team")
        return open_case(by=self.actor, patient=self.subject, team=chosen, **told)

    def _teams(self) -> Any:
        return Team.at(self.actor).filter(unit_id=self.actor.unit_id).order_by("sort_key", "level", "id")
