"""Money as Swedish writes it."""

from django import template

from samsyn.kernel.money import ORE_PER_KRONA
from samsyn.web.pages.templatetags.looks import spaced

register = template.Library()
_SPACE = "\N{NO-BREAK SPACE}"


@register.filter
def kronor(ore: int | None) -> str:
    """55 000 kr; with öre 1 234,50 kr. Nothing for no amount."""
    if ore is None:
        return ""
    whole, rest = divmod(ore, ORE_PER_KRONA)
    digits = spaced(whole)
    return f"{digits},{rest:02d}{_SPACE}kr" if rest else f"{digits}{_SPACE}kr"
