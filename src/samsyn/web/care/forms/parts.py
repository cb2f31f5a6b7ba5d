"""Fields that several forms of the treatment share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.records import PROFESSIONS
from samsyn.web.directory.words import WORDS

MOST_MINUTES = 24 * 60


def professions_field(*, missing: Any = "", label: Any = _("Deltagare"), help_text: Any = "") -> Any:
    """Who took part, by profession; without what to say when it is `missing`, it may be left empty."""
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        required=bool(missing),
        choices=[(name, WORDS[name]) for name in (*PROFESSIONS, "other")],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": missing},
    )


def minutes_field(*, missing: Any = "", help_text: Any = _("Patientens tid, till exempel 90")) -> forms.IntegerField:
    """The patient's time in whole minutes."""
    return forms.IntegerField(
        label=_("Minuter"),
        help_text=help_text,
        required=bool(missing),
        min_value=1,
        max_value=MOST_MINUTES,
        widget=forms.TextInput(attrs={"size": 6, "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": missing,
            "invalid": _("Skriv hela minuter med siffror, till exempel 90."),
            "min_value": _("Skriv minst en minut."),
            "max_value": _("Skriv högst ett dygn, 1440 minuter."),
        },
    )
