"""What every page shows around its content: who one is, where one can go, which day it is."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from samsyn.web.audit.actor import Actor
from samsyn.web.pages.choices import colour_scheme, show_personal
from samsyn.web.people.rights import MENU, Action, allowed
from samsyn.web.people.role_names import ROLE_NAMES


@dataclass(frozen=True)
class Place:
    """An entry of the main menu."""

    label: str
    url: str
    active: bool


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """The context of `pages/base.html`."""
    actor: Actor | None = getattr(request, "actor", None)
    return {
        "actor": actor and {"name": actor.name, "role_name": ROLE_NAMES[actor.role], "unit_name": actor.unit_name},
        "assignments": [
            {
                "id": each.id,
                "role_name": each.get_role_display(),
                "unit_name": each.unit.name,
                "active": _is(each, actor),
            }
            for each in getattr(request, "assignments", [])
        ],
        "navigation": list(_places(request, actor)),
        "demo_day": settings.STANDS_STILL_ON,
        "colour_scheme": colour_scheme(request),
        "show_personal": show_personal(request),
        "act_key": uuid.uuid4(),
        "request_id": getattr(request, "id", ""),
    }


def _is(assignment: Any, actor: Actor | None) -> bool:
    return actor is not None and assignment.id == actor.assignment_id


def _places(request: HttpRequest, actor: Actor | None) -> Iterator[Place]:
    here = getattr(request, "action", None)
    for action in MENU:
        if allowed(action, actor):
            yield Place(action.menu.words, reverse(action.urls[0]), _within(here, action))


def _within(here: Action | None, place: Action) -> bool:
    """Whether the page belongs to the menu's place: what is done to a thing stands under the list of such things."""
    return here is not None and here.id.partition(".")[0] == place.id.partition(".")[0]
