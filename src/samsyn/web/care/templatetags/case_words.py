"""What a case's states, levels and registrations are called, for templates."""

from django import template
from django.utils.functional import Promise

from samsyn.web.care import words
from samsyn.web.care.kinds import KINDS_BY_MODEL
from samsyn.web.care.models import LevelDecision, Registered
from samsyn.web.care.reading import criteria_in_words

register = template.Library()
register.filter("state_name", words.state_name)
register.filter("level_name", words.level_name)
register.filter("ending_name", words.ending_name)

_COLOURS = {"treatment": "success", "paused": "warning", "completed": "info", "ended": "neutral"}


@register.filter
def state_colour(state: str) -> str:
    """Return the colour of a case's state."""
    return _COLOURS.get(state, "info")


@register.filter
def slug_of(row: Registered) -> str:
    """Return what stands in the address of a registration's versions."""
    return KINDS_BY_MODEL[type(row)].slug


@register.filter
def kind_words(row: Registered) -> Promise:
    """Return what a registration of that kind is called."""
    return KINDS_BY_MODEL[type(row)].words


@register.filter
def stays(row: Registered) -> bool:
    """Return whether it can be corrected but not taken away."""
    return KINDS_BY_MODEL[type(row)].stays


@register.filter
def rests(row: Registered) -> bool:
    """Return whether an open case rests on the last of its kind."""
    return KINDS_BY_MODEL[type(row)].rests


@register.filter
def criteria_words(decision: LevelDecision) -> list[str]:
    """Return the criteria that were ticked, in words."""
    return criteria_in_words(decision)
