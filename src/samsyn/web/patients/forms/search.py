"""The search above the list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.patients.finding import Wanted
from samsyn.web.patients.forms.fields import SearchField

SHOWN = [
    ("", _("Alla")),
    ("deceased", _("Avlidna")),
    ("test", _("Testpersoner")),
    ("real", _("Inte testpersoner")),
    ("protected", _("Skyddade personuppgifter")),
]


class SearchForm(forms.Form):
    """Sent by POST and kept in the session, so that no number or name stands in an address."""

    text = SearchField()
    show = forms.ChoiceField(label=_("Visa"), required=False, choices=SHOWN)
    this_year = forms.ChoiceField(
        label=_("Registrerad"), required=False, choices=[("", _("När som helst")), ("1", _("I år"))]
    )

    def wanted(self) -> Wanted:
        """As the query wants it."""
        return Wanted(**{**self.cleaned_data, "this_year": bool(self.cleaned_data["this_year"])})
