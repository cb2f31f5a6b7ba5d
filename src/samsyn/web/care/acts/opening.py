"""Opening a case: from a referral that the team has accepted, or for a patient who comes without one."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from samsyn.kernel import PersonIdentity
from samsyn.pathway.opening import open_for_referrals
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import today
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care import standing
from samsyn.web.care.acts.trail import note
from samsyn.web.care.models import OVER, Case
from samsyn.web.directory.models import Team
from samsyn.web.directory.rules import register
from samsyn.web.patients.acts.marking import mark_protection
from samsyn.web.patients.acts.registering import Told, register_patient
from samsyn.web.patients.models import Patient, PatientIdentity, Protection
from samsyn.web.referrals.acts.opening import mark_visited
from samsyn.web.referrals.models import Referral

_TRIES = 50


class AlreadyOpen(Refusal):
    """The patient has a case in the programme that is not over: `case_id`."""

    def __init__(self, case_id: UUID) -> None:
        super().__init__(_("Patienten har redan ett öppet ärende i programmet. Fortsätt i det."))
        self.case_id = case_id


def open_from_referral(*, by: Actor, referral_id: UUID, version: int, opened_on: date) -> Case:
    """The case of an accepted referral, whose first visit is that day. The patient is found by number or registered."""
    referral = Referral.received_at(by).select_related("team").filter(pk=referral_id).first()
    if referral is None:
        raise Refusal(_("Remissen finns inte på din enhet."))
    patient = patient_of(referral, by=by) or _register_as_the_letter_says(referral, by=by)
    mark_visited(by=by, referral_id=referral_id, version=version, patient_id=patient.pk, day=opened_on)
    return open_case(by=by, referral=referral, patient=patient, team=referral.team, opened_on=opened_on)


def open_case(
    *, by: Actor, patient: Patient, team: Team, opened_on: date, referral: Referral | None = None, reason: str = ""
) -> Case:
    """The case, with the next number of the unit's year; AlreadyOpen where the patient has one in the programme."""
    _check(patient, team, opened_on, referral, reason, by=by)
    case = _create(by=by, referral=referral, patient=patient, team=team, opened_on=opened_on)
    standing.refresh(case, by=by)
    note(
        "referral.open-case" if referral else "case.open", by=by, on=case, number=(None, case.number),
        opened_on=(None, opened_on), reason=(None, reason or None),
    )  # fmt: skip
    return case


def patient_of(referral: Referral, *, by: Actor) -> Patient | None:
    """The unit's own record of whom the letter is about; of two linked records the one in use."""
    own = own_record_id(referral.number, by=by)
    return Patient.at(by).get(pk=own) if own else None


def own_record_id(number: str, *, by: Actor) -> UUID | None:
    """The id alone of the record with that number: what is not loaded is not read."""
    found = PatientIdentity.at(by).filter(value=number).values_list("patient_id", "patient__same_as_id")
    record, kept = found.first() or (None, None)
    return kept or record


def open_case_of(patient: Patient, programme: str, *, by: Actor) -> UUID | None:
    """The person's case in the programme that is not over, on whichever of linked records it stands."""
    same = [patient.pk, *patient.linked.values_list("pk", flat=True)]
    rows = Case.at(by).filter(patient__in=same, programme=programme).exclude(state__in=OVER)
    return rows.values_list("pk", flat=True).first()


def _check(patient: Patient, team: Team, opened_on: date, referral: Referral | None, reason: str, *, by: Actor) -> None:
    if patient.unit_id != by.unit_id or team.unit_id != by.unit_id:
        raise Refusal(_("Patienten eller teamet hör till en annan enhet."))
    if patient.same_as_id:
        raise Refusal(_("Patienten har en annan post hos er som används. Öppna ärendet på den."))
    if opened_on > today():
        raise Refusal(_("Dagen har inte varit än. Skriv en dag till och med i dag."), field="opened_on")
    if patient.birth_date and opened_on < patient.birth_date:
        raise Refusal(_("Dagen är före födelsedagen. Kontrollera året."), field="opened_on")
    if referral is None and not reason:
        raise Refusal(_("Skriv varför ärendet öppnas utan remiss."), field="reason")
    if referral is None and (closed := open_for_referrals(register(), team.programme, opened_on)):
        raise Refusal(
            _("Programmet tar inte emot nya patienter efter %(day)s (%(clause)s). Pågående ärenden får slutföras.")
            % {"day": closed.last_day, "clause": f"{closed.citation.reference}, {closed.citation.section}"},
            field="team",
        )


def _create(*, by: Actor, referral: Referral | None, patient: Patient, team: Team, opened_on: date) -> Case:
    """Of two at once who take the same number, the constraint lets one through; the other takes the next."""
    for _attempt in range(_TRIES):
        if already := open_case_of(patient, team.programme, by=by):
            raise AlreadyOpen(already)
        try:
            with transaction.atomic():
                return Case.across_units.create(
                    unit_id=by.unit_id, region_id=by.region_id, patient=patient, team=team, programme=team.programme,
                    referral=referral, year=opened_on.year, serial=_next_serial(by, opened_on.year),
                    responsible_id=by.user_id, opened_on=opened_on,
                )  # fmt: skip
        except IntegrityError:
            continue
    raise Refusal(_("Många öppnar ärenden just nu. Försök igen om en stund."))


def _next_serial(by: Actor, year: int) -> int:
    last = Case.at(by).filter(year=year).aggregate(last=Max("serial"))["last"]
    return (last or 0) + 1


def _register_as_the_letter_says(referral: Referral, *, by: Actor) -> Patient:
    identity = PersonIdentity(referral.number)
    born = None if identity.birth_date else referral.birth_date
    told = Told(referral.given_name, referral.family_name, born)
    patient = register_patient(by=by, identity=identity, told=told)
    if referral.protection != Protection.NONE:
        mark_protection(
            by=by, patient_id=patient.pk, version=patient.version, protection=referral.protection,
            reason=str(_("Enligt remissen.")),
        )  # fmt: skip
    return patient
