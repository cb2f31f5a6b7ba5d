"""The states of a referral in words, and by their colours."""

from django import template

from samsyn.web.referrals.words import COLOURS, state_name

register = template.Library()


@register.filter
def state_words(state: str) -> str:
    """What the state is called."""
    return str(state_name(state))


@register.filter
def state_colour(state: str) -> str:
    """The colour of its tag."""
    return COLOURS.get(state, "neutral")
