"""The search above the list."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samsyn.kernel import IdentityRefused, read_identity, search_forms
from samsyn.web.audit.clock import today
from samsyn.web.patients.finding import Wanted, looks_like_number
from samsyn.web.patients.forms.fields import words_of_refusal

SHOWN = [
    ("", _("Alla")),
    ("deceased", _("Avlidna")),
    ("test", _("Testpersoner")),
    ("real", _("Inte testpersoner")),
    ("protected", _("Skyddade personuppgifter")),
]


class SearchForm(forms.Form):
    """Sent by POST and kept in the session, so that no number or name stands in an address."""

    text = forms.CharField(
        label=_("Namn eller nummer"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off", "type": "search"}),
    )
    show = forms.ChoiceField(label=_("Visa"), required=False, choices=SHOWN)
    this_year = forms.ChoiceField(
        label=_("Registrerad"), required=False, choices=[("", _("När som helst")), ("1", _("I år"))]
    )

    def clean_text(self) -> str:
        """Return the text; one that is meant as a number must be a whole one."""
        text: str = self.cleaned_data["text"].strip()
        if looks_like_number(text) and not search_forms(text, today()):
            try:
                read_identity(text, today=today())
            except IdentityRefused as refused:
                raise ValidationError(words_of_refusal(refused)) from None
        return text

    def wanted(self) -> Wanted:
        """As the query wants it."""
        return Wanted(**{**self.cleaned_data, "this_year": bool(self.cleaned_data["this_year"])})
