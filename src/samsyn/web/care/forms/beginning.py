"""Assessment, level, plan and goals."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from samsyn.guidelines import SPECIALIST, Guideline
from samsyn.records import PROFESSIONS
from samsyn.web.care.forms.codes import DiagnosesField
from samsyn.web.care.forms.parts import minutes_field, professions_field
from samsyn.web.care.models import Case, GoalResult, Screening, Suitability
from samsyn.web.care.rules import guideline_of
from samsyn.web.care.words import level_name
from samsyn.web.directory.forms.words import words_field
from samsyn.web.directory.levels import meaning
from samsyn.web.directory.words import choices
from samsyn.web.pages.fields import DateField
from samsyn.web.pages.versioned import VersionForm
from samsyn.web.pages.widgets import DescribedBoxes, DescribedRadios

_capital = lazy(capfirst, str)


def _begun(named: type[TextChoices]) -> list[tuple[str, str]]:
    """The choices, each beginning with a capital as an answer to choose does."""
    return [(value, _capital(words)) for value, words in named.choices]


_SUITABILITY_MEANS = {
    Suitability.SUITABLE: _("Teamet går vidare till beslut om nivå."),
    Suitability.NOT_YET: _("Skriv vad som återstår. Bedöm igen när det är klart, eller avsluta ärendet."),
    Suitability.NOT_SUITABLE: _("Ärendet avslutas sedan med skäl. Inget avslutas av sig självt."),
    Suitability.SPECIALIST: _("Gå vidare till beslutet om nivå och välj specialistmottagning."),
}


class AssessmentForm(VersionForm):
    """The team's assessment."""

    day = DateField(label=_("Datum för bedömningen"))
    professions = professions_field(missing=_("Välj vilka professioner som gjorde bedömningen."))
    minutes = minutes_field()
    diagnoses = DiagnosesField()
    pain_onset = DateField(label=_("Smärtan började"), required=False)
    investigated = forms.TypedChoiceField(
        label=_("Är patienten välutredd?"),
        choices=[("True", _("Ja")), ("False", _("Nej, något återstår"))],
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
        error_messages={"required": _("Svara ja eller nej.")},
    )
    not_yet_investigated = words_field(_("Vad som återstår att utreda"))
    screening = forms.ChoiceField(
        label=_("Screening för svår depression eller ångest"),
        choices=_begun(Screening),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad screeningen visade.")},
    )
    suitability = forms.ChoiceField(
        label=_("Teamets bedömning"),
        choices=_begun(Suitability),
        widget=DescribedRadios(_SUITABILITY_MEANS),
        error_messages={"required": _("Välj vad bedömningen kom fram till.")},
    )
    choice_signed_on = DateField(
        label=_("Patienten undertecknade valet av behandlare"),
        required=False,
        help_text=_("Originalet förvaras i journalen. Till exempel 2019-03-01"),
    )
    words = words_field(_("Sammanfattning"), most=4000)

    def clean(self) -> dict[str, Any]:
        """What remains to be investigated is said where something does."""
        facts = super().clean() or self.cleaned_data
        remains = facts.get("investigated") is False or facts.get("suitability") == Suitability.NOT_YET
        if remains and not facts.get("not_yet_investigated"):
            self.add_error("not_yet_investigated", _now("Skriv vad som återstår att utreda."))
        return facts


class LevelForm(VersionForm):
    """Which level, by which criteria, and why."""

    day = DateField(label=_("Datum för beslutet"))
    level = forms.ChoiceField(label=_("Nivå"), error_messages={"required": _("Välj nivå.")})
    criteria = forms.MultipleChoiceField(
        label=_("Riktlinjens kriterier"), required=False, help_text=_("Kryssa för det som stämmer på patienten.")
    )
    grounds = words_field(
        _("Motivering"),
        missing=_("Skriv en motivering till beslutet."),
        help_text=_("Hänvisa till vad bedömningen visade."),
        most=4000,
    )
    professions = professions_field(label=_("Vilka som beslutade"), missing=_("Välj vilka professioner som beslutade."))

    def __init__(self, data: Any = None, *, case: Case, day: date, **rest: Any) -> None:
        super().__init__(data, **rest)
        guideline = guideline_of(case, day)
        levels = [*guideline.levels, SPECIALIST] if guideline else [SPECIALIST]
        self.fields["level"].widget = DescribedRadios({each: _means(case, each, day) for each in levels})
        self.fields["level"].choices = [(each, capfirst(level_name(each))) for each in levels]
        groups = _criteria(guideline, levels) if guideline else []
        if groups:
            clauses = {c.id: f"{c.citation.reference}, {c.citation.section}" for c in guideline.criteria}  # type: ignore[union-attr]
            self.fields["criteria"].widget = DescribedBoxes(clauses)
            self.fields["criteria"].choices = groups
        else:
            del self.fields["criteria"]


def _criteria(guideline: Guideline, levels: list[str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The guideline's criteria under the level that each speaks for."""
    language = "en" if get_language() == "en" else "sv"
    groups = [(each, guideline.criteria_for(each)) for each in levels]
    return [
        (_now("Talar för %(level)s") % {"level": level_name(level)}, [(c.id, c.label[language]) for c in criteria])
        for level, criteria in groups
        if criteria
    ]


def _means(case: Case, level: str, day: date) -> str:
    """What the level is, as the guideline says it."""
    if level == SPECIALIST:
        return _now("Ärendet avslutas sedan med remiss dit.")
    told = meaning(case.programme, level, day)
    if told is None:
        return ""
    least, most = told.hours or (0, 0)
    hours = _now("cirka %(least)d–%(most)d timmar") % {"least": least, "most": most}
    return ", ".join(filter(None, [told.care_level, hours if most else ""]))


class PlanForm(VersionForm):
    """The rehabilitation plan. Its goals are written one by one."""

    day = DateField(label=_("Planen gjordes"))
    problem = words_field(
        _("Patientens egen beskrivning"), help_text=_("Vad patienten vill kunna göra, och vad som hindrar."), most=4000
    )
    work_plan = words_field(
        _("Arbete: vad som planeras"), help_text=_("Kontakter med arbetsgivare och Arbetsförmedlingen.")
    )
    signed_with_patient_on = DateField(
        label=_("Undertecknad med patienten"), required=False, help_text=_("Fyll i när patienten har skrivit under.")
    )
    follow_up_on = DateField(label=_("Planen följs upp"), required=False)


class GoalForm(forms.Form):
    """A goal that can be measured."""

    text = forms.CharField(
        label=pgettext_lazy("one", "Mål"), max_length=500, error_messages={"required": _("Skriv målet.")}
    )
    measure = forms.CharField(
        label=_("Hur det mäts"),
        max_length=500,
        help_text=_("Till exempel: antal steg per dag, eller ett formulärs summa."),
        error_messages={"required": _("Skriv hur målet mäts.")},
    )
    baseline = forms.CharField(label=_("Läget nu"), max_length=200, required=False)
    target = forms.CharField(label=_("Målvärde"), max_length=200, required=False)
    profession = forms.ChoiceField(
        label=_("Ansvarig profession"), error_messages={"required": _("Välj vem som ansvarar för målet.")}
    )
    due_on = DateField(label=_("Följs upp senast"))

    def __init__(self, data: Any = None, **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["profession"].choices = [("", _("Välj")), *choices((*PROFESSIONS, "other"))]


class FollowUpForm(forms.Form):
    """A look at one goal."""

    day = DateField(label=_("Datum"))
    result = forms.ChoiceField(
        label=_("Resultat"),
        choices=_begun(GoalResult),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj hur långt patienten har kommit.")},
    )
    words = words_field(_("Anteckning"))
    again_on = DateField(
        label=_("Följs upp igen senast"), required=False, help_text=_("Lämna tomt om målet är färdigt.")
    )
