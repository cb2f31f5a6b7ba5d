"""The page where a visit is registered, with what it lacks said before it is saved and after."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samsyn.guidelines import Role as CodeRole
from samsyn.web.audit.clock import today
from samsyn.web.care.acts.visiting import register_visit
from samsyn.web.care.forms.treatment import VisitForm
from samsyn.web.care.lacking import Around, Said, lacks
from samsyn.web.care.proposing import code_in_words, propose_visit
from samsyn.web.care.views.acting import CaseActing


class AddVisit(CaseActing):
    """One visit; “save and add another” stays. With “kontroll” in the address it only says what is lacking."""

    action = "case.visit"
    form_class = VisitForm
    template_name = "care/visit.html"
    heading = _("Registrera besök")
    submit = _("Spara besöket")
    done = _("Besöket är sparat.")
    anchor = "besok"
    found: list[str] | None = None  # what was found lacking; None: not looked for

    def form(self, data: Any = None) -> Form:
        """With what is proposed for today."""
        form = VisitForm(data, initial=self.initial())
        if proposed := code_in_words(CodeRole.ONGOING, self.subject, today()):
            form.fields["procedures"].help_text = _("Föreslås efter nivån: %(code)s.") % {"code": proposed}
        return form

    def initial(self) -> dict[str, Any]:
        """Today, the codes, and what is usual for the patient."""
        proposal = propose_visit(self.subject, today(), by=self.actor)
        return {"day": today(), "diagnoses": proposal.diagnoses, "procedures": proposal.procedures}

    def context(self) -> dict[str, Any]:
        """What was found lacking, too."""
        return {**super().context(), "lacks": self.found}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Check, where only that was asked for; else save."""
        if "kontroll" not in request.GET:
            return super().post(request, *args, **kwargs)
        form = self.form(request.POST)
        if form.is_valid():
            self.found = self._lacks(form)
        return self.shown(form, 200)

    def perform(self, form: Form) -> str:
        """Save, and say what is lacking all the same."""
        register_visit(by=self.actor, case_id=self.subject.pk, **form.cleaned_data)
        for each in self._lacks(form):
            messages.warning(self.request, each)
        return reverse("care:visit-new", args=[self.subject.pk]) if "another" in self.request.POST else self.back()

    def _lacks(self, form: Form) -> list[str]:
        told = {name: form.cleaned_data[name] for name in Said.__dataclass_fields__}
        return lacks(Said(**told), Around.of(self.subject, by=self.actor))
