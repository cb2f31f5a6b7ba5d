"""Region Skåne with its programme: a health centre that refers, and a team that treats, as they stood in 2018."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from samsyn.kernel import PersonIdentity
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import as_on
from samsyn.web.care.operating import operator_at
from samsyn.web.directory.models import Accreditation, Team, TeamMember
from samsyn.web.organisations.models import Provider, Region, Unit
from samsyn.web.patients.acts.registering import Told, register_patient
from samsyn.web.people.models import Assignment, User
from samsyn.web.referrals.acts import answering, writing
from samsyn.web.referrals.models import LintonForm, Referral

PROGRAMME, LEVEL = "skane-mms", "MMS"
LAST_DAY = date(2018, 12, 31)
NUMBERS = ("198001022386", "199106162390")


@dataclass(frozen=True)
class Skane:
    """The region, and who acts in it."""

    region: Region
    team: Team
    referrer: Actor
    clinician: Actor

    def letter(self, day: date, number: str = NUMBERS[0], **other: Any) -> Referral:
        """A letter about a new patient of the health centre, written and sent that day with all that is asked."""
        said = {
            "diagnosis": "M545", "pain_onset": date(2017, 6, 1), "investigated": True, "tried": "Fysioterapi.",
            "question": "Multimodal smärtbehandling?", "linton_sum": 48, "linton_form": LintonForm.SHORT,
            "linton_on": day, "referral_code": "MMS-1", "chosen_by_patient": True, "level_considered": "Primärvård.",
        }  # fmt: skip
        with as_on(day):
            patient = register_patient(by=self.referrer, identity=PersonIdentity(number), told=Told("Kim", "Ek"))
            draft = writing.write_draft(by=self.referrer, patient_id=patient.pk, team_id=self.team.pk, **said | other)
            return writing.send(by=self.referrer, referral_id=draft.pk, version=draft.version)

    def booked(self, letter: Referral, day: date, visit_on: date) -> Referral:
        """Accepted and booked that day."""
        with as_on(day):
            accepted = answering.accept(by=self.clinician, referral_id=letter.pk, version=letter.version)
            return answering.book(by=self.clinician, referral_id=letter.pk, version=accepted.version, visit_on=visit_on)


def region_skane() -> Skane:
    """Set it up: the team is approved from 2017, and to finish what has begun until the summer of 2019."""
    region = Region.objects.create(name="Region Skåne", programmes=[PROGRAMME])
    provider = Provider.objects.create(region=region, name="Skånevården AB", organisation_number="5565595450")
    place = {"provider": provider, "region": region}
    unit = Unit.objects.create(**place, name="Rehab Backaby", place="Backaby", hsa_id="SE5565595450-3001")
    centre = Unit.objects.create(**place, name="Vårdcentralen Backaby", place="Backaby", hsa_id="SE5565595450-3002")
    home = {"unit": unit, "region": region}
    team = Team.across_units.create(
        **home, programme=PROGRAMME, level=LEVEL, care_level="primary", name="MMS-teamet", published=True
    )
    Accreditation.across_units.create(**home, team=team, first_day=date(2017, 1, 1), last_day=date(2019, 6, 30))
    for profession in ("physician", "psychologist", "physiotherapist"):
        TeamMember.across_units.create(
            **home, team=team, name=f"Testperson {profession}", profession=profession, first_day=date(2017, 1, 1)
        )
    return Skane(region, team, _person(centre, "referrer"), _person(unit, "clinician"))


def _person(unit: Unit, role: str) -> Actor:
    user = User.objects.create(username=f"skane-{role}", name=f"Testperson {role}", email="")
    return Assignment.objects.create(user=user, unit=unit, role=role, first_day=date(2017, 1, 1)).actor


def reader(skane: Skane) -> Actor:
    """The operator at the team's unit."""
    return operator_at(skane.team.unit)
