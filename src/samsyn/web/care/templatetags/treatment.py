"""Codes and minutes as they are read."""

from collections.abc import Sequence

from django import template

from samsyn.web.care.forms.codes import diagnoses_in_words

register = template.Library()
_MINUTES = 60


@register.filter
def diagnoses(codes: Sequence[str]) -> str:
    """Return the diagnoses as they are usually written: M54.5, R52.2A."""
    return diagnoses_in_words(codes)


@register.filter
def clock(minutes: int | None) -> str:
    """Return minutes as 12:30 h; nothing for none."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, _MINUTES)
    return f"{hours}:{rest:02d}\N{NO-BREAK SPACE}h"
