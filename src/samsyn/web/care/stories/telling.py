"""A case told step by step: each step on its own day, by the act that people use."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from samsyn.guidelines import Guideline, Role
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import as_on
from samsyn.web.care.acts import (
    assessing,
    completing,
    conferring,
    contacting,
    deciding,
    opening,
    pausing,
    planning,
    registry,
    visiting,
)
from samsyn.web.care.models import Case, Goal, Screening, Suitability, VisitKind
from samsyn.web.care.proposing import code_for
from samsyn.web.care.rules import guideline_of_programme
from samsyn.web.care.stories.letters import a_diagnosis
from samsyn.web.directory.models import Team
from samsyn.web.patients.models import Patient

PROFESSIONS = ("physician", "physiotherapist", "occupational_therapist", "psychologist")


@dataclass
class Telling:
    """A case and the day the story has come to, in days before the demonstration's."""

    by: Actor
    team: Team
    today: date
    case_id: UUID = field(init=False)

    @property
    def case(self) -> Case:
        """As it is now."""
        return Case.at(self.by).select_related("team").get(pk=self.case_id)

    @property
    def guideline(self) -> Guideline:
        """The programme's."""
        found = guideline_of_programme(self.team.programme, self.today)
        assert found is not None
        return found

    def day(self, days_ago: int) -> date:
        """So many days before the demonstration's day."""
        return self.today - timedelta(days=days_ago)

    def do(self, act: Any, days_ago: int, **said: Any) -> Any:
        """An act on the case as it stands, that day."""
        with as_on(self.day(days_ago)):
            return act(by=self.by, case_id=self.case_id, **said)

    def do_on_version(self, act: Any, days_ago: int, **said: Any) -> Any:
        """The same, for acts that want to know what the reader saw."""
        return self.do(act, days_ago, version=self.case.version, **said)

    def opened(self, patient: UUID, days_ago: int) -> None:
        """A case without a referral: the patient came from another programme of the unit's own."""
        with as_on(self.day(days_ago)):
            whom = Patient.at(self.by).get(pk=patient)
            reason = "Patienten har sökt själv."
            case = opening.open_case(
                by=self.by, patient=whom, team=self.team, opened_on=self.day(days_ago), reason=reason
            )
        self.case_id = case.pk

    def assessed(self, days_ago: int, **other: Any) -> None:
        """Assessed as suitable, but for what is said otherwise."""
        day = self.day(days_ago)
        said = {
            "professions": list(PROFESSIONS[:3]), "minutes": 120, "diagnoses": [a_diagnosis(self.guideline)],
            "pain_onset": day - timedelta(days=500), "investigated": True, "not_yet_investigated": "",
            "screening": Screening.NOTHING, "suitability": Suitability.SUITABLE, "choice_signed_on": day,
            "words": "Motiverad till rehabilitering i team.",
        }  # fmt: skip
        self.do_on_version(assessing.assess, days_ago, day=day, **said | other)

    def decided(self, days_ago: int) -> None:
        """The level that the team treats, on the first criterion that speaks for it."""
        level = self.team.level
        criteria = [each.id for each in self.guideline.criteria_for(level)[:1]]
        self.do_on_version(
            deciding.decide_level, days_ago, day=self.day(days_ago), level=level, criteria=criteria,
            grounds="Smärtan påverkar vardag och arbete, och flera professioner behövs.",
            professions=list(PROFESSIONS[:3]),
        )  # fmt: skip

    def planned(self, days_ago: int, goals_due: tuple[int, ...] = (-30,)) -> list[Goal]:
        """A signed plan with its goals; `goals_due` in days before today, negative ahead."""
        day = self.day(days_ago)
        self.do_on_version(
            planning.plan, days_ago, day=day, signed_with_patient_on=day, follow_up_on=day + timedelta(days=60),
            problem="Jag vill kunna arbeta heltid och leka med barnen.",
            work_plan="Kontakt med arbetsgivaren om anpassade uppgifter.",
        )  # fmt: skip
        return [self._goal(number, days_ago, due) for number, due in enumerate(goals_due)]

    def _goal(self, number: int, days_ago: int, due: int) -> Goal:
        text, measure, baseline, target, profession = _GOALS[number % len(_GOALS)]
        made: Goal = self.do(
            planning.add_goal, days_ago, text=text, measure=measure, baseline=baseline, target=target,
            profession=profession, due_on=self.day(due),
        )  # fmt: skip
        return made

    def in_registry(self, days_ago: int) -> None:
        """Informed and registered in the first module that the guideline knows."""
        day, nrs = self.day(days_ago), self.guideline.nrs
        if nrs:
            module = nrs.modules.get(self.team.level) or nrs.modules.get(self.team.care_level, "")
            self.do_on_version(
                registry.register_in_registry, days_ago, informed_on=day, objected=False, module=module,
                registered_on=day,
            )  # fmt: skip

    def visited(self, days_ago: int, minutes: int = 120, *, with_diagnosis: bool = True, **other: Any) -> None:
        """A visit with the level's code, by the profession whose turn it is."""
        day = self.day(days_ago)
        said = {
            "procedures": list(code_for(Role.ONGOING, self.case, day)),
            "diagnoses": [a_diagnosis(self.guideline)] if with_diagnosis else [],
            "professions": [PROFESSIONS[days_ago % len(PROFESSIONS)]],
            "kind": VisitKind.INDIVIDUAL, "minutes": minutes, "words": "",
        }  # fmt: skip
        self.do(visiting.register_visit, days_ago, day=day, **said | other)

    def at_work(self, days_ago: int) -> None:
        """A contact with the employer."""
        code = self.guideline.codes_for(Role.COORDINATION)[0]
        words = "Anpassade arbetsuppgifter från nästa månad."
        self.do(
            contacting.contact_work, days_ago, day=self.day(days_ago), code=code, with_whom="Arbetsgivaren", words=words
        )

    def conferred(self, days_ago: int, *, closing: bool = False) -> None:
        """A conference with a physician."""
        words = "Behandlingen kan avslutas." if closing else "Fortsätt enligt planen."
        self.do(
            conferring.confer, days_ago, day=self.day(days_ago), professions=list(PROFESSIONS), patient_present=True,
            closing=closing, decided=words,
        )  # fmt: skip

    def paused(self, days_ago: int, reason: str) -> None:
        """Broken off."""
        self.do_on_version(pausing.pause, days_ago, first_day=self.day(days_ago), reason=reason)

    def completed(self, days_ago: int) -> None:
        """Closed by one who has read the checks of that day."""
        with as_on(self.day(days_ago)):
            case = self.case
            seen = completing.fingerprint(completing.findings_now(case, by=self.by))
            completing.complete(
                by=self.by, case_id=case.pk, version=case.version, seen=seen, day=self.day(days_ago), acknowledged=True,
                procedures=list(code_for(Role.COMPLETION, case, self.day(days_ago))), professions=["physician"],
                minutes=60, diagnoses=[a_diagnosis(self.guideline)], words="Målen är i huvudsak nådda.",
            )  # fmt: skip


_GOALS = (
    ("Gå en halvtimme utan att vila", "antal minuter", "10 minuter", "30 minuter", "physiotherapist"),
    ("Arbeta halvtid utan att behöva vila efteråt", "timmar per dag", "2 timmar", "4 timmar", "occupational_therapist"),
    ("Sova minst sex timmar per natt", "sömndagbok", "4 timmar", "6 timmar", "psychologist"),
)
