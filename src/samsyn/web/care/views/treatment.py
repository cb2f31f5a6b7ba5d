"""Conferences, hours, pauses, and the copy to the health centre: one form each."""

from datetime import timedelta
from typing import Any

from django.forms import Form
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.clock import today
from samsyn.web.care.acts.conferring import confer
from samsyn.web.care.acts.copying import send_copy
from samsyn.web.care.acts.hours import note_hours
from samsyn.web.care.acts.pausing import pause, resume
from samsyn.web.care.contents import current
from samsyn.web.care.forms.treatment import ConferenceForm, CopyForm, HoursForm, PauseForm, ResumeForm
from samsyn.web.care.models import Goal
from samsyn.web.care.views.acting import CaseActing


class Confer(CaseActing):
    """A team conference, with each goal's result in the same form."""

    action = "case.confer"
    form_class = ConferenceForm
    heading = _("Registrera teamkonferens")
    submit = _("Spara konferensen")
    done = _("Teamkonferensen är sparad.")
    anchor = "konferenser"

    def form(self, data: Any = None) -> Form:
        """With the goals that stand."""
        return ConferenceForm(data, goals=current(self.subject, Goal, "due_on"), initial={"day": today()})

    def perform(self, form: Form) -> str:
        """Save the conference and the follow-ups."""
        told = form.told()  # type: ignore[attr-defined]
        confer(by=self.actor, case_id=self.subject.pk, results=form.results(), **told)  # type: ignore[attr-defined]
        return self.back()


class NoteHours(CaseActing):
    """Why the hours lie beside the norm."""

    action = "case.note-hours"
    form_class = HoursForm
    heading = _("Skäl till att timmarna avviker")
    submit = _("Spara skälet")
    done = _("Skälet är sparat.")
    anchor = "timmar"

    def form(self, data: Any = None) -> Form:
        """Only the reason."""
        return HoursForm(data)

    def act(self, **told: Any) -> None:
        """Save."""
        note_hours(by=self.actor, case_id=self.subject.pk, **told)


class BreakOff(CaseActing):
    """The treatment is broken off for a time."""

    action = "case.pause"
    form_class = PauseForm
    heading = _("Gör uppehåll")
    submit = _("Gör uppehåll")
    lead = _(
        "Ett uppehåll delar aldrig behandlingen: när patienten kommer tillbaka fortsätter samma behandlingsserie, "
        "hur länge uppehållet än varar."
    )
    done = _("Uppehållet är registrerat.")
    anchor = "uppehall"

    def initial(self) -> dict[str, Any]:
        """From today."""
        return {"first_day": today()}

    def act(self, **told: Any) -> None:
        """Pause."""
        pause(by=self.actor, case_id=self.subject.pk, **told)


class Resume(CaseActing):
    """The treatment goes on."""

    action = "case.resume"
    form_class = ResumeForm
    heading = _("Återuppta behandlingen")
    submit = _("Återuppta behandlingen")
    lead = _("Behandlingen fortsätter som samma serie. Registrera nästa besök när patienten har varit här.")
    done = _("Behandlingen är återupptagen.")
    anchor = "besok"

    def initial(self) -> dict[str, Any]:
        """Until yesterday, or the pause's only day: who comes back today is here today."""
        yesterday = today() - timedelta(days=1)
        return {"last_day": max(self.subject.paused_on or yesterday, yesterday)}

    def act(self, **told: Any) -> None:
        """Resume."""
        resume(by=self.actor, case_id=self.subject.pk, **told)


class SendCopy(CaseActing):
    """The copy of the record, if the patient agrees."""

    action = "case.send-copy"
    form_class = CopyForm
    heading = _("Kopia till vårdcentralen")
    submit = _("Spara")
    lead = _("Registrera patientens svar, och när kopian skickades. Samsyn skickar den inte.")
    done = _("Uppgiften om kopian är sparad.")
    anchor = "kopia"

    def initial(self) -> dict[str, Any]:
        """To who referred the patient, today."""
        referral = self.subject.referral
        return {"to_whom": referral.from_unit.name if referral else "", "sent_on": today()}

    def act(self, **told: Any) -> None:
        """Save."""
        send_copy(by=self.actor, case_id=self.subject.pk, **told)
