"""A team and its contact details."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.clock import today
from samsyn.web.directory import rules
from samsyn.web.directory.models.team import CareLevel, Team
from samsyn.web.pages.versioned import VersionForm

CONTACT = ("phone", "email", "website", "address", "presentation", "waiting_weeks")


class ContactForm(forms.Form):
    """What the public page tells of a team that is approved."""

    phone = forms.CharField(
        label=_("Telefon"), max_length=40, required=False, help_text=_("Till exempel 010-123 45 67")
    )
    email = forms.EmailField(label=_("E-post"), required=False, max_length=254)
    website = forms.URLField(label=_("Webbplats"), required=False, max_length=200, assume_scheme="https")
    address = forms.CharField(label=_("Besöksadress"), max_length=200, required=False)
    presentation = forms.CharField(
        label=_("Presentation"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Skriv för patienter och remittenter: vad teamet gör och för vem. Högst 1 000 tecken."),
    )
    waiting_weeks = forms.IntegerField(
        label=_("Väntetid i veckor"),
        required=False,
        min_value=0,
        max_value=520,
        widget=forms.TextInput(attrs={"size": 6, "inputmode": "numeric"}),
        help_text=_("Från godtagen remiss till första besök, som det ser ut i dag. 0 betyder ingen väntetid."),
        error_messages={"invalid": _("Skriv väntetiden i hela veckor, till exempel 6.")},
    )


class ChangeTeamForm(ContactForm, VersionForm):
    """The same, of a team that was read at some version."""

    @classmethod
    def of(cls, team: Team, data: Any = None) -> "ChangeTeamForm":
        """The form, filled with what is registered."""
        return cls(data, initial={field: getattr(team, field) for field in (*CONTACT, "version")})


class NewTeamForm(ContactForm):
    """A team that is not registered yet."""

    name = forms.CharField(
        label=_("Teamets namn"), max_length=200, error_messages={"required": _("Skriv teamets namn.")}
    )
    work = forms.ChoiceField(label=_("Nivå"), widget=forms.RadioSelect, error_messages={"required": _("Välj nivå.")})
    care_level = forms.ChoiceField(
        label=_("Vårdnivå"),
        choices=CareLevel.choices,
        widget=forms.RadioSelect,
        help_text=_("Var i vården teamet arbetar. Den avgör vilken modul i smärtregistret som krävs."),
        error_messages={"required": _("Välj vårdnivå.")},
    )
    field_order = ["name", "work", "care_level", *CONTACT]

    def __init__(self, data: Any = None, *, programmes: list[str]) -> None:
        super().__init__(data)
        places = rules.places_of_work(programmes, today())
        several = len({programme for programme, _level in places}) > 1
        self.fields["work"].choices = [
            (f"{programme}|{level}", f"{level} ({programme})" if several else level) for programme, level in places
        ]

    def facts(self) -> dict[str, Any]:
        """What is filled in, programme and level apart."""
        facts = dict(self.cleaned_data)
        facts["programme"], _bar, facts["level"] = facts.pop("work").partition("|")
        return facts
