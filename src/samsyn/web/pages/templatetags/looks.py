"""What the templates need and cannot say themselves: where an error link leads, the days left of a limit."""

from datetime import date
from typing import Any

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput
from django.utils.translation import gettext, ngettext

register = template.Library()


@register.filter
def first_id(field: BoundField) -> str:
    """Return the id of what should take focus when someone follows the link to a field with an error."""
    return f"{field.auto_id}_0" if field.use_fieldset else field.auto_id


@register.filter
def error_count(form: BaseForm) -> int:
    """Return how many errors a form has, counting each message once."""
    return sum(len(errors) for errors in form.errors.values())


@register.filter
def says_optional(field: BoundField) -> bool:
    """Return whether to write 'frivilligt' after the label: not on a tick box, nor where the form says no."""
    wanted = getattr(field.form, "say_optional", True)
    return wanted and not field.field.required and not isinstance(field.field.widget, CheckboxInput)


@register.filter
def days_words(days: int) -> str:
    """Return '6 dagar kvar', '1 dag kvar', 'Sista dagen är i dag' or '8 dagar försenad'."""
    days = int(days)
    if days == 0:
        return gettext("Sista dagen är i dag")
    if days < 0:
        return ngettext("%(days)d dag försenad", "%(days)d dagar försenad", -days) % {"days": -days}
    return ngettext("%(days)d dag kvar", "%(days)d dagar kvar", days) % {"days": days}


@register.filter
def days_colour(days: int, soon: int = 7) -> str:
    """Return the colour of a limit: danger when it has passed, warning within `soon` days, else success."""
    days = int(days)
    if days < 0:
        return "danger"
    return "warning" if days <= int(soon) else "success"


@register.filter
def iso(day: date | None) -> str:
    """Return a date as 2019-03-01, whatever the language; nothing for no date."""
    return f"{day:%Y-%m-%d}" if day else ""


@register.filter
def spaced(number: Any) -> str:
    """Return a whole number with a thin space between thousands: 1 084."""
    return f"{int(number):,}".replace(",", "\N{NO-BREAK SPACE}")
