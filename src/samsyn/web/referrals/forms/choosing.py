"""Looking among the teams that are open for referrals."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class TeamSearch(forms.Form):
    """What is looked for; everything may be left out."""

    q = forms.CharField(label=_("Namn, ort eller enhet"), required=False, max_length=100)
    level = forms.ChoiceField(label=_("Nivå"), required=False)

    def __init__(self, data: Any, *, levels: list[str]) -> None:
        super().__init__(data)
        self.fields["level"].choices = [("", _("Alla")), *((each, each) for each in levels)]  # type: ignore[attr-defined]

    def filters(self) -> dict[str, str]:
        """By the names that `matching` takes."""
        return {"words": self.cleaned_data["q"], "level": self.cleaned_data["level"]}
