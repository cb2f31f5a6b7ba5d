"""The field for what someone says in their own words."""

from typing import Any

from django import forms


def words_field(label: Any, *, missing: Any = "", help_text: Any = "", most: int = 2000) -> forms.CharField:
    """A few lines of text; without what to say when it is `missing`, it may be left empty."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=bool(missing),
        max_length=most,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": missing},
    )
