"""Writing a letter: choose the team with the patient, write the draft, change it."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views import View

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.directory.accredited import PublicTeam, matching
from samsyn.web.directory.levels import meanings_on
from samsyn.web.pages.leafing import leaf
from samsyn.web.patients.models import Patient
from samsyn.web.patients.opening import Careful
from samsyn.web.patients.views.patient import own_patient
from samsyn.web.people.acting import ActingView
from samsyn.web.referrals.acts.holding import Side
from samsyn.web.referrals.acts.writing import change_draft, write_draft
from samsyn.web.referrals.choosing import closed_programmes, open_teams
from samsyn.web.referrals.forms.choosing import TeamSearch
from samsyn.web.referrals.forms.letter import ChangeLetterForm, LetterForm, sections
from samsyn.web.referrals.views.acting import LetterActing, address_of

_A_PAGE = 20


class ChooseTeam(Careful, View):
    """The teams that the patient can choose among, with what is public of each."""

    def get(self, request: HttpRequest, patient_id: UUID) -> HttpResponse:
        """Show them."""
        actor: Actor = request.actor  # type: ignore[attr-defined]
        day, teams = today(), open_teams(actor, today())
        form = TeamSearch(request.GET, levels=sorted(set(teams.order_by().values_list("level", flat=True))))
        found = matching(teams, **form.filters()) if form.is_valid() else teams.none()
        page = leaf(found, request.GET, size=_A_PAGE)
        context = {
            "patient": own_patient(actor, patient_id),
            "form": form,
            "page": page,
            "teams": [PublicTeam.of(team, day) for team in page.rows],
            "total": found.order_by().values("pk").count(),
            "closed": closed_programmes(actor, day),
            "levels": [each for each in meanings_on(day) if teams.filter(level=each.level).exists()],
        }
        return render(request, "referrals/choose.html", context)


class Write(Careful, ActingView):
    """A new letter about a patient to the team that was chosen: saved as a draft."""

    action = "referral.write"
    template_name = "referrals/write.html"
    done = _("Utkastet är sparat. Det är inte skickat: läs kontrollen först.")

    subject: Patient

    def fetch(self, patient_id: UUID, **kwargs: Any) -> Patient:
        """The unit's own patient."""
        return own_patient(self.actor, patient_id)

    def form(self, data: Any = None) -> Form:
        """With the chosen team."""
        return LetterForm(data, by=self.actor, patient=self.subject, initial={"team": self.kwargs["team_id"]})

    def context(self) -> dict[str, Any]:
        """Whom it is about."""
        return {"patient": self.subject}

    def shown(self, form: Form, status: int) -> HttpResponse:
        """The form in its parts."""
        context = {"form": form, "sections": sections(form), **self.context()}
        return render(self.request, self.template_name, context, status=status)

    def perform(self, form: Form) -> str:
        """Save it, and show what the letter lacks."""
        return address_of(write_draft(by=self.actor, patient_id=self.subject.pk, **form.said()))  # type: ignore[attr-defined]


class Change(LetterActing):
    """The draft, written anew."""

    action, side = "referral.change", Side.WRITER
    template_name = "referrals/change.html"
    heading, submit = _("Ändra utkastet"), _("Spara utkastet")
    done = _("Utkastet är sparat. Det är inte skickat.")

    def form(self, data: Any = None) -> Form:
        """As it stands."""
        patient = own_patient(self.actor, self.subject.patient_id)
        return ChangeLetterForm.of(self.subject, data, by=self.actor, patient=patient)

    def shown(self, form: Form, status: int) -> HttpResponse:
        """The form in its parts."""
        context = {"form": form, "sections": sections(form), "allowed_now": self.allowed_now(), **self.context()}
        return render(self.request, self.template_name, context, status=status)

    def perform(self, form: Form) -> str:
        """Save it."""
        version = form.cleaned_data["version"]
        change_draft(by=self.actor, referral_id=self.subject.pk, version=version, **form.said())  # type: ignore[attr-defined]
        return address_of(self.subject)
