"""Contacts about work, the registry, the end without completion, and taking responsibility."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.clock import today
from samsyn.web.care.acts.contacting import contact_work
from samsyn.web.care.acts.ending import end_case
from samsyn.web.care.acts.registry import register_in_registry
from samsyn.web.care.acts.taking import take_case
from samsyn.web.care.contents import current
from samsyn.web.care.forms.about import ContactForm, EndForm, RegistryForm
from samsyn.web.care.models import RegistryEntry
from samsyn.web.care.views.acting import CaseActing
from samsyn.web.pages.versioned import VersionForm


class ContactWork(CaseActing):
    """A contact with employer, employment service or others."""

    action = "case.contact-work"
    form_class = ContactForm
    heading = _("Kontakt om arbete")
    lead = _("Samordnande kontakt om patientens arbete, med arbetsgivare, Arbetsförmedlingen eller andra.")
    submit = _("Spara kontakten")
    done = _("Kontakten är sparad.")
    anchor = "arbete"

    def needs(self) -> dict[str, Any]:
        """The case and the day, whose guideline has the codes."""
        return {"case": self.subject, "day": today()}

    def initial(self) -> dict[str, Any]:
        """Today."""
        return {"day": today()}

    def act(self, **told: Any) -> None:
        """Write it down."""
        contact_work(by=self.actor, case_id=self.subject.pk, **told)


class RegisterInRegistry(CaseActing):
    """Information, objection, registration: one entry that is filled in as it happens."""

    action = "case.register-nrs"
    form_class = RegistryForm
    heading = _("Smärtregistret (NRS)")
    lead = _(
        "Patienten informeras först. Den som motsätter sig registreras inte; är patienten redan registrerad ska "
        "uppgifterna tas bort ur registret."
    )
    submit = _("Spara")
    done = _("Uppgiften om registret är sparad.")
    anchor = "register"

    def needs(self) -> dict[str, Any]:
        """The case, whose programme has the modules."""
        return {"case": self.subject}

    def initial(self) -> dict[str, Any]:
        """As it is known; the informed day is today until it is."""
        entries = current(self.subject, RegistryEntry)
        if not entries:
            return {"informed_on": today()}
        return {name: getattr(entries[-1], name) for name in ("informed_on", "objected", "module", "registered_on")}

    def act(self, **told: Any) -> None:
        """Write it down."""
        register_in_registry(by=self.actor, case_id=self.subject.pk, **told)


class End(CaseActing):
    """The case ends without completion."""

    action = "case.end"
    form_class = EndForm
    template_name = "care/end.html"
    heading = _("Avsluta ärendet utan slutförd behandling")
    submit = _("Avsluta ärendet")
    kind = "danger"
    done = _("Ärendet är avslutat.")
    anchor = "avslut"

    def initial(self) -> dict[str, Any]:
        """Today."""
        return {"day": today()}

    def act(self, **told: Any) -> None:
        """End it."""
        end_case(by=self.actor, case_id=self.subject.pk, **told)


class Take(CaseActing):
    """From now on the reader is responsible."""

    action = "case.take"
    form_class = VersionForm
    heading = _("Ta ansvar för ärendet")
    lead = _("Du står som ansvarig, och ärendet kommer med bland ”mina”. Alla på enheten kan fortfarande arbeta i det.")
    submit = _("Ta ansvar")
    done = _("Du är nu ansvarig för ärendet.")

    def act(self, **told: Any) -> None:
        """Take it."""
        take_case(by=self.actor, case_id=self.subject.pk, **told)
