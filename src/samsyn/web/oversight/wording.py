"""What stands in the logs, in words."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Role
from samsyn.web.audit.models import AccessEntry
from samsyn.web.people.rights import ACTIONS
from samsyn.web.people.role_names import ROLE_NAMES

PURPOSE_WORDS: dict[str, Promise] = {
    "care": _("vård"),
    "administration": _("administration"),
    "quality": _("kvalitetsuppföljning"),
    "control": _("loggkontroll"),
    "none": _("inget angivet"),
}
RESULT_WORDS: dict[str, Promise] = {"allowed": _("visades"), "refused": _("nekades")}


def action_words(action_id: str) -> str:
    """What was done; an action that the program no longer has keeps its id."""
    action = ACTIONS.get(action_id)
    return action_id if action is None else action.words


def role_words(role: str) -> str:
    """What the person was at the unit."""
    return str(ROLE_NAMES[Role(role)]) if role in set(Role) else role


def purpose_words(purpose: str) -> str:
    """Why the record was read."""
    return str(PURPOSE_WORDS.get(purpose, purpose))


def result_words(result: str) -> str:
    """How it went."""
    return str(RESULT_WORDS.get(result, result))


def in_words(row: AccessEntry) -> dict[str, Any]:
    """A row of the access log, with what a page says of it."""
    return {
        "row": row,
        "role": role_words(row.role),
        "action": action_words(row.action),
        "purpose": purpose_words(row.purpose),
        "result": result_words(row.result),
    }
