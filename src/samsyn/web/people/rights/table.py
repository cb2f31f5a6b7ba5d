"""Reads the table once; a row that says something unknown does not load."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files

from django.utils.translation import get_language

from samsyn.web.audit.actor import Actor, Role

ANYONE = "anyone"
SIGNED_IN = "signed-in"
PURPOSES = ("care", "administration", "quality", "control", "none")


@dataclass(frozen=True)
class MenuItem:
    """Where the action stands in the main menu; the page it leads to is the action's first address."""

    order: int
    sv: str
    en: str

    @property
    def words(self) -> str:
        """What it is called in the reader's language."""
        return self.en if get_language() == "en" else self.sv


@dataclass(frozen=True)
class Action:
    """One thing that can be done: by whom, at which addresses, to objects in which states."""

    id: str
    sv: str
    en: str
    roles: tuple[str, ...]  # roles, or ("anyone",), or ("signed-in",) for every role
    urls: tuple[str, ...]  # names of addresses
    purpose: str = "none"  # why patient data is read, for the access log
    states: tuple[str, ...] = ()  # states of the object in which it may be done; none: it has no states
    shows_patients: bool = False
    not_by_same: str = ""  # four eyes: an earlier action whose doer may not do this one to the same object
    menu: MenuItem | None = field(default=None)

    @property
    def words(self) -> str:
        """What it is called in the reader's language."""
        return self.en if get_language() == "en" else self.sv

    def __post_init__(self) -> None:
        known = {role.value for role in Role}
        if not self.roles or (set(self.roles) - known - {ANYONE, SIGNED_IN}):
            raise ValueError(f"Right {self.id}: roles must be among {sorted(known)}, '{ANYONE}' or '{SIGNED_IN}'.")
        if self.purpose not in PURPOSES:
            raise ValueError(f"Right {self.id}: purpose must be one of {', '.join(PURPOSES)}.")
        if self.shows_patients and self.purpose == "none":
            raise ValueError(f"Right {self.id} shows patients and so needs a purpose for the access log.")


def _read() -> Iterator[Action]:
    for file in sorted(files(__package__).iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            for row in tomllib.loads(file.read_text("utf-8"))["action"]:
                menu = row.pop("menu", None)
                lists = {key: tuple(row.pop(key)) for key in ("roles", "urls", "states") if key in row}
                yield Action(**row, **lists, menu=MenuItem(**menu) if menu else None)


def _by_key(pairs: Iterator[tuple[str, Action]]) -> dict[str, Action]:
    found: dict[str, Action] = {}
    for key, action in pairs:
        if key in found:
            raise ValueError(f"The table of rights has {key} twice: in {found[key].id} and in {action.id}.")
        found[key] = action
    return found


_ALL = tuple(_read())
ACTIONS = _by_key((action.id, action) for action in _ALL)
MENU = sorted((action for action in _ALL if action.menu), key=lambda action: action.menu.order)  # type: ignore[union-attr]
_BY_URL = _by_key((url, action) for action in _ALL for url in action.urls)


def action_at(view_name: str) -> Action | None:
    """The action at an address, by the address's name; None: nobody may go there."""
    return _BY_URL.get(view_name)


def allowed(action: Action, actor: Actor | None) -> bool:
    """Whether the actor's role may do it at all."""
    if ANYONE in action.roles:
        return True
    return actor is not None and (SIGNED_IN in action.roles or actor.role in action.roles)


def may(actor: Actor | None, action_id: str, state: str | None = None) -> bool:
    """Whether the actor may do it to an object in this state: what a template asks before it shows a button."""
    action = ACTIONS[action_id]
    return allowed(action, actor) and (state is None or not action.states or state in action.states)
