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
    at_office: bool = False  # by who works at the region's office, where the role alone does not tell


_YESTERDAY = (now() - timedelta(days=2)).date().isoformat()
_BOTH = "one event on each of the two records"
_WHY = "Efter samtal med patienten"


def _version(made: Made) -> dict[str, Any]:
    return {"version": made.patient().version}


def _assignment(made: Made) -> dict[str, Any]:
    return {"unit": made.unit.pk, "first_day": today().isoformat()}


def _decision(made: Made) -> dict[str, Any]:
    return decision_on(made.notification("submitted"), made.by(Role.COORDINATOR))


def _directive(**more: str) -> dict[str, Any]:
    return {"reference": "HS 2", "first_day": "2019-01-01", "last_day": "2019-12-31", "amount": "55 000"} | more


_MEMBER = {"name": "Ny", "profession": "nurse", "first_day": "2019-01-01"}
_ANSWERS = {"version": 1, "was_active": "yes", "was_paid": "no", "former_name": "Förra teamet"}
_AND_ITS_NOTIFICATION = "one event on the approval and one on its notification"

FORMS: dict[str, Filled] = {
    "directory:team-new": Filled(
        Role.COORDINATOR, lambda _: {"name": "Nytt", "work": "vgr-mmr|MMR1", "care_level": "primary"}
    ),
    "directory:team-change": Filled(Role.COORDINATOR, lambda _: {"version": 1, "phone": "010-1"}),
    "directory:confirm-team": Filled(Role.COORDINATOR, lambda _: {"version": 1}),
    "directory:member-new": Filled(Role.COORDINATOR, lambda _: _MEMBER),
    "directory:member-change": Filled(Role.COORDINATOR, lambda _: _MEMBER),
    "directory:member-end": Filled(Role.COORDINATOR, lambda _: {"last_day": "2019-12-01"}),
    "directory:team-registry": Filled(Role.COORDINATOR, lambda _: {"module": "both", "since": "2019-01-01"}),
    "directory:notification-new": Filled(Role.COORDINATOR, lambda _: {"year": "2019"}),
    "directory:notification-change": Filled(Role.COORDINATOR, lambda _: _ANSWERS),
    "directory:notification-submit": Filled(Role.COORDINATOR, lambda _: {**_ANSWERS, "attested": "on"}),
    "directory:notification-withdraw": Filled(Role.COORDINATOR, lambda _: {"version": 1}),
    "directory:notification-approve": Filled(Role.REGION_OFFICER, _decision),
    "directory:notification-return": Filled(Role.REGION_OFFICER, _decision),
    "directory:notification-refuse": Filled(Role.REGION_OFFICER, _decision),
    "directory:accreditation-withdraw": Filled(
        Role.REGION_OFFICER, lambda _: {"from_day": "2019-12-01", "words": _WHY}, events=2, why=_AND_ITS_NOTIFICATION
    ),
    "directory:accreditation-end": Filled(
        Role.COORDINATOR, lambda _: {"from_day": "2019-12-01", "words": _WHY}, events=2, why=_AND_ITS_NOTIFICATION
    ),
    "directory:notice-new": Filled(Role.COORDINATOR, lambda _: {"from_day": "2019-11-01", "words": _WHY}),
    "directory:notice-seen": Filled(Role.REGION_OFFICER, lambda _: {}),
    "directory:directive-new": Filled(
        Role.REGION_OFFICER, lambda made: _directive(provider=str(made.unit.provider_id))
    ),
    "directory:directive-edit": Filled(Role.REGION_OFFICER, lambda _: _directive(version="1", amount="34 000")),
    "directory:directive-issue": Filled(Role.REGION_OFFICER, lambda _: {"version": 1}),
    "directory:directive-revoke": Filled(Role.REGION_OFFICER, lambda _: {"version": 1, "reason": _WHY}),
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
    "patients:withdraw-number": Filled(Role.COORDINATOR, lambda made: {**_version(made), "reason": _WHY}),
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
    "people:reset-second-factor": Filled(Role.ADMINISTRATOR, lambda _: {}),
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
    "people:new-commission": Filled(
        Role.ADMINISTRATOR, lambda _: {"purpose": "Vård och behandling", "role": "clinician"}, at_office=True
    ),
    "people:remove-commission": Filled(Role.ADMINISTRATOR, lambda _: {}, at_office=True),
}

CHANGE_NOTHING = {"patients:find-other": "looks a number up, and sends on to the form that links two records"}
"""Forms of acting pages that are not acts themselves, and why."""


def filled(name: str, made: Made) -> dict[str, Any]:
    """A valid form with a key of its own."""
    return {"act_key": str(uuid.uuid4()), **FORMS[name].data(made)}
