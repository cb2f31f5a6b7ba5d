"""Contacts about work, the registry, the end of a case, and why something is put right."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samsyn.guidelines import Role
from samsyn.pathway.case_states import ENDINGS
from samsyn.web.care.models import Case
from samsyn.web.care.rules import codes_with
from samsyn.web.care.words import ending_name
from samsyn.web.directory import rules
from samsyn.web.directory.forms.words import words_field
from samsyn.web.directory.words import choices
from samsyn.web.pages.fields import DateField
from samsyn.web.pages.versioned import VersionForm
from samsyn.web.pages.widgets import DescribedRadios
from samsyn.web.patients.forms.fields import reason_field

_ENDING_MEANS = {
    "back-to-health-centre": _("Skriv varför programmet inte passar, så att vårdcentralen kan ta vid."),
    "to-specialist": _("Patienten remitteras till en specialistmottagning."),
    "given-up": _("Behandlingen slutförs inte. Börjar patienten igen räknas det som samma behandlingsserie."),
}


class ContactForm(forms.Form):
    """A contact about work, with the guideline's code for it."""

    day = DateField(label=_("Datum"))
    code = forms.ChoiceField(
        label=_("Vad för kontakt"), widget=forms.RadioSelect, error_messages={"required": _("Välj vad för kontakt.")}
    )
    with_whom = forms.CharField(
        label=_("Med vem"),
        max_length=200,
        required=False,
        help_text=_("Till exempel: arbetsgivaren, närmaste chef."),
    )
    words = words_field(_("Vad som bestämdes"))

    def __init__(self, data: Any = None, *, case: Case, day: date, **rest: Any) -> None:
        super().__init__(data, **rest)
        language = "en" if get_language() == "en" else "sv"
        codes = codes_with(Role.COORDINATION, case, day)
        self.fields["code"].choices = [(each.code.text, f"{each.code}: {each.label[language]}") for each in codes]
        if not codes:  # the programme has none: the contact is kept without
            del self.fields["code"]


class RegistryForm(VersionForm):
    """The patient's place in the pain registry."""

    informed_on = DateField(label=_("Patienten informerades"), required=False)
    objected = forms.BooleanField(label=_("Patienten motsätter sig registrering"), required=False)
    module = forms.ChoiceField(label=_("Modul"), required=False)
    registered_on = DateField(
        label=_("Registrerad i registret"), required=False, help_text=_("Fyll i när det är gjort.")
    )

    def __init__(self, data: Any = None, *, case: Case, **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["module"].choices = [("", _("Välj")), *choices(rules.modules(case.programme))]


class EndForm(VersionForm):
    """The case ends without completion."""

    kind = forms.ChoiceField(
        label=_("Hur avslutas ärendet?"),
        choices=[(kind, ending_name(kind)) for kind in ENDINGS],
        widget=DescribedRadios(_ENDING_MEANS),
        error_messages={"required": _("Välj hur ärendet avslutas.")},
    )
    day = DateField(label=_("Datum"))
    reason = words_field(_("Skäl"), missing=_("Skriv varför ärendet avslutas."))


class WhyForm(VersionForm):
    """Why something is taken away; the version is the one that was read."""

    why = reason_field(_("Varför är det fel?"), _("Skälet och ditt namn sparas, och det som togs bort går att läsa."))


class OpenForm(forms.Form):
    """A case without a referral."""

    team = forms.ChoiceField(label=_("Team"), error_messages={"required": _("Välj team.")})
    opened_on = DateField(label=_("Första besök"))
    reason = reason_field(_("Varför öppnas ärendet utan remiss?"), _("Till exempel: patienten sökte själv."))

    def __init__(self, data: Any = None, *, teams: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["team"].choices = [("", _("Välj")), *teams] if len(teams) > 1 else teams


class VisitedForm(VersionForm):
    """The first visit of who was referred."""

    opened_on = DateField(label=_("Patienten kom på första besöket"))
