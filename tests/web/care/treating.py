"""Cases in treatment, made as rows; and what the treatment's forms hold when they are filled in."""

import uuid
from datetime import date
from typing import Any

from samsyn.kernel import PersonIdentity
from samsyn.web.audit.actor import Actor
from samsyn.web.care.acts.registering import register
from samsyn.web.care.models import Assessment, Case, Goal, Suitability, Visit, VisitKind
from samsyn.web.directory.models import Accreditation, RegistryConnection, Team
from samsyn.web.patients.acts.registering import Told, register_patient
from samsyn.web.patients.models import Patient

TODAY = date(2019, 10, 31)
ASA, KENT, MAN = "198001022386", "199106162390", "200108232398"
ONGOING = {"MMR1": "UV110", "MMR2": "UV115"}
CLOSING = {"MMR1": "UV114", "MMR2": "UV116"}


def team_at(by: Actor, level: str = "MMR1", *, approved: bool = True) -> Team:
    """The unit's team at the level, approved for 2019 and joined to the registry."""
    home = {"unit_id": by.unit_id, "region_id": by.region_id}
    found = Team.at(by).filter(level=level).first()
    if found:
        return found
    care_level = "primary" if level == "MMR1" else "hospital"
    told = {"programme": "vgr-mmr", "level": level, "care_level": care_level, "name": f"Team {level}"}
    team = Team.across_units.create(**home, **told)
    if approved:
        days = {"first_day": date(2019, 1, 1), "last_day": date(2019, 12, 31)}
        Accreditation.across_units.create(**home, team=team, **days)
    RegistryConnection.across_units.create(**home, team=team, module="both", since=date(2018, 1, 1))
    return team


def case_in(by: Actor, state: str = "treatment", *, level: str = "MMR1", number: str = ASA, **told: Any) -> Case:
    """A case of a new patient, in that state; in treatment it has an assessment and one visit."""
    patient = register_patient(by=by, identity=PersonIdentity(number), told=Told("Åsa", "Öberg"))
    return case_of(by, patient, state, level=level, **told)


def case_of(by: Actor, patient: Patient, state: str = "treatment", *, level: str = "MMR1", **told: Any) -> Case:
    """The same, of that patient."""
    undecided = state in ("assessment", "assessed")
    case = Case.across_units.create(
        unit_id=by.unit_id, region_id=by.region_id, patient=patient, team=team_at(by, level), programme="vgr-mmr",
        year=2019, serial=Case.at(by).count() + 1, state=state, level="" if undecided else level,
        opened_on=date(2019, 2, 1), closed_on=date(2019, 10, 1) if state in ("completed", "ended") else None, **told,
    )  # fmt: skip
    if state != "assessment":
        register(
            Assessment, by=by, case=case, day=date(2019, 2, 1), diagnoses=["M545"], professions=["physician"],
            suitability=Suitability.SUITABLE, investigated=True, pain_onset=date(2018, 1, 1),
        )  # fmt: skip
    if state in ("treatment", "paused", "completed"):
        visit_on(by, case, date(2019, 3, 1))
    return Case.across_units.get(pk=case.pk)


def visit_on(by: Actor, case: Case, day: date, **told: Any) -> Visit:
    """A visit as a row, with all that it needs."""
    said = {
        "kind": VisitKind.INDIVIDUAL, "professions": ["physician"], "minutes": 60, "diagnoses": ["M545"],
        "procedures": [ONGOING[case.level]],
    }  # fmt: skip
    return register(Visit, by=by, case=case, day=day, **said | told)


def goal_on(by: Actor, case: Case) -> Goal:
    """A goal that waits for its follow-up."""
    told = {"text": "Gå till affären", "measure": "Minuter", "profession": "physiotherapist"}
    return register(Goal, by=by, case=case, due_on=date(2019, 6, 1), **told)


def sent(**fields: Any) -> dict[str, Any]:
    """A form with a key of its own."""
    return {"act_key": str(uuid.uuid4()), **fields}


VISIT = {
    "day": "2019-10-01", "kind": "individual", "professions": ["physician", "psychologist"], "minutes": "90",
    "diagnoses": "m54.5", "procedures": "UV 110", "words": "",
}  # fmt: skip
CONFERENCE = {"day": "2019-10-01", "professions": ["physician", "psychologist"], "decided": "Vi fortsätter."}
CLOSED = {
    "day": "2019-10-31",
    "professions": ["physician"],
    "minutes": "60",
    "diagnoses": "M54.5",
    "procedures": "UV114",
}
