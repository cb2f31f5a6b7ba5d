"""Tells PostgreSQL whose request it is, so that row-level security can be the second wall."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from samsyn.web.audit.actor import Actor, Reach

_SETTINGS = ("samsyn.reach", "samsyn.unit", "samsyn.provider", "samsyn.region", "samsyn.user", "samsyn.role")


def declare(actor: Actor | None) -> None:
    """For the rest of the transaction: this actor's reach, or the public's."""
    if actor is None:
        _set(Reach.PUBLIC, "", "", "", "")
    else:
        ids = (actor.unit_id, actor.provider_id, actor.region_id, actor.user_id)
        _set(actor.reach, *(str(each) for each in ids), role=actor.role)


@contextmanager
def system_reach() -> Iterator[None]:
    """For commands that an operator runs: everything, until the block ends. Never within a request."""
    _set(Reach.SYSTEM, "", "", "", "", local=False)
    try:
        yield
    finally:
        _set(Reach.PUBLIC, "", "", "", "", local=False)


def _set(*values: str, role: str = "", local: bool = True) -> None:
    if connection.vendor != "postgresql":
        return
    columns = ", ".join(["set_config(%s, %s, %s)"] * len(_SETTINGS))
    arguments = [each for pair in zip(_SETTINGS, (*values, role), strict=True) for each in (*pair, local)]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns}", arguments)
