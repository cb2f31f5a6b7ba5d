"""Cases in each state on the way to treatment, made by the acts themselves; and what their forms hold."""

from datetime import date
from typing import Any

from samsyn.kernel import PersonIdentity
from samsyn.web.audit.actor import Actor
from samsyn.web.care.acts.assessing import assess
from samsyn.web.care.acts.deciding import decide_level
from samsyn.web.care.acts.ending import end_case
from samsyn.web.care.acts.opening import open_case
from samsyn.web.care.acts.planning import add_goal, plan
from samsyn.web.care.acts.visiting import register_visit
from samsyn.web.care.models import Case, Goal
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.acts.registering import Told, register_patient
from samsyn.web.patients.models import Patient
from samsyn.web.referrals.models import Referral
from tests.web.care.treating import ASA, team_at
from tests.web.referrals.making import WHOLE, letter_in

ASSESSED: dict[str, Any] = {
    "day": date(2019, 9, 2), "professions": ["physician", "psychologist"], "minutes": 120, "diagnoses": ["M545"],
    "pain_onset": date(2018, 1, 1), "investigated": True, "not_yet_investigated": "", "screening": "nothing",
    "suitability": "suitable", "choice_signed_on": None, "words": "Motiverad.",
}  # fmt: skip
DECIDED: dict[str, Any] = {
    "day": date(2019, 9, 3), "level": "MMR1", "criteria": [], "grounds": "Behöver tre professioner.",
    "professions": ["physician"],
}  # fmt: skip
PLANNED: dict[str, Any] = {
    "day": date(2019, 9, 4), "problem": "Vill kunna bära.", "work_plan": "", "signed_with_patient_on": None,
    "follow_up_on": None,
}  # fmt: skip
GOAL: dict[str, Any] = {
    "text": "Gå till affären", "measure": "Minuter", "baseline": "5", "target": "20", "profession": "physiotherapist",
    "due_on": date(2019, 10, 1),
}  # fmt: skip
VISITED: dict[str, Any] = {
    "day": date(2019, 9, 10), "kind": "individual", "professions": ["physician"], "minutes": 60,
    "diagnoses": ["M545"], "procedures": ["UV110"], "words": "",
}  # fmt: skip


def patient_at(by: Actor, number: str = ASA, given: str = "Åsa", family: str = "Öberg") -> Patient:
    """A patient of the actor's unit."""
    return register_patient(by=by, identity=PersonIdentity(number), told=Told(given, family))


def opened(by: Actor, number: str = ASA, **told: Any) -> Case:
    """A case without a referral, just opened."""
    facts = {"team": team_at(by), "opened_on": date(2019, 9, 1), "reason": "Sökte själv"} | told
    return open_case(by=by, patient=patient_at(by, number), **facts)


def in_state(state: str, by: Actor, number: str = ASA) -> Case:
    """A case in that state, by every act that leads there."""
    case = opened(by, number)
    if state == "ended":
        end_case(by=by, case_id=case.pk, version=1, kind="patient-declined", day=date(2019, 9, 1), reason="Orkar inte.")
        return fresh(case)
    acts = [("assessed", assess, ASSESSED), ("decided", decide_level, DECIDED), ("planned", plan, PLANNED)]
    for reached, act, told in acts:
        if fresh(case).state == state:
            break
        act(by=by, case_id=case.pk, version=fresh(case).version, **told)
        assert fresh(case).state == reached
    if state == "treatment":
        register_visit(by=by, case_id=case.pk, **VISITED)
    assert fresh(case).state == state
    return fresh(case)


def goal_of(by: Actor, case: Case, **told: Any) -> Goal:
    """A goal of the case's plan."""
    return add_goal(by=by, case_id=case.pk, **GOAL | told)


def letter_to(by: Actor, referrer: Actor, state: str = "accepted", **told: Any) -> Referral:
    """A letter from the referrer's unit to the actor's team, about a patient of the referrer's."""
    patient = patient_at(referrer)
    # the clock's columns are the letter's own: a month from its receipt
    facts = {"sent_on": date(2019, 9, 1), **WHOLE} | told
    return letter_in(state, patient, team_at(by), **facts)


def unit_of(by: Actor) -> Unit:
    """The actor's unit."""
    return Unit.objects.get(pk=by.unit_id)


def fresh(case: Case) -> Case:
    """The case as it is now."""
    return Case.across_units.get(pk=case.pk)


def form_of(told: dict[str, Any], **more: Any) -> dict[str, Any]:
    """What an act takes, as a form sends it."""
    as_sent = {True: "True", False: "False", None: ""}
    plain = {name: as_sent.get(value, value) if not isinstance(value, (int, list)) or isinstance(value, bool) else value
             for name, value in told.items()}  # fmt: skip
    days = {name: value.isoformat() for name, value in plain.items() if isinstance(value, date)}
    return {**plain, **days, **more}
