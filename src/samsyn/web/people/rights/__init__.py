"""The table of rights: which role may do what, to what in which state. Data, in the TOML files beside this one."""

from samsyn.web.people.rights.table import ACTIONS, Action, action_at, allowed, may

__all__ = ["ACTIONS", "Action", "action_at", "allowed", "may"]
