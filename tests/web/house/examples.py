"""An example object for each address that needs one.

A new address with something in its path needs a line in EXAMPLES: the house tests fail until it is there. Each line is
a function of `Made`, which makes what is asked for in the unit of whoever acts.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from samsyn.kernel import PersonIdentity
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.clock import now, today
from samsyn.web.care.models import Case, Goal
from samsyn.web.directory.models import (
    Accreditation,
    Directive,
    DirectiveState,
    Notification,
    StaffingNotice,
    Team,
    TeamMember,
)
from samsyn.web.organisations.models import Unit
from samsyn.web.oversight.acts.spot_checks import judge_item, make_check
from samsyn.web.oversight.models import SpotCheck
from samsyn.web.patients.acts.registering import Told, register_patient
from samsyn.web.patients.models import Patient, PatientIdentity
from samsyn.web.people.models import CommissionRole, User
from samsyn.web.referrals.models import Referral
from tests.web.care.treating import case_of, goal_on, team_at
from tests.web.conftest import AssignmentOf
from tests.web.oversight.conftest import read
from tests.web.referrals.making import approve, letter_in, stopped

PLANTED = (
    "198001022386", "198012042381", "199007112387", "198107282389", "199106162390", "200108232398", "198507022385",
    "197703052386", "196809142398", "199304252381",
)  # fmt: skip
NAMES = ("Planterad", "Förnamnsson")
"""What must never be seen where it does not belong: no page says these words of itself."""

PATIENT_IN = {"treatment": 0, "planned": 1, "paused": 2, "completed": 3, "assessment": 6, "assessed": 7, "decided": 8}
"""Whose case is in which state: someone has one open case in a programme."""

NUMBER_AT_FIRST, NUMBER_BESIDE = "196407842399", "199905192390"


@dataclass
class Made:
    """Makes objects at one unit, each kind once."""

    unit: Unit
    assignment_of: AssignmentOf
    role: Role = Role.COORDINATOR
    kept: dict[str, Any] = field(default_factory=dict)

    def by(self, role: Role) -> Actor:
        """Someone at the unit."""
        return self._once(f"by {role}", lambda: self.assignment_of(role, self.unit).actor)

    def patient(self, place: int = 0) -> Patient:
        """A patient of the unit, with a planted name and number."""
        return self._once(f"patient {place}", lambda: self._register(PLANTED[place]))

    def second_number(self) -> PatientIdentity:
        """A number beside the patient's main one."""
        patient, told = self.patient(), {"kind": "personnummer", "value": NUMBER_BESIDE, "valid_from": date(2019, 1, 1)}
        told |= {"patient": patient, "is_main": False}
        return self._once("number", lambda: PatientIdentity.across_units.create(**self._home(), **told))

    def protected(self) -> Patient:
        """A patient with a protected identity."""
        patient = self.patient(5)
        Patient.across_units.filter(pk=patient.pk).update(protection="sekretessmarkering")
        return patient

    def linked(self) -> Patient:
        """A record that has been linked to another."""
        Patient.across_units.filter(pk=self.patient(4).pk).update(same_as=self.patient(0))
        return self.patient(4)

    def case(self, state: str = "treatment") -> Case:
        """A case in that state, of a patient of its own."""
        patient = self.patient(PATIENT_IN.get(state, 4))
        return self._once(f"case {state}", lambda: case_of(self.by(Role.CLINICIAN), patient, state))

    def goal(self) -> Goal:
        """A goal that waits for its follow-up."""
        return self._once("goal", lambda: goal_on(self.by(Role.CLINICIAN), self.case()))

    def accepted(self) -> Referral:
        """A letter that the unit has accepted; it wrote it too."""
        team = team_at(self.by(Role.COORDINATOR))
        return self._once("accepted", lambda: letter_in("accepted", self.patient(9), team))

    def check(self, days_ago: int = 2) -> SpotCheck:
        """A spot check of the day before yesterday, with one reading in it."""
        return self._once(f"check {days_ago}", lambda: self._check(days_ago))

    def judged(self) -> SpotCheck:
        """A spot check of which everything has been judged."""
        check = self.check(9)
        for item in check.items.filter(outcome=""):
            judge_item(by=self.by(Role.AUDITOR), item=item, outcome="in-order", words="")
        return check

    def team(self, name: str = "Exempelteamet") -> Team:
        """A published team."""
        told = {"programme": "vgr-mmr", "level": "MMR1", "care_level": "primary", "published": True}
        return self._once(f"team {name}", lambda: Team.across_units.create(**self._home(), name=name, **told))

    def notification(self, state: str = "draft") -> Notification:
        """A notification for this year, of a team of its own in each state."""
        told = {"team": self.team(f"Team {state}"), "year": 2019, "guideline_id": "vgr-mmr-2019", "state": state}
        if state != "draft":
            told |= {"submitted_at": now(), "submitted_on": today()}
        return self._once(f"notification {state}", lambda: Notification.across_units.create(**self._home(), **told))

    def notice(self) -> StaffingNotice:
        """A notice of changed staffing."""
        told = {"team": self.team(), "from_day": today(), "words": "x", "sent_at": now(), "sent_by": "x"}
        return self._once("notice", lambda: StaffingNotice.across_units.create(**self._home(), **told))

    def member(self) -> TeamMember:
        """Someone in the team."""
        told = {"team": self.team(), "name": "Lena Läkare", "profession": "physician", "first_day": date(2019, 1, 1)}
        return self._once("member", lambda: TeamMember.across_units.create(**self._home(), **told))

    def accreditation(self) -> Accreditation:
        """The team is approved."""
        notification = self.notification("approved")
        told = {"team": notification.team, "notification": notification, "first_day": date(2019, 1, 1)}
        return self._once("accreditation", lambda: Accreditation.across_units.create(**self._home(), **told))

    def closed_user(self) -> User:
        """Someone whose account is closed."""
        User.objects.filter(pk=self.by(Role.REFERRER).user_id).update(is_active=False)
        return User.objects.get(pk=self.by(Role.REFERRER).user_id)

    def commission(self) -> CommissionRole:
        """A line of the region's table from commissions to roles."""
        told = {"region": self.unit.region, "purpose": "Vård och behandling", "role": Role.CLINICIAN}
        return self._once("commission", lambda: CommissionRole.objects.create(**told))

    def directive(self, state: str = DirectiveState.DRAFT) -> Directive:
        """A directive to the unit's provider."""
        told = {
            "region": self.unit.region, "provider": self.unit.provider, "reference": "HS 1", "level": "MMR1",
            "guideline_id": "vgr-mmr-2019", "first_day": date(2019, 1, 1), "last_day": date(2019, 12, 31),
            "amount_ore": 3_500_000,
        }  # fmt: skip
        make = lambda: Directive.across_units.create(**told, state=state)  # noqa: E731
        return self._once(f"directive {state}", make)

    def letter(self, state: str = "sent", **facts: Any) -> Referral:
        """A letter of the unit's own to its own team, in each state one."""
        told = {"team": self.accreditation().team, **facts}
        return self._once(f"letter {state} {facts}", lambda: letter_in(state, self.patient(), **told))

    def letter_of_protected(self) -> Referral:
        """A letter about a patient with a protected identity."""
        told = {"team": self.accreditation().team, "protection": "sekretessmarkering"}
        return self._once("protected letter", lambda: letter_in("sent", self.protected(), **told))

    def stopped_letter(self) -> Referral:
        """A letter whose clock stands still."""
        return self._once("stopped letter", lambda: stopped(self.letter("booked")).referral)

    def other_team(self) -> Team:
        """Another approved team of the unit's."""
        return self._once("other team", lambda: approve(self.team("Andra teamet")))

    def _once(self, key: str, make: Callable[[], Any]) -> Any:
        if key not in self.kept:
            self.kept[key] = make()
        return self.kept[key]

    def _home(self) -> dict[str, Any]:
        return {"unit": self.unit, "region": self.unit.region}

    def _register(self, number: str) -> Patient:
        told = Told(*NAMES)
        return register_patient(by=self.by(Role.COORDINATOR), identity=PersonIdentity(number), told=told)

    def _check(self, days_ago: int) -> SpotCheck:
        moment = now() - timedelta(days=days_ago)
        day = moment.date()
        read(self.by(Role.CLINICIAN), self.patient().pk, moment.replace(hour=10))
        return make_check(by=self.by(Role.AUDITOR), first_day=day, last_day=day, sample_size=5)


Keywords = Callable[[Made], dict[str, Any]]


def _case(state: str = "treatment") -> "Keywords":
    return lambda made: {"case_id": made.case(state).pk}


def _goal(made: Made) -> dict[str, Any]:
    return {"case_id": made.case().pk, "kind": "mal", "thing": made.goal().thing}


def _patient(made: Made) -> dict[str, Any]:
    return {"patient_id": made.patient().pk}


def _letter(state: str) -> Keywords:
    return lambda made: {"referral_id": made.letter(state).pk}


def _user(made: Made) -> dict[str, Any]:
    return {"user_id": made.by(Role.CLINICIAN).user_id}


def _team(made: Made) -> dict[str, Any]:
    return {"team": made.team().pk}


def _notification(state: str) -> Keywords:
    return lambda made: {"notification": made.notification(state).pk}


def _directive(state: str) -> Keywords:
    return lambda made: {"directive": made.directive(state).pk}


EXAMPLES: dict[str, Keywords] = {
    "oversight:extract": lambda made: {"patient": made.patient().pk},
    "oversight:extract-csv": lambda made: {"patient": made.patient().pk},
    "oversight:spot-check": lambda made: {"check": made.check().pk},
    "oversight:spot-check-finish": lambda made: {"check": made.judged().pk},
    "oversight:spot-check-item": lambda made: {"check": made.check().pk, "place": 1},
    "patients:patient": _patient,
    "patients:open-protected": lambda made: {"patient_id": made.protected().pk},
    "patients:correct": _patient,
    "patients:give-number": _patient,
    "patients:withdraw-number": lambda made: {
        "patient_id": made.patient().pk, "identity_id": made.second_number().pk
    },
    "patients:protect": _patient,
    "patients:mark-deceased": _patient,
    "patients:mark-test": _patient,
    "patients:find-other": _patient,
    "patients:link": lambda made: {"patient_id": made.patient().pk, "other_id": made.patient(1).pk},
    "patients:unlink": lambda made: {"patient_id": made.linked().pk},
    "people:user": _user,
    "people:link": _user,
    "people:give-link": _user,
    "people:reset-second-factor": _user,
    "people:close": _user,
    "people:open": lambda made: {"user_id": made.closed_user().pk},
    "people:give-assignment": _user,
    "people:end-assignment": lambda made: {"assignment_id": made.by(Role.CLINICIAN).assignment_id},
    "people:remove-commission": lambda made: {"line_id": made.commission().pk},
    "directory:public-team": lambda made: {"team": made.accreditation().team_id},
    "directory:confirm-team": lambda made: {"team": made.accreditation().team_id},
    "directory:team": _team,
    "directory:team-change": _team,
    "directory:member-new": _team,
    "directory:member-change": lambda made: {"team": made.team().pk, "member": made.member().pk},
    "directory:member-end": lambda made: {"team": made.team().pk, "member": made.member().pk},
    "directory:team-registry": _team,
    "directory:notification-new": _team,
    "directory:notice-new": _team,
    "directory:notice-seen": lambda made: {"notice": made.notice().pk},
    "directory:notification": _notification("draft"),
    "directory:notification-change": _notification("draft"),
    "directory:notification-submit": _notification("draft"),
    "directory:notification-withdraw": _notification("submitted"),
    "directory:notification-review": _notification("submitted"),
    "directory:notification-approve": _notification("submitted"),
    "directory:notification-return": _notification("submitted"),
    "directory:notification-refuse": _notification("submitted"),
    "directory:accreditation-withdraw": lambda made: {"accreditation": made.accreditation().pk},
    "directory:accreditation-end": lambda made: {"accreditation": made.accreditation().pk},
    "directory:directive-new": lambda _: {"guideline": "vgr-mmr-2019", "level": "MMR2"},
    "directory:directive": _directive(DirectiveState.ISSUED),
    "directory:directive-edit": _directive(DirectiveState.DRAFT),
    "directory:directive-issue": _directive(DirectiveState.DRAFT),
    "directory:directive-revoke": _directive(DirectiveState.ISSUED),
    "care:case": _case(),
    "care:next": _case(),
    "care:of-patient": _patient,
    "care:open": lambda made: {"patient_id": made.patient(9).pk},
    "care:open-from-referral": lambda made: {"referral_id": made.accepted().pk},
    "care:assess": _case("assessment"),
    "care:decide-level": _case("assessed"),
    "care:plan": _case("decided"),
    "care:plan-later": _case(),
    "care:add-goal": _case(),
    "care:follow-up-goal": lambda made: {"case_id": made.case().pk, "thing": made.goal().thing},
    "care:contact-work": _case(),
    "care:register-nrs": _case(),
    "care:take": _case(),
    "care:end": _case(),
    "care:versions": _goal,
    "care:correct": _goal,
    "care:withdraw": _goal,
    "care:visit-new": _case(),
    "care:confer": _case(),
    "care:note-hours": _case(),
    "care:pause": _case(),
    "care:resume": _case("paused"),
    "care:complete": _case(),
    "care:send-copy": _case("completed"),
    "care:print-plan": _case(),
    "care:print-summary": _case(),
    "care:pdf-plan": _case(),
    "care:pdf-summary": _case(),
    "referrals:choose": _patient,
    "referrals:write": lambda made: {"patient_id": made.patient().pk, "team_id": made.accreditation().team_id},
    "referrals:referral": _letter("sent"),
    "referrals:print": _letter("sent"),
    "referrals:open-protected": lambda made: {"referral_id": made.letter_of_protected().pk},
    "referrals:change": _letter("draft"),
    "referrals:send": _letter("draft"),
    "referrals:complete": _letter("asked"),
    "referrals:withdraw": _letter("accepted"),
    "referrals:accept": _letter("sent"),
    "referrals:book": _letter("accepted"),
    "referrals:ask": _letter("sent"),
    "referrals:reject": _letter("sent"),
    "referrals:forward": _letter("sent"),
    "referrals:tell-delay": _letter("accepted"),
    "referrals:stop-clock": _letter("sent"),
    "referrals:start-clock": lambda made: {"referral_id": made.stopped_letter().pk},
    "password_link": lambda made: {"user_id": made.by(Role.CLINICIAN).user_id, "token": "none"},
    "mfa_edit_webauthn": lambda _: {"pk": 1},
    "mfa_remove_webauthn": lambda _: {"pk": 1},
}  # fmt: skip


def example(name: str, made: Made) -> dict[str, Any]:
    """What stands in the path of an address."""
    return EXAMPLES[name](made) if name in EXAMPLES else {}
