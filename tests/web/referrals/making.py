"""Letters in every state, made as rows; and what a form holds that says everything."""

from datetime import date
from typing import Any

from samsyn.web.audit.clock import today
from samsyn.web.directory.models import Accreditation, Team
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.models import Patient
from samsyn.web.referrals.models import ClockStop, Referral

UNSENT = ("draft",)
WHOLE = {
    "diagnosis": "M545", "pain_onset": date(2018, 1, 1), "investigated": True, "linton_sum": 67, "linton_form": "short",
    "level_considered": "Primärvård", "tried": "Sjukgymnastik", "question": "Är patienten lämplig?", "phone": "070-1",
    "chosen_by_patient": True,
}  # fmt: skip
"""What a letter says that meets every condition, as the acts take it."""


def approve(team: Team, first_day: date = date(2018, 1, 1)) -> Team:
    """The team is approved until further notice, and so public."""
    team.published = True
    team.save()
    Accreditation(unit=team.unit, region=team.region, team=team, first_day=first_day).save()
    return team


def team_at(unit: Unit, name: str = "Smärtteamet", **facts: Any) -> Team:
    """An approved team."""
    facts = {"programme": "vgr-mmr", "level": "MMR1", "care_level": "primary"} | facts
    team = Team(unit=unit, region=unit.region, name=name, **facts)
    team.save()
    return approve(team)


def letter_in(state: str, patient: Patient, team: Team, **facts: Any) -> Referral:
    """A letter of the patient's unit to the team, in that state."""
    sent = state not in UNSENT
    told = {
        "number": patient.main_identity.value, "given_name": patient.given_name, "family_name": patient.family_name,
        "birth_date": patient.birth_date, "protection": patient.protection, "search_key": patient.name.casefold(),
        "written_on": today(), "written_by_name": "Någon", "sent": sent, "sent_on": today() if sent else None,
    }  # fmt: skip
    letter = Referral(
        from_unit=patient.unit, to_unit=team.unit, region=team.region, team=team, programme=team.programme,
        patient=patient, state=state, **(told | facts),
    )  # fmt: skip
    letter.save(force_insert=True)
    return letter


def stopped(letter: Referral, **facts: Any) -> ClockStop:
    """The letter's clock stands still for medical reasons."""
    told = {"ground": "medical", "first_day": letter.sent_on, "by_name": "Någon"} | facts
    stop = ClockStop(**letter.between, referral=letter, **told)
    stop.save(force_insert=True)
    return stop


def fields(team: Team, **more: Any) -> dict[str, Any]:
    """The letter's form filled in, all of it."""
    return {
        "team": str(team.pk), "chosen_by_patient": "on", "diagnosis": "m54.5 Lumbago", "pain_onset": "2018-01-01",
        "investigated": "yes", "linton_sum": "67", "linton_form": "short", "linton_on": "2018-10-01",
        "level_considered": "Primärvård", "tried": "Sjukgymnastik", "sick_leave": "50",
        "sick_leave_since": "2018-09-01", "question": "Är patienten lämplig?", "phone": "070-1", "interpreter": "",
    } | more  # fmt: skip
