"""Fields for who a person is."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samsyn.kernel import IdentityRefused, PersonIdentity, read_identity, search_forms
from samsyn.web.audit.clock import today
from samsyn.web.patients.finding import looks_like_number
from samsyn.web.patients.models.patient import LONGEST_NAME


class NumberField(forms.CharField):
    """A person's number in any form; cleaned to its one value."""

    default_error_messages = {"required": _("Skriv patientens nummer.")}

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("label", _("Personnummer, samordningsnummer eller reservnummer"))
        rest.setdefault("help_text", _("Med eller utan århundrade, bindestreck och mellanslag"))
        rest.setdefault("widget", forms.TextInput(attrs={"size": 20, "autocomplete": "off"}))
        super().__init__(max_length=40, **rest)

    def clean(self, value: Any) -> PersonIdentity:
        """Return the identity; what is wrong with it is said in the reader's language."""
        try:
            return read_identity(super().clean(value), today=today())
        except IdentityRefused as refused:
            raise ValidationError(words_of_refusal(refused)) from None


class NameField(forms.CharField):
    """Part of a person's name."""

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        super().__init__(max_length=LONGEST_NAME, **rest)

    def clean(self, value: Any) -> str:
        """Return the name with single spaces; a digit or a sign that cannot be seen is no part of one."""
        name = " ".join(super().clean(value).split())
        if any(character.isnumeric() or unicodedata.category(character)[0] == "C" for character in name):
            raise ValidationError(_("Skriv namnet utan siffror och styrtecken."))
        return name


class SearchField(forms.CharField):
    """A name, or a number in any form; what is meant as a number must be a whole one."""

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("label", _("Namn eller nummer"))
        rest.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off", "type": "search"}))
        super().__init__(max_length=120, required=False, **rest)

    def clean(self, value: Any) -> str:
        """Return the text."""
        text: str = super().clean(value).strip()
        if looks_like_number(text) and not search_forms(text, today()):
            try:
                read_identity(text, today=today())
            except IdentityRefused as refused:
                raise ValidationError(words_of_refusal(refused)) from None
        return text


def reason_field(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    """A written reason, kept in the trail of changes or in the access log."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        min_length=5,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv skälet."), "min_length": _("Skriv skälet med några ord.")},
    )


def words_of_refusal(refused: IdentityRefused) -> str:
    """What is wrong with a number, in the reader's language."""
    return refused.en if get_language() == "en" else refused.sv
