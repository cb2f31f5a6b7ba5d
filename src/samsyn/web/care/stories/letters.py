"""Referrals from a health centre to a team, in every state: one late, one whose clock stands still, one forwarded."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from samsyn.guidelines import Guideline
from samsyn.pathway.clocks import StopGround
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import as_on
from samsyn.web.care.loading.people import in_working_age
from samsyn.web.care.rules import guideline_of_programme
from samsyn.web.directory.models import Team
from samsyn.web.organisations.models import Unit
from samsyn.web.referrals.acts import answering, forwarding, stopping, writing
from samsyn.web.referrals.models import LintonForm, Referral, SickLeave

LETTERS: Final = 14
"""How many letters the stories hold, with the one that has led to a case."""


@dataclass
class Letters:
    """Who writes and who answers; each letter is about another of the writer's patients."""

    referrer: Actor
    coordinator: Actor
    team: Team
    today: date

    def __post_init__(self) -> None:
        self._patients = iter(in_working_age(Unit.objects.get(pk=self.referrer.unit_id), self.today))
        guideline = guideline_of_programme(self.team.programme, self.today)
        assert guideline is not None
        self.guideline: Guideline = guideline

    def written(self, days_ago: int, team: Team | None = None, **other: Any) -> Referral:
        """A draft of that day, with all that the guideline asks, but for what is said otherwise."""
        with as_on(self.day(days_ago)):
            patient = next(self._patients)
            return writing.write_draft(
                by=self.referrer, patient_id=patient, team_id=(team or self.team).pk, **self._said(days_ago) | other
            )

    def sent(self, days_ago: int, team: Team | None = None, **other: Any) -> Referral:
        """The same, sent."""
        letter = self.written(days_ago, team, **other)
        with as_on(self.day(days_ago)):
            return writing.send(by=self.referrer, referral_id=letter.pk, version=letter.version)

    def answered(self, act: Callable[..., Referral], letter: Referral, days_ago: int, **said: Any) -> Referral:
        """What the team did with it that day."""
        with as_on(self.day(days_ago)):
            return act(by=self.coordinator, referral_id=letter.pk, version=letter.version, **said)

    def day(self, days_ago: int) -> date:
        """So many days before the demonstration's day."""
        return self.today - timedelta(days=days_ago)

    def _said(self, days_ago: int) -> dict[str, Any]:
        day = self.day(days_ago)
        return {
            "phone": "031-390 06 50",
            "diagnosis": a_diagnosis(self.guideline),
            "pain_onset": day - timedelta(days=400),
            "investigated": True,
            "tried": "Fysioterapi under ett halvår, smärtskola, läkemedel utan tillräcklig effekt.",
            "question": "Långvarig smärta som påverkar arbete och vardag. Önskar bedömning för rehabilitering i team.",
            "sick_leave": SickLeave.HALF,
            "sick_leave_since": day - timedelta(days=120),
            "linton_sum": 61,
            "linton_form": LintonForm.SHORT,
            "linton_on": day - timedelta(days=7),
            "level_considered": "Bedöms kunna behandlas i primärvård.",
            "chosen_by_patient": True,
        }


def a_diagnosis(guideline: Guideline) -> str:
    """One that opens the programme; low back pain where the guideline lists none."""
    return listed[len(listed) // 4].code.text if (listed := guideline.diagnoses) else "M545"


def tell_letters(referrer: Actor, coordinator: Actor, team: Team, other: tuple[Actor, Team], today: date) -> Letters:
    """The letters; what is returned writes more of them. `other` is another unit's team, and someone there."""
    letters = Letters(referrer, coordinator, team, today)
    letters.written(1)
    letters.sent(2)
    letters.sent(9, diagnosis="", investigated=None, not_yet_investigated="Röntgen av ländryggen är beställd.")
    letters.sent(78)
    letters.sent(104)
    _asked(letters)
    _waiting(letters)
    _told_late(letters)
    _ended(letters, other)
    return letters


def _asked(letters: Letters) -> None:
    words = "Vi behöver veta om patienten är färdigutredd, och läkemedelslistan."
    letters.answered(answering.ask, letters.sent(21), 17, words=words)


def _waiting(letters: Letters) -> None:
    """Accepted; booked; and one who wishes to wait, whose clock stands still."""
    letters.answered(answering.accept, letters.sent(15), 8)
    letter = letters.answered(answering.accept, letters.sent(33), 27)
    letters.answered(answering.book, letter, 26, visit_on=letters.day(-6))
    letter = letters.answered(answering.accept, letters.sent(70), 64)
    day = letters.day(50)
    letters.answered(
        stopping.stop_clock, letter, 50, ground=StopGround.VOLUNTARY, first_day=day, offered_on=letters.day(40),
        informed_on=day, wish_on=day, words="Patienten är bortrest och vill börja senare.",
    )  # fmt: skip


def _told_late(letters: Letters) -> None:
    """The time is not kept, and patient and referrer know."""
    letter = letters.answered(answering.accept, letters.sent(101), 90)
    letter = letters.answered(answering.book, letter, 20, visit_on=letters.day(-12))
    words = "Vi har ingen tid inom gränsen. Patienten är uppringd och vill vänta på tiden hos oss."
    letters.answered(answering.tell_delay, letter, 19, told_on=letters.day(19), words=words)


def _ended(letters: Letters, other: tuple[Actor, Team]) -> None:
    """Returned, taken back, and forwarded both ways."""
    words = "Patienten behöver utredas vidare hos er innan rehabilitering i team."
    letters.answered(answering.reject, letters.sent(45), 41, words=words)
    letter = letters.sent(38)
    with as_on(letters.day(30)):
        writing.withdraw(by=letters.referrer, referral_id=letter.pk, version=letter.version, words="Patienten flyttar.")
    elsewhere, team = other
    letters.answered(forwarding.forward, letters.sent(29), 24, team_id=team.pk, words="Närmare hemmet.")
    letter = letters.sent(25, team)
    with as_on(letters.day(12)):
        forwarding.forward(
            by=elsewhere,
            referral_id=letter.pk,
            version=letter.version,
            team_id=letters.team.pk,
            words="Kortare väntan.",
        )
