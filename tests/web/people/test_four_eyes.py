"""Four eyes: who has done one step may not do the next to the same object."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.refusal import Refusal
from samsyn.web.audit.trail import leave_event
from samsyn.web.organisations.models import Unit
from samsyn.web.people.acting import check_not_same
from samsyn.web.people.models import User
from samsyn.web.people.rights import ACTIONS


def test_the_one_who_did_the_step_before_is_refused_and_no_one_else(
    actor_of: Callable[[Role, Unit], Actor], unit: Unit, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (actor_of(Role.ADMINISTRATOR, unit) for _ in range(2))
    one, other = User.objects.order_by("username")
    monkeypatch.setitem(ACTIONS, "user.close", replace(ACTIONS["user.close"], not_by_same="user.add"))
    leave_event(action="user.add", by=first, on=one)
    with pytest.raises(Refusal, match="någon annan"):
        check_not_same("user.close", by=first, on=one)
    check_not_same("user.close", by=second, on=one)
    check_not_same("user.close", by=first, on=other)
    check_not_same("user.open", by=first, on=one)
