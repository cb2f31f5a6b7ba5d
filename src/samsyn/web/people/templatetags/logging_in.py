"""What a passkey is asked, as JSON for an attribute: no script stands in the page."""

import json
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder

register = template.Library()


@register.filter
def as_json(options: Any) -> str:
    """Return options as JSON; the template escapes it."""
    return json.dumps(options, cls=DjangoJSONEncoder)


@register.filter
def has_keys(options: Any) -> bool:
    """Return whether the person has a passkey to be asked for."""
    return bool(options and options["publicKey"].get("allowCredentials"))
