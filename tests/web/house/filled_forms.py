"""A valid form for each address that acts: a new ActingView needs a line in FORMS, or the house tests fail."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from samsyn.web.audit.actor import Role
from samsyn.web.audit.clock import now, today
from tests.web.directory.making import decision_on
from tests.web.house.examples import NUMBER_AT_FIRST, Made


@dataclass(frozen=True)
class Filled:
    """A valid form: what is sent, by whom, and how many events it leaves."""

    role: Role
    data: Callable[[Made], dict[str, Any]]
    events: int = 1
    same_answer: bool = True  # the second sending is answered with the same address
    why: str = ""  # where it is not one event and the same answer


_YESTERDAY = (now() - timedelta(days=2)).date().isoformat()
_BOTH = "one event on each of the two records"
_WHY = "Efter samtal med patienten"


def _version(made: Made) -> dict[str, Any]:
    return {"version": made.patient().version}


def _assignment(made: Made) -> dict[str, Any]:
    return {"unit": made.unit.pk, "first_day": today().isoformat()}


FORMS: dict[str, Filled] = {
    "oversight:spot-check-make": Filled(
        Role.AUDITOR, lambda _: {"first_day": _YESTERDAY, "last_day": _YESTERDAY, "sample_size": "5"}
    ),
    "oversight:spot-check-item": Filled(Role.AUDITOR, lambda _: {"outcome": "in-order"}),
    "oversight:spot-check-finish": Filled(Role.AUDITOR, lambda _: {}),
    "patients:register": Filled(
        Role.COORDINATOR, lambda _: {"number": NUMBER_AT_FIRST, "family_name": "Ek", "sex": "unknown"}
    ),
    "patients:correct": Filled(
        Role.COORDINATOR,
        lambda made: {**_version(made), "given_name": "Ny", "family_name": "Ek", "sex": "unknown"},
    ),
    "patients:open-protected": Filled(
        Role.COORDINATOR, lambda _: {"reason": _WHY}, events=0, why="stands in the access log with the reads"
    ),
    "patients:give-number": Filled(
        Role.COORDINATOR,
        lambda made: {**_version(made), "number": NUMBER_AT_FIRST, "valid_from": "2019-10-01", "replaces": "1"},
    ),
    "patients:protect": Filled(
        Role.COORDINATOR,
        lambda made: {**_version(made), "protection": "sekretessmarkering", "reason": _WHY},
        same_answer=False,
        why="the record is protected now: who comes again is first asked why",
    ),
    "patients:mark-deceased": Filled(Role.COORDINATOR, lambda made: {**_version(made), "day": "2019-10-01"}),
    "patients:mark-test": Filled(Role.COORDINATOR, lambda made: {**_version(made), "is_test": "1", "reason": _WHY}),
    "patients:link": Filled(Role.COORDINATOR, lambda _: {"reason": _WHY}, events=2, why=_BOTH),
    "patients:unlink": Filled(Role.COORDINATOR, lambda _: {"reason": _WHY}, events=2, why=_BOTH),
    "people:give-link": Filled(Role.ADMINISTRATOR, lambda _: {}),
    "people:close": Filled(Role.ADMINISTRATOR, lambda _: {}),
    "people:open": Filled(Role.ADMINISTRATOR, lambda _: {}),
    "people:end-assignment": Filled(Role.ADMINISTRATOR, lambda _: {}),
    "people:give-assignment": Filled(Role.ADMINISTRATOR, lambda made: {**_assignment(made), "role": "auditor"}),
    "people:new-user": Filled(
        Role.ADMINISTRATOR,
        lambda made: {**_assignment(made), "role": "clinician", "name": "Ny", "username": "nyny"},
        events=3,
        why="the account, its assignment and its link",
    ),
}


def filled(name: str, made: Made) -> dict[str, Any]:
    """A valid form with a key of its own."""
    return {"act_key": str(uuid.uuid4()), **FORMS[name].data(made)}
