"""The table of rights: which role may do what, to what in which state. Data, in the TOML files beside this one."""

from samsyn.web.people.rights.table import ACTIONS, MENU, Action, action_at, allowed, may

__all__ = ["ACTIONS", "MENU", "Action", "action_at", "allowed", "may"]
