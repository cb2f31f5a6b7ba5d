"""What one may ask of the logs."""

from datetime import timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samsyn.web.oversight.days import log_today, month_before
from samsyn.web.oversight.models import Outcome
from samsyn.web.oversight.wording import RESULT_WORDS, action_words
from samsyn.web.pages.fields import DateField
from samsyn.web.people.rights import ACTIONS

_USUAL_PERIOD = timedelta(days=30)


class Period(forms.Form):
    """From a day to a day."""

    first_day = DateField(label=_("Från och med"), required=False, help_text="")
    last_day = DateField(label=_("Till och med"), required=False, help_text="")
    say_optional = False

    def clean(self) -> dict[str, Any]:
        """The days in their order."""
        asked = super().clean() or {}
        first, last = asked.get("first_day"), asked.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("Perioden slutar innan den börjar. Välj en senare dag."))
        return asked


class LogFilter(Period):
    """What to see of the access log. The patient is an opaque id; a number is looked up by another form."""

    user = forms.CharField(label=_("Läsarens namn"), max_length=100, required=False)
    action = forms.ChoiceField(label=_("Vad som gjordes"), required=False)
    result = forms.ChoiceField(label=_("Resultat"), required=False, choices=[("", _("alla")), *RESULT_WORDS.items()])
    controls = forms.BooleanField(label=_("Visa även loggkontroller"), required=False)
    patient = forms.UUIDField(required=False, widget=forms.HiddenInput)

    field_order = ("user", "action", "result", "first_day", "last_day", "controls")

    def __init__(self, query: QueryDict) -> None:
        super().__init__(_with_usual_period(query))
        reading = [each.id for each in ACTIONS.values() if each.shows_patients]
        named = sorted((action_words(each), each) for each in reading)
        self.fields["action"].choices = [("", _("allt")), *((each, words) for words, each in named)]


def _with_usual_period(query: QueryDict) -> dict[str, Any]:
    """Nothing asked for: the latest thirty days, so that a log of years answers at once."""
    asked = query.dict()
    if not asked:
        asked["first_day"] = (log_today() - _USUAL_PERIOD).isoformat()
    return asked


class NumberForm(forms.Form):
    """A patient's number as the auditor has it before them. Sent by POST: it must not stand in any address."""

    number = forms.CharField(
        label=_("Patientens nummer"), max_length=40, help_text=_("Personnummer eller annat nummer, i valfri form"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 16}),
        error_messages={"required": _("Skriv patientens nummer.")},
    )  # fmt: skip


class NewCheck(Period):
    """Which days a spot check covers, and how many readings are drawn by chance."""

    first_day = DateField(label=_("Från och med"))
    last_day = DateField(label=_("Till och med"))
    sample_size = forms.IntegerField(
        label=_("Antal som dras slumpvis"), min_value=1, max_value=500, initial=20,
        help_text=_("Utöver dem tas allt med som någon regel pekar ut."),
    )  # fmt: skip

    def __init__(self, data: Any = None) -> None:
        first, last = month_before(log_today())
        super().__init__(data, initial={"first_day": first, "last_day": last})

    def clean_last_day(self) -> Any:
        """A day that has not ended may yet get readings that no later check would see."""
        last = self.cleaned_data["last_day"]
        if last >= log_today():
            raise forms.ValidationError(_("Perioden måste vara slut. Välj senast gårdagen."))
        return last


class Judgement(forms.Form):
    """What was found of one reading."""

    outcome = forms.ChoiceField(
        label=_("Bedömning"), choices=Outcome.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Välj en bedömning.")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("Vad som kom fram"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Behövs när läsningen följs upp eller anmäls."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """What is not in order must be told in words."""
        given = super().clean() or {}
        if given.get("outcome") in (Outcome.FOLLOW_UP, Outcome.REPORTED) and not given.get("words", "").strip():
            self.add_error("words", _("Skriv vad som kom fram."))
        return given


class TrailFilter(Period):
    """What to see of the trail of changes."""

    user = forms.CharField(label=_("Vem"), max_length=100, required=False)
    action = forms.ChoiceField(label=_("Vad som gjordes"), required=False)

    field_order = ("user", "action", "first_day", "last_day")

    def __init__(self, query: QueryDict, actions: list[str]) -> None:
        super().__init__(_with_usual_period(query))
        named = sorted((action_words(each), each) for each in actions)
        self.fields["action"].choices = [("", _("allt")), *((each, words) for words, each in named)]
