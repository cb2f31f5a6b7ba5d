"""A valid form for each address that acts: a new ActingView needs a line in FORMS, or the house tests fail."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from samsyn.web.audit.actor import Role
from samsyn.web.audit.clock import now, today
from samsyn.web.care.acts.completing import findings_now, fingerprint
from tests.web.care.making import ASSESSED, DECIDED, GOAL, PLANNED, form_of
from tests.web.care.treating import CLOSED, CONFERENCE, VISIT, team_at
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


def _case(state: str = "treatment", **more: Any) -> Callable[[Made], dict[str, Any]]:
    return lambda made: {"version": made.case(state).version, **more}


def _closing(made: Made) -> dict[str, Any]:
    case = made.case()
    seen = fingerprint(findings_now(case, by=made.by(Role.CLINICIAN)))
    return {"version": case.version, "seen": seen, "acknowledged": "on", **CLOSED}


def _group(made: Made) -> dict[str, Any]:
    told = {"title": "Skolan", "day": "2019-10-01", "minutes": "90", "professions": ["nurse"], "procedures": "UV110"}
    return told | {f"present_{made.case().pk.hex}": "on"}


_MEMBER = {"name": "Ny", "profession": "nurse", "first_day": "2019-01-01"}
_ANSWERS = {"version": 1, "was_active": "yes", "was_paid": "no", "former_name": "Förra teamet"}
_AND_ITS_NOTIFICATION = "one event on the approval and one on its notification"

FORMS: dict[str, Filled] = {
    "care:open": Filled(
        Role.CLINICIAN,
        lambda made: {"team": team_at(made.by(Role.CLINICIAN)).pk, "opened_on": "2019-10-01", "reason": _WHY},
    ),
    "care:open-from-referral": Filled(
        Role.CLINICIAN,
        lambda made: {"version": made.accepted().version, "opened_on": today().isoformat()},
        events=2,
        why="one event on the letter and one on the case",
    ),
    "care:assess": Filled(Role.CLINICIAN, _case("assessment", **form_of(ASSESSED))),
    "care:decide-level": Filled(Role.CLINICIAN, _case("assessed", **form_of(DECIDED))),
    "care:plan": Filled(Role.CLINICIAN, _case("decided", **form_of(PLANNED))),
    "care:plan-later": Filled(Role.CLINICIAN, _case(**form_of(PLANNED))),
    "care:add-goal": Filled(Role.CLINICIAN, lambda _: form_of(GOAL)),
    "care:follow-up-goal": Filled(Role.CLINICIAN, lambda _: {"day": "2019-10-01", "result": "reached"}),
    "care:contact-work": Filled(Role.CLINICIAN, lambda _: {"day": "2019-10-01", "code": "GC001"}),
    "care:register-nrs": Filled(Role.CLINICIAN, _case(informed_on="2019-10-01")),
    "care:take": Filled(Role.COORDINATOR, _case()),
    "care:end": Filled(Role.CLINICIAN, _case(kind="given-up", day="2019-10-01", reason=_WHY)),
    "care:correct": Filled(Role.CLINICIAN, lambda _: form_of(GOAL, target="30", version=1, why=_WHY)),
    "care:withdraw": Filled(Role.CLINICIAN, lambda _: {"version": 1, "why": _WHY}),
    "care:visit-new": Filled(Role.CLINICIAN, lambda _: VISIT),
    "care:group-visit": Filled(Role.CLINICIAN, _group),
    "care:confer": Filled(Role.CLINICIAN, lambda _: CONFERENCE),
    "care:note-hours": Filled(Role.CLINICIAN, lambda _: {"words": _WHY}),
    "care:pause": Filled(Role.CLINICIAN, _case(first_day="2019-10-01", reason=_WHY)),
    "care:resume": Filled(Role.CLINICIAN, _case("paused", last_day="2019-10-01")),
    "care:complete": Filled(Role.CLINICIAN, _closing),
    "care:send-copy": Filled(
        Role.CLINICIAN, _case("completed", consent="1", to_whom="Vårdcentralen", sent_on="2019-10-20")
    ),
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
    "referrals:write": Filled(
        Role.REFERRER, lambda made: {"team": str(made.accreditation().team_id), "sick_leave": "unknown"}
    ),
    "referrals:open-protected": Filled(
        Role.REFERRER, lambda _: {"reason": _WHY}, events=0, why="stands in the access log with the reads"
    ),
    "referrals:change": Filled(
        Role.REFERRER,
        lambda made: {"version": 1, "team": str(made.accreditation().team_id), "sick_leave": "50", "tried": "Nytt"},
    ),
    "referrals:send": Filled(Role.REFERRER, lambda _: {"version": 1}),
    "referrals:complete": Filled(Role.REFERRER, lambda _: {"version": 1, "words": _WHY}),
    "referrals:withdraw": Filled(Role.REFERRER, lambda _: {"version": 1, "words": _WHY}),
    "referrals:accept": Filled(Role.CLINICIAN, lambda _: {"version": 1}),
    "referrals:book": Filled(Role.CLINICIAN, lambda _: {"version": 1, "visit_on": "2019-11-20"}),
    "referrals:ask": Filled(Role.CLINICIAN, lambda _: {"version": 1, "words": _WHY}),
    "referrals:reject": Filled(Role.CLINICIAN, lambda _: {"version": 1, "words": _WHY}),
    "referrals:forward": Filled(
        Role.CLINICIAN,
        lambda made: {"version": 1, "team": str(made.other_team().pk), "chosen": "on"},
        events=2,
        why="one event on the letter that ends and one on the new one",
    ),
    "referrals:tell-delay": Filled(
        Role.CLINICIAN, lambda _: {"version": 1, "told_on": today().isoformat(), "words": _WHY}
    ),
    "referrals:stop-clock": Filled(
        Role.CLINICIAN, lambda _: {"version": 1, "ground": "medical", "first_day": today().isoformat()}
    ),
    "referrals:start-clock": Filled(Role.CLINICIAN, lambda _: {"version": 1, "last_day": today().isoformat()}),
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
