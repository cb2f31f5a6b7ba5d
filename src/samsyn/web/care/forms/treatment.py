"""Visits, conferences, hours, pauses, completion and the copy to the health centre."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from samsyn.web.care.forms.codes import DiagnosesField, ProceduresField
from samsyn.web.care.forms.parts import minutes_field, professions_field
from samsyn.web.care.models import Goal, GoalResult, VisitKind
from samsyn.web.directory.forms.words import words_field
from samsyn.web.pages.fields import DateField
from samsyn.web.pages.versioned import VersionForm


class VisitForm(forms.Form):
    """One visit. Only the day and the kind must be there; what else is missing is said."""

    say_optional = False  # nearly all of it is needed for payment, though not for saving

    day = DateField(label=_("Datum"))
    kind = forms.ChoiceField(label=_("Form"), choices=VisitKind.choices, initial=VisitKind.INDIVIDUAL)
    professions = professions_field()
    minutes = minutes_field()
    diagnoses = DiagnosesField()
    procedures = ProceduresField()
    words = words_field(_("Anteckning"), most=4000)


class ConferenceForm(forms.Form):
    """A team conference, with a look at each goal."""

    day = DateField(label=_("Datum"))
    professions = professions_field(missing=_("Välj vilka professioner som deltog."))
    patient_present = forms.BooleanField(label=_("Patienten var med"), required=False)
    closing = forms.BooleanField(
        label=_("Avslutande konferens"),
        required=False,
        help_text=_("Läkaren ska alltid medverka. Finns ingen läkare bland deltagarna sägs det i kontrollen."),
    )
    decided = words_field(_("Vad som bestämdes"), most=4000)

    def __init__(self, data: Any = None, *, goals: Iterable[Goal] = (), **rest: Any) -> None:
        super().__init__(data, **rest)
        self.goals = list(goals)
        for number, goal in enumerate(self.goals, start=1):
            self.fields[f"result_{goal.thing.hex}"] = forms.ChoiceField(
                label=_now("Mål %(number)d: %(text)s") % {"number": number, "text": goal.text},
                help_text=goal.measure,
                required=False,
                choices=[("", _("Bedöms inte nu")), *GoalResult.choices],
            )
            self.fields[f"words_{goal.thing.hex}"] = forms.CharField(
                label=_now("Anteckning om mål %(number)d") % {"number": number}, required=False, max_length=2000
            )

    def told(self) -> dict[str, Any]:
        """The conference itself."""
        return {name: self.cleaned_data[name] for name in ConferenceForm.base_fields}

    def results(self) -> list[tuple[Goal, str, str]]:
        """Each goal that was judged, with its result and note."""
        said = [
            (goal, self.cleaned_data[f"result_{goal.thing.hex}"], self.cleaned_data[f"words_{goal.thing.hex}"])
            for goal in self.goals
        ]
        return [each for each in said if each[1]]

    def clean(self) -> dict[str, Any]:
        """A note about a goal belongs to a result."""
        facts = super().clean() or self.cleaned_data
        for goal in self.goals:
            if facts.get(f"words_{goal.thing.hex}") and not facts.get(f"result_{goal.thing.hex}"):
                self.add_error(f"result_{goal.thing.hex}", _now("Välj ett resultat till anteckningen."))
        return facts


class HoursForm(forms.Form):
    """Why the hours lie beside the norm."""

    words = words_field(
        _("Skäl till avvikelsen"),
        missing=_("Skriv varför timmarna avviker."),
        help_text=_("Till exempel: patienten klarar inte mer än två timmar per dag."),
    )


class PauseForm(VersionForm):
    """The treatment is broken off for a time."""

    first_day = DateField(label=_("Uppehåll från och med"))
    reason = words_field(_("Skäl"), missing=_("Skriv skälet till uppehållet."), most=1000)


class PauseAgainForm(PauseForm):
    """A pause written again."""

    last_day = DateField(label=_("Uppehåll till och med"), required=False, help_text=_("Tomt medan uppehållet pågår."))
    field_order = ["first_day", "last_day", "reason"]


class ResumeForm(VersionForm):
    """The treatment goes on."""

    last_day = DateField(label=_("Uppehållets sista dag"))


class ClosingForm(VersionForm):
    """What is said of the closing visit."""

    day = DateField(label=_("Avslutsdag"))
    professions = professions_field(missing=_("Välj vilka professioner som var med vid avslutet."))
    minutes = minutes_field()
    diagnoses = DiagnosesField(required=True, error_messages={"required": _("Skriv diagnosen vid avslutet.")})
    procedures = ProceduresField(required=True, error_messages={"required": _("Skriv koden för avslut.")})
    words = words_field(_("Slutbedömning"), most=4000)


class CompleteForm(ClosingForm):
    """The closing act. `seen` is what its maker has read of the checks; the box repeats what denies payment."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    acknowledged = forms.BooleanField(required=False)

    def __init__(self, data: Any = None, *, denied_by: Sequence[str] = (), **rest: Any) -> None:
        super().__init__(data, **rest)
        if denied_by:
            clauses = "; ".join(denied_by)
            words = _now("Vi avslutar ändå. Ersättning nekas enligt: %(clauses)s.") % {"clauses": clauses}
            self.fields["acknowledged"].label = words
        else:
            del self.fields["acknowledged"]


class CopyForm(VersionForm):
    """The copy of the record; without consent nothing is sent."""

    consent = forms.TypedChoiceField(
        label=_("Medger patienten att en kopia skickas till vårdcentralen?"),
        choices=[("1", _("Ja")), ("0", _("Nej"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
        error_messages={"required": _("Svara ja eller nej.")},
    )
    to_whom = forms.CharField(label=_("Vårdcentral"), max_length=200, required=False)
    sent_on = DateField(label=_("Skickad"), required=False)

    def clean(self) -> dict[str, Any]:
        """What is sent has a receiver and a day; what the patient has not agreed to is not sent."""
        facts = super().clean() or self.cleaned_data
        if facts.get("consent") and not facts.get("to_whom"):
            self.add_error("to_whom", _now("Skriv vart kopian skickades."))
        if facts.get("consent") and not facts.get("sent_on") and "sent_on" not in self.errors:
            self.add_error("sent_on", _now("Skriv dagen då kopian skickades."))
        if facts.get("consent") is False:
            facts["to_whom"], facts["sent_on"] = "", None
        return facts
