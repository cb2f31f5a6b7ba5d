"""The closing page: what is checked, what remains, who closes, and at which unit."""

from typing import Any

from django.forms import Form
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from samsyn.guidelines import Role as CodeRole
from samsyn.web.audit.clock import today
from samsyn.web.care.acts.completing import complete, denied_by, fingerprint
from samsyn.web.care.contents import contents_of
from samsyn.web.care.forms.treatment import CompleteForm
from samsyn.web.care.judging import Checks, checks_of
from samsyn.web.care.proposing import code_in_words, propose_completion
from samsyn.web.care.treatment import treatment_of
from samsyn.web.care.views.acting import CaseActing


class Complete(CaseActing):
    """Close the series, on what the page has shown."""

    action = "case.complete"
    form_class = CompleteForm
    template_name = "care/complete.html"
    heading = _("Avsluta behandlingen")
    submit = _("Avsluta behandlingen")
    done = _("Behandlingen är avslutad.")
    anchor = "avslut"

    @cached_property
    def checks(self) -> Checks:
        """As if completed today."""
        return checks_of(self.subject, by=self.actor)

    def initial(self) -> dict[str, Any]:
        """Today, the code that closes, the last diagnoses, and what has been read."""
        proposal = propose_completion(self.subject, today(), by=self.actor)
        return {
            "day": today(),
            "diagnoses": proposal.diagnoses,
            "procedures": proposal.procedures,
            "seen": fingerprint(self.checks.findings),
        }

    def form(self, data: Any = None) -> Form:
        """The code is named."""
        form = super().form(data)
        if proposed := code_in_words(CodeRole.COMPLETION, self.subject, today()):
            form.fields["procedures"].help_text = _("Avslutar nivån: %(code)s.") % {"code": proposed}
        return form

    def needs(self) -> dict[str, Any]:
        """What denies payment stands in the form itself."""
        return {"denied_by": [f"{each.clause} ({each.title})" for each in denied_by(self.checks.findings)]}

    def context(self) -> dict[str, Any]:
        """The checks, and the treatment so far."""
        treatment = treatment_of(self.subject, contents_of(self.subject), by=self.actor)
        return {**super().context(), "checks": self.checks, "treatment": treatment}

    def act(self, **told: Any) -> None:
        """Close."""
        complete(by=self.actor, case_id=self.subject.pk, **told)

    def shown(self, form: Form, status: int) -> Any:
        """After a refusal the page shows the checks anew; what is read now is what the next try decides on."""
        if status == 409:
            now = {"seen": fingerprint(self.checks.findings), "version": str(self.subject.version)}
            anew = form.data.copy()  # type: ignore[attr-defined]
            if anew.get("seen") != now["seen"]:
                anew.pop("acknowledged", None)  # it was said of something else
            anew.update(now)
            form.data = anew
        return super().shown(form, status)
