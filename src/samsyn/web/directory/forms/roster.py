"""A person's place in a team, and the registry the team has joined."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.records import PROFESSIONS
from samsyn.series.parametric import BOTH
from samsyn.web.directory import rules
from samsyn.web.directory.models import Team, TeamMember
from samsyn.web.directory.words import choices
from samsyn.web.pages.fields import DateField


class MemberForm(forms.Form):
    """Who, what, with which of the competences that the guideline counts, and when."""

    name = forms.CharField(label=_("Namn"), max_length=200, error_messages={"required": _("Skriv personens namn.")})
    profession = forms.ChoiceField(label=_("Profession"), error_messages={"required": _("Välj profession.")})
    competences = forms.MultipleChoiceField(label=_("Kompetenser"), required=False, widget=forms.CheckboxSelectMultiple)
    first_day = DateField(label=_("I teamet från och med"))
    last_day = DateField(label=_("Till och med"), required=False, help_text=_("Lämna tomt om personen är kvar."))

    def __init__(self, data: Any = None, *, team: Team, member: TeamMember | None = None) -> None:
        facts = ("name", "profession", "competences", "first_day", "last_day")
        super().__init__(data, initial={fact: getattr(member, fact) for fact in facts} if member else None)
        self.fields["profession"].choices = [("", _("Välj")), *choices((*PROFESSIONS, "other"))]
        self.fields["competences"].choices = choices(rules.competences(team.programme))

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        facts = super().clean() or self.cleaned_data
        first, last = facts.get("first_day"), facts.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("Sista dagen är före den första."))
        return facts


class EndMemberForm(forms.Form):
    """The last day."""

    last_day = DateField(label=_("Sista dag i teamet"))


class RegistryForm(forms.Form):
    """Which module, since when."""

    module = forms.ChoiceField(
        label=_("Modul i smärtregistret (NRS)"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj modul.")},
    )
    since = DateField(label=_("Ansluten från och med"))

    def __init__(self, data: Any = None, *, team: Team) -> None:
        super().__init__(data)
        self.fields["module"].choices = choices((*rules.modules(team.programme), BOTH))
