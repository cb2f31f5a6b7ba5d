"""What a referrer writes. A draft may lack anything: the checks beside it say what a letter should hold."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samsyn.guidelines import Guideline
from samsyn.guidelines.checks import ReferralCodeGiven
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.pages.fields import DateField
from samsyn.web.pages.versioned import VersionForm
from samsyn.web.patients.models import Patient
from samsyn.web.referrals.acts.writing import SAID
from samsyn.web.referrals.choosing import guidelines_open, open_teams
from samsyn.web.referrals.forms.fields import DiagnosisField, team_choices, words_of
from samsyn.web.referrals.models import LintonForm, Referral, SickLeave

HIGHEST_SUM = {LintonForm.SHORT: 100, LintonForm.FULL: 210}
_LISTED = "riktlinjens-diagnoser"  # the id of the list of suggestions on the page
_YES_NO = [("", _("Inte angivet")), ("yes", _("Ja")), ("no", _("Nej"))]


class LetterForm(forms.Form):
    """A letter about a patient, to one of the teams that are open for referrals."""

    team = forms.TypedChoiceField(
        label=_("Team"), coerce=UUID, error_messages={"required": _("Välj vilket team remissen ska till.")}
    )
    chosen_by_patient = forms.BooleanField(label=_("Patienten har själv valt teamet"), required=False)
    diagnosis = DiagnosisField(listed=_LISTED)
    pain_onset = DateField(
        label=_("När började smärtan?"), required=False, help_text=_("Ungefärlig dag räcker, till exempel 2018-03-01.")
    )
    investigated = forms.TypedChoiceField(
        label=_("Är patienten färdigutredd?"), required=False, choices=_YES_NO, empty_value=None,
        coerce=lambda value: value == "yes",
    )  # fmt: skip
    not_yet_investigated = words_of(_("Vad återstår att utreda?"), 2000)
    linton_sum = forms.IntegerField(
        label=_("Summa enligt Lintons skattningsskala"), required=False, min_value=0, max_value=210,
        widget=forms.TextInput(attrs={"size": 6, "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Skriv summan som ett heltal."), "max_value": _("Summan är högst 210.")},
    )  # fmt: skip
    linton_form = forms.ChoiceField(
        label=_("Vilket formulär?"), required=False, choices=[("", _("Inte angivet")), *LintonForm.choices]
    )
    linton_on = DateField(label=_("När fylldes det i?"), required=False)
    level_considered = words_of(
        _("Ställningstagande till vårdnivå"), 2000,
        _("Behövs när besvären är uttalade, sjukskrivningen lång eller tidigare behandling inte har hjälpt."),
    )  # fmt: skip
    referral_code = forms.CharField(label=_("Remisskod"), required=False, max_length=40)
    tried = words_of(_("Vad har prövats?"), 2000)
    sick_leave = forms.ChoiceField(label=_("Sjukskrivning"), choices=SickLeave.choices, initial=SickLeave.UNKNOWN)
    sick_leave_since = DateField(label=_("Sjukskriven sedan"), required=False)
    question = words_of(_("Frågeställning"), 4000, _("Vad ska teamet ta ställning till?"))
    phone = forms.CharField(
        label=_("Patientens telefon"), required=False, max_length=40,
        widget=forms.TextInput(attrs={"size": 20, "autocomplete": "off", "inputmode": "tel"}),
    )  # fmt: skip
    interpreter = forms.CharField(
        label=_("Tolk"), required=False, max_length=60, help_text=_("Språk, om patienten behöver tolk.")
    )

    say_optional = False  # everything but the team is

    def __init__(self, data: Any = None, *, by: Actor, patient: Patient, **rest: Any) -> None:
        super().__init__(data, **rest)
        self.patient = patient
        self.fields["team"].choices = team_choices(open_teams(by, today()))  # type: ignore[attr-defined]
        guidelines = guidelines_open(by, today())
        self.suggested = _suggested(guidelines)
        self.suggested_at = _LISTED
        checks = [condition.check for g in guidelines for condition in g.referral_conditions]
        if not any(isinstance(check, ReferralCodeGiven) for check in checks):
            del self.fields["referral_code"]
        if patient.is_protected:
            del self.fields["phone"]

    def clean(self) -> dict[str, Any]:
        """Hold what belongs together against each other."""
        told = super().clean() or {}
        for field in ("pain_onset", "linton_on", "sick_leave_since"):
            self._check_day(field, told.get(field))
        self._check_linton(told.get("linton_sum"), told.get("linton_form"))
        if told.get("sick_leave_since") and told.get("sick_leave") in (SickLeave.NONE, SickLeave.UNKNOWN):
            self.add_error("sick_leave", _("Ange hur stor sjukskrivningen är, eller ta bort dagen."))
        if told.get("investigated") and told.get("not_yet_investigated"):
            self.add_error("investigated", _("Något återstår att utreda. Svara nej, eller ta bort texten."))
        return told

    def said(self) -> dict[str, Any]:
        """As the acts want it: the team, and what is said of the patient. What was not asked is left as it is."""
        said = {name: self.cleaned_data[name] for name in SAID if name in self.fields}
        return {"team_id": self.cleaned_data["team"], **said}

    def _check_day(self, field: str, day: Any) -> None:
        if day and day > today():
            self.add_error(field, _("Dagen har inte varit än. Kontrollera året."))
        elif day and self.patient.birth_date and day < self.patient.birth_date:
            self.add_error(field, _("Dagen är före patientens födelsedag. Kontrollera året."))

    def _check_linton(self, points: int | None, form: str | None) -> None:
        if points is not None and not form:
            self.add_error("linton_form", _("Välj vilket formulär summan kommer från."))
        elif points is not None and form and points > HIGHEST_SUM[LintonForm(form)]:
            words = _("Summan är högst %(most)s i det formuläret.") % {"most": HIGHEST_SUM[LintonForm(form)]}
            self.add_error("linton_sum", words)


class ChangeLetterForm(VersionForm, LetterForm):
    """The draft as it stands, to be changed."""

    @classmethod
    def of(cls, letter: Referral, data: Any = None, *, by: Actor, patient: Patient) -> "ChangeLetterForm":
        """With what the draft says."""
        said = {name: getattr(letter, name) for name in SAID}
        said |= {"version": letter.version, "team": letter.team_id, "investigated": _answer(letter.investigated)}
        return cls(data, by=by, patient=patient, initial=said)


SECTIONS: list[tuple[Any, tuple[str, ...]]] = [
    (_("Team"), ("team", "chosen_by_patient")),
    (_("Frågeställning"), ("question",)),
    (_("Smärtan"), ("diagnosis", "pain_onset", "investigated", "not_yet_investigated", "tried")),
    (_("Skattning och vårdnivå"), ("linton_sum", "linton_form", "linton_on", "level_considered", "referral_code")),
    (_("Arbete"), ("sick_leave", "sick_leave_since")),
    (_("Kontakt"), ("phone", "interpreter")),
]
"""The form's parts, in the order in which they are asked."""


def sections(form: forms.Form) -> Iterable[tuple[Any, list[Any]]]:
    """Each part's heading and the fields that the form has of it."""
    return [(title, [form[name] for name in names if name in form.fields]) for title, names in SECTIONS]


def _suggested(guidelines: Iterable[Guideline]) -> list[tuple[str, str]]:
    """The guidelines' own diagnoses, each with what it is called."""
    language = "en" if get_language() == "en" else "sv"
    return sorted({(str(each.code), each.label[language]) for g in guidelines for each in g.diagnoses})


def _answer(investigated: bool | None) -> str:
    return {True: "yes", False: "no", None: ""}[investigated]
