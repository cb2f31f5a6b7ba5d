"""A notice of changed staffing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.pages.fields import DateField


class NoticeForm(forms.Form):
    """From when, and what changes."""

    from_day = DateField(label=_("Ändringen gäller från och med"))
    words = forms.CharField(
        label=_("Vad ändras?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Skriv profession och vad som händer, till exempel ”läkaren slutar, ersättare från 1 juni”."),
        error_messages={"required": _("Skriv vad som ändras i bemanningen.")},
    )
