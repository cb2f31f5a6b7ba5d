"""Cases in every state: one nearly ready to complete, one that stands still since long, one whose goal waits …"""

from datetime import date
from uuid import UUID

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.clock import as_on
from samsyn.web.care.acts import copying, ending, following, opening
from samsyn.web.care.loading.people import in_working_age
from samsyn.web.care.models import GoalResult, Suitability
from samsyn.web.care.stories.letters import Letters
from samsyn.web.care.stories.telling import Telling
from samsyn.web.directory.models import Team
from samsyn.web.referrals.acts import answering

_FULL_COURSE = (98, 95, 91, 88, 84, 81, 77, 74, 70, 67, 63, 60, 56, 53, 49, 46, 42)


def tell_cases(clinician: Actor, team: Team, letters: Letters, today: date) -> None:
    """The stories, each on a patient of the unit that has no case yet, while there are any."""
    _from_a_letter(letters, clinician)
    stories = (
        _newly_opened, _assessed, _not_yet, _planned, _goal_waits, _nearly_ready, _ready, _paused_long, _completed,
        _sent_back, _decided,
    )  # fmt: skip
    for story, patient in zip(stories, in_working_age(team.unit, today), strict=False):
        story(Telling(clinician, team, today), patient)


def _from_a_letter(letters: Letters, by: Actor) -> None:
    """The patient has come for the first visit; the assessment is to be written."""
    letter = letters.answered(answering.accept, letters.sent(40), 36)
    letter = letters.answered(answering.book, letter, 35, visit_on=letters.day(1))
    with as_on(letters.day(1)):
        opening.open_from_referral(by=by, referral_id=letter.pk, version=letter.version, opened_on=letters.day(1))


def _newly_opened(told: Telling, patient: UUID) -> None:
    told.opened(patient, 3)


def _assessed(told: Telling, patient: UUID) -> None:
    told.opened(patient, 12)
    told.assessed(8)


def _not_yet(told: Telling, patient: UUID) -> None:
    """More must be investigated first."""
    told.opened(patient, 20)
    told.assessed(
        15, investigated=False, not_yet_investigated="Utredning av handens domningar pågår.",
        suitability=Suitability.NOT_YET,
    )  # fmt: skip


def _decided(told: Telling, patient: UUID) -> None:
    told.opened(patient, 18)
    told.assessed(13)
    told.decided(10)


def _planned(told: Telling, patient: UUID) -> None:
    told.opened(patient, 34)
    told.assessed(30)
    told.decided(26)
    told.planned(20, (-25, -40))


def _begun(told: Telling, patient: UUID, first: int, goals_due: tuple[int, ...]) -> None:
    """Up to the first visit, so many days ago."""
    told.opened(patient, first + 30)
    told.assessed(first + 21)
    told.decided(first + 18)
    told.planned(first + 10, goals_due)
    told.in_registry(first + 7)
    told.visited(first)


def _goal_waits(told: Telling, patient: UUID) -> None:
    _begun(told, patient, 60, (9, -20))
    for days_ago in (53, 45, 38, 30):
        told.visited(days_ago)
    told.at_work(33)


def _nearly_ready(told: Telling, patient: UUID) -> None:
    """Enough hours, but two visits have no diagnosis, the registry and the closing conference are missing."""
    told.opened(patient, 130)
    told.assessed(122)
    told.decided(119)
    goals = told.planned(112, (30, 14))
    for days_ago in _FULL_COURSE:
        told.visited(days_ago, 135, with_diagnosis=days_ago not in (81, 63))
    told.do(
        following.follow_up_goal, 28, goal_thing=goals[0].thing, day=told.day(28), result=GoalResult.REACHED, words="",
        again_on=None,
    )  # fmt: skip


def _ready(told: Telling, patient: UUID) -> None:
    """Everything is there; nobody has closed it."""
    _begun(told, patient, 98, (20,))
    for days_ago in _FULL_COURSE[1:]:
        told.visited(days_ago, 135)
    told.at_work(70)
    told.conferred(16, closing=True)


def _paused_long(told: Telling, patient: UUID) -> None:
    _begun(told, patient, 280, (215,))
    for days_ago in (270, 262, 255, 247):
        told.visited(days_ago)
    told.paused(230, "Patienten opereras och återhämtar sig.")


def _completed(told: Telling, patient: UUID) -> None:
    _begun(told, patient, 130, (45,))
    for days_ago in _FULL_COURSE:
        told.visited(days_ago + 25, 130)
    told.at_work(90)
    told.conferred(60, closing=True)
    told.completed(50)
    told.do_on_version(copying.send_copy, 48, consent=True, to_whom="Vårdcentralen Majstången", sent_on=told.day(48))


def _sent_back(told: Telling, patient: UUID) -> None:
    told.opened(patient, 66)
    told.assessed(60, suitability=Suitability.NOT_SUITABLE, words="Behöver först behandling för beroende.")
    told.do_on_version(
        ending.end_case, 55, kind="back-to-health-centre", day=told.day(55),
        reason="Inte lämplig nu. Vårdcentralen är kontaktad.",
    )  # fmt: skip
