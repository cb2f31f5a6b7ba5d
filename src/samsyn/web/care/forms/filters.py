"""What the list of cases is narrowed by."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from samsyn.web.care.listing import looks_like_case_number
from samsyn.web.care.waiting import NAMES
from samsyn.web.care.words import STATES
from samsyn.web.patients.forms.fields import SearchField


class _CaseSearchField(SearchField):
    """Also a case's number."""

    def clean(self, value: Any) -> str:
        """Return the text."""
        written = str(value or "").strip()
        return written if looks_like_case_number(written) else super().clean(value)


class CasesFilter(forms.Form):
    """Sent by POST and kept in the session, so that no number or name stands in an address."""

    text = _CaseSearchField(label=_("Namn, nummer eller ärende"))
    waits = forms.ChoiceField(label=_("Vad som väntar"), required=False, choices=[("", _("Allt")), *NAMES.items()])
    state = forms.ChoiceField(
        label=_("Läge"),
        required=False,
        choices=[("", _("Öppna")), *((state, capfirst(name)) for state, name in STATES.items()), ("all", _("Alla"))],
    )
    level = forms.ChoiceField(label=_("Nivå"), required=False)
    team = forms.ChoiceField(label=_("Team"), required=False)
    whose = forms.ChoiceField(
        label=_("Ansvarig"),
        required=False,
        choices=[("", _("Alla på enheten")), ("mine", _("Jag")), ("nobodys", _("Ingen"))],
    )

    def __init__(self, data: Any = None, *, teams: list[tuple[str, str]], levels: list[str], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["level"].choices = [("", _("Alla")), *((each, each) for each in levels)]  # type: ignore[attr-defined]
        self.fields["team"].choices = [("", _("Alla")), *teams]  # type: ignore[attr-defined]
