"""The writer's side: a draft, changed, sent, answered when more is asked for, taken back."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.kernel import search_key
from samsyn.pathway.clocks import StopGround
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.directory.models import Team
from samsyn.web.patients.models import Patient
from samsyn.web.referrals.acts.holding import Side, hold
from samsyn.web.referrals.acts.stopping import end_stop
from samsyn.web.referrals.acts.trail import begin, take_step
from samsyn.web.referrals.choosing import team_to_refer_to
from samsyn.web.referrals.models import Referral
from samsyn.web.referrals.timing import WAITING, retime

SAID = (
    "phone", "interpreter", "diagnosis", "pain_onset", "investigated", "not_yet_investigated", "tried", "question",
    "sick_leave", "sick_leave_since", "linton_sum", "linton_form", "linton_on", "level_considered", "referral_code",
    "chosen_by_patient",
)  # fmt: skip
"""What the writer says in a letter, beside whom it is about and to which team."""


def write_draft(*, by: Actor, patient_id: UUID, team_id: UUID, **said: Any) -> Referral:
    """A draft about the unit's own patient; only the unit sees it."""
    patient = _own_patient(by, patient_id)
    letter = Referral(
        from_unit_id=by.unit_id,
        region_id=by.region_id,
        patient_id=patient.pk,
        written_on=today(),
        written_by_id=by.user_id,
        written_by_name=by.name,
        **said,
    )
    _address(letter, team_to_refer_to(by, team_id, today()))
    _identify(letter, patient)
    begin(letter, "referral.write", by=by)
    return letter


def change_draft(*, by: Actor, referral_id: UUID, version: int, team_id: UUID, **said: Any) -> Referral:
    """Say something else in the draft, or send it to another team. Where nothing differs, nothing happens."""
    letter = hold("referral.change", by=by, side=Side.WRITER, referral_id=referral_id, version=version)
    before = {name: getattr(letter, name) for name in ("team_id", *said)}
    if letter.team_id != team_id:
        _address(letter, team_to_refer_to(by, team_id, today()))
    for name, value in said.items():
        setattr(letter, name, value)
    _identify(letter, _own_patient(by, letter.patient_id))
    changes = {name: (was, getattr(letter, name)) for name, was in before.items() if was != getattr(letter, name)}
    if changes:
        take_step(letter, "referral.change", by=by, **changes)
    return letter


def send(*, by: Actor, referral_id: UUID, version: int) -> Referral:
    """Send it as it is: whether the conditions are met is shown, and the writer decides. The clock starts."""
    letter = hold("referral.send", by=by, side=Side.WRITER, referral_id=referral_id, version=version)
    letter.team = team_to_refer_to(by, letter.team_id, today())
    _identify(letter, _own_patient(by, letter.patient_id))
    _check_only_one(letter, by)
    letter.sent, letter.sent_on = True, today()
    retime(letter, today())
    take_step(letter, "referral.send", by=by, sent_on=(None, letter.sent_on))
    return letter


def complete(*, by: Actor, referral_id: UUID, version: int, words: str) -> Referral:
    """Answer what the team asked for; the clock runs again from today."""
    letter = hold("referral.complete", by=by, side=Side.WRITER, referral_id=referral_id, version=version)
    end_stop(letter, today() - timedelta(days=1), StopGround.ASKED)
    retime(letter, today())
    take_step(letter, "referral.complete", by=by, words=words)
    return letter


def withdraw(*, by: Actor, referral_id: UUID, version: int, words: str = "") -> Referral:
    """Take it back; once it has been sent, the team is told why."""
    letter = hold("referral.withdraw", by=by, side=Side.WRITER, referral_id=referral_id, version=version)
    if letter.sent and not words.strip():
        raise Refusal(_("Skriv till teamet varför remissen tas tillbaka."), field="words")
    end_stop(letter, today())
    take_step(letter, "referral.withdraw", by=by, words=words)
    return letter


def _own_patient(by: Actor, patient_id: UUID) -> Patient:
    """The record, locked: of two letters about the patient that are sent at once, the second sees the first."""
    patient = Patient.at(by).select_for_update().filter(pk=patient_id).prefetch_related("identities").first()
    if patient is None:
        raise Refusal(_("Patienten finns inte på din enhet."))
    if patient.same_as_id:
        raise Refusal(_("Patienten har en annan post som används. Skriv remissen från den."))
    if patient.deceased_on:
        raise Refusal(_("Patienten är märkt som avliden. Är det fel: rätta det i patientens post först."))
    return patient


def _address(letter: Referral, team: Team) -> None:
    letter.team, letter.to_unit_id, letter.programme = team, team.unit_id, team.programme


def _identify(letter: Referral, patient: Patient) -> None:
    """Who the patient is, as the unit knows now. A protected person is found by no name, and reached through us."""
    letter.number = patient.main_identity.value
    letter.given_name, letter.family_name = patient.given_name, patient.family_name
    letter.birth_date, letter.protection = patient.birth_date, patient.protection
    letter.search_key = "" if patient.is_protected else search_key(patient.name)[:300]
    if patient.is_protected:
        letter.phone = ""


def _check_only_one(letter: Referral, by: Actor) -> None:
    """Two letters about the same patient to the same team would be answered twice."""
    others = Referral.written_at(by).filter(patient_id=letter.patient_id, team_id=letter.team_id, state__in=WAITING)
    if others.exists():
        raise Refusal(_("Teamet har redan en remiss om patienten som väntar på besök. Ta tillbaka den först."))
