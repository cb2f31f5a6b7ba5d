"""The data's words in the reader's language, for templates."""

from collections.abc import Iterable
from datetime import date

from django import template

from samsyn.web.directory.words import word

register = template.Library()


@register.filter
def in_words(value: str) -> str:
    """Return what a profession, competence or module is called."""
    return word(value)


@register.filter
def all_in_words(values: Iterable[str]) -> str:
    """Return what several are called, with commas; a dash for none."""
    return ", ".join(word(value) for value in values) or "–"


@register.filter
def day_of(written: str) -> date:
    """Return the day that kept data names."""
    return date.fromisoformat(written)
