"""A notice of changed staffing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.directory.forms.words import words_field
from samsyn.web.pages.fields import DateField


class NoticeForm(forms.Form):
    """From when, and what changes."""

    from_day = DateField(label=_("Ändringen gäller från och med"))
    words = words_field(
        _("Vad ändras?"),
        missing=_("Skriv vad som ändras i bemanningen."),
        help_text=_("Skriv profession och vad som händer, till exempel ”läkaren slutar, ersättare från 1 juni”."),
        most=1000,
    )
