"""What is registered is corrected and taken away, never overwritten: each version stays, with who, when and why."""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.models import AuditEvent
from samsyn.web.audit.refusal import Refusal
from samsyn.web.care.acts.registering import correct, register, withdraw
from samsyn.web.care.kinds import KINDS, KINDS_BY_MODEL
from samsyn.web.care.models import Assessment, Case, Goal, LevelDecision, Registered, Visit
from tests.web.care.conftest import CaseClient, page_of
from tests.web.care.making import ASSESSED, DECIDED, GOAL, form_of, fresh, goal_of

CaseIn = Callable[..., Case]
WHY = "Fel skrivet från början"


@pytest.fixture
def case(case_in: CaseIn) -> Case:
    """A case with a plan."""
    return case_in("planned")


@pytest.fixture
def goal(actor: Actor, case: Case) -> Goal:
    return goal_of(actor, case)


def address(case: Case, row: Registered, name: str) -> str:
    return page_of(case, name, kind=KINDS_BY_MODEL[type(row)].slug, thing=row.thing)


def test_every_kind_of_registration_can_be_corrected() -> None:
    assert {kind.model for kind in KINDS.values()} == set(Registered.__subclasses__())


def test_a_correction_is_a_new_version(case: Case, goal: Goal, clinician: CaseClient) -> None:
    form = clinician.get(address(case, goal, "correct")).context["form"]
    assert form.initial["text"] == "Gå till affären"
    sent = clinician.send(address(case, goal, "correct"), **form_of(GOAL, target="30", version=1, why=WHY))
    assert sent.status_code == 302
    first, second = Goal.across_units.order_by("place")
    assert (first.target, second.target) == ("20", "30")
    assert (second.thing, second.replaces_id, second.why) == (first.pk, first.pk, WHY)
    assert [each.target for each in Goal.current(case.goals.all())] == ["30"]


def test_every_version_can_be_read(case: Case, goal: Goal, actor: Actor, clinician: CaseClient) -> None:
    clinician.send(address(case, goal, "correct"), **form_of(GOAL, target="30", version=1, why=WHY))
    clinician.send(address(case, goal, "withdraw"), version=2, why="Målet gällde någon annan")
    page = clinician.get(address(case, goal, "versions")).content.decode()
    for words in (
        "Version 1",
        "Version 2",
        "Version 3",
        WHY,
        "Målet gällde någon annan",
        "30",
        actor.name,
        "borttagen",
    ):
        assert words in page
    events = clinician.page(case)
    assert "Borttaget: mål" in events
    assert address(case, goal, "versions") in events


def test_what_is_taken_away_does_not_count(case: Case, goal: Goal, clinician: CaseClient) -> None:
    assert "Gå till affären" in clinician.get(address(case, goal, "withdraw")).content.decode()
    clinician.send(address(case, goal, "withdraw"), version=1, why=WHY)
    assert not Goal.current(case.goals.all()).exists()
    assert fresh(case).follow_up_due is None
    again = clinician.send(address(case, goal, "withdraw"), version=2, why=WHY)
    assert again.status_code == 409
    assert "Registreringen är borttagen" in clinician.get(address(case, goal, "correct")).content.decode()
    assert "Registreringen är redan borttagen" in clinician.get(address(case, goal, "withdraw")).content.decode()
    late = clinician.send(page_of(case, "follow-up-goal", thing=goal.thing), day="2019-10-01", result="reached")
    assert late.status_code == 409


def test_without_a_reason_nothing_is_put_right(case: Case, goal: Goal, clinician: CaseClient) -> None:
    for name, told in (("correct", form_of(GOAL, target="30")), ("withdraw", {})):
        assert clinician.send(address(case, goal, name), **told, version=1, why="").status_code == 422
    assert Goal.across_units.count() == 1


def test_nothing_changed_is_no_version(case: Case, goal: Goal, clinician: CaseClient) -> None:
    sent = clinician.send(address(case, goal, "correct"), **form_of(GOAL, version=1, why=WHY))
    assert sent.status_code == 409
    assert "Inget är ändrat" in sent.content.decode()


def test_who_read_an_earlier_version_is_told(case: Case, goal: Goal, clinician: CaseClient) -> None:
    clinician.send(address(case, goal, "correct"), **form_of(GOAL, target="30", version=1, why=WHY))
    for name, told in (("correct", form_of(GOAL, target="40")), ("withdraw", {})):
        late = clinician.send(address(case, goal, name), **told, version=1, why=WHY)
        assert late.status_code == 409
        assert "sedan du öppnade sidan" in late.content.decode()
    assert Goal.across_units.count() == 2


def test_two_versions_do_not_replace_the_same(actor: Actor, case: Case, goal: Goal) -> None:
    correct(goal, by=actor, case=case, why=WHY, target="30")
    with pytest.raises(Refusal, match="redan rättat"):
        correct(goal, by=actor, case=case, why=WHY, target="40")
    with pytest.raises(Refusal, match="redan rättat"):
        withdraw(goal, by=actor, case=case, why=WHY)


def test_a_version_is_never_changed_or_removed(goal: Goal) -> None:
    for act in (lambda: Goal.across_units.update(target="1"), lambda: Goal.across_units.all().delete()):
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
            act()


def test_what_was_corrected_wrongly_is_refused_as_when_it_was_new(
    case: Case, goal: Goal, clinician: CaseClient
) -> None:
    told = form_of(GOAL, due_on="2018-01-01", version=1, why=WHY)
    sent = clinician.send(address(case, goal, "correct"), **told)
    assert sent.status_code == 409
    assert "Målet följs upp efter det" in sent.content.decode()


@pytest.mark.parametrize(
    ("name", "kind"), [("assessments", "bedomning"), ("leveldecisions", "niva"), ("plans", "plan")]
)
def test_what_the_case_rests_on_is_corrected_not_taken_away(
    case: Case, clinician: CaseClient, name: str, kind: str
) -> None:
    row = getattr(case, name).get()
    assert address(case, row, "withdraw") not in clinician.page(case)
    sent = clinician.send(address(case, row, "withdraw"), version=1, why=WHY)
    assert sent.status_code == 409
    assert "vilar på den här registreringen" in sent.content.decode()
    assert getattr(case, name).count() == 1


def test_after_the_end_it_can_be_taken_away(case_in: CaseIn, actor: Actor, clinician: CaseClient) -> None:
    case = case_in("planned")
    clinician.send(page_of(case, "end"), version=case.version, kind="given-up", day="2019-10-01", reason="Fel patient.")
    row = case.assessments.get()
    assert address(case, row, "withdraw") in clinician.page(case)
    assert clinician.send(address(case, row, "withdraw"), version=1, why=WHY).status_code == 302


def test_an_ending_is_corrected_and_the_case_follows(case_in: CaseIn, clinician: CaseClient) -> None:
    case = case_in("ended")
    row = case.endings.get()
    told = {"kind": "back-to-health-centre", "day": "2019-09-20", "reason": "Orkar inte.", "version": 1, "why": WHY}
    assert clinician.send(address(case, row, "correct"), **told).status_code == 302
    assert fresh(case).closed_on == date(2019, 9, 20)
    assert "Åter till vårdcentralen" in clinician.page(case)
    assert clinician.send(address(case, row, "withdraw"), version=2, why=WHY).status_code == 409


def test_a_corrected_level_moves_the_case(case: Case, clinician: CaseClient) -> None:
    row = case.leveldecisions.get()
    told = form_of(DECIDED, level="MMR2", version=1, why=WHY)
    assert clinician.send(address(case, row, "correct"), **told).status_code == 302
    assert fresh(case).level == "MMR2"


def test_of_two_decisions_the_first_holds_again(case_in: CaseIn, actor: Actor, clinician: CaseClient) -> None:
    case = case_in("decided")
    clinician.send(page_of(case, "decide-level"), **form_of(DECIDED, level="MMR2", version=case.version))
    second = LevelDecision.across_units.get(level="MMR2")
    assert fresh(case).level == "MMR2"
    assert clinician.send(address(case, second, "withdraw"), version=1, why=WHY).status_code == 302
    assert fresh(case).level == "MMR1"


def test_a_corrected_assessment_opens_the_way(case: Case, clinician: CaseClient, actor: Actor, case_in: CaseIn) -> None:
    other = case_in("assessment", number="199106162390")
    wrong = form_of(ASSESSED, suitability="not-suitable", version=1)
    clinician.send(page_of(other, "assess"), **wrong)
    row = Assessment.across_units.get(case=other)
    clinician.send(address(other, row, "correct"), **form_of(ASSESSED, version=1, why=WHY))
    assert clinician.send(page_of(other, "decide-level"), **form_of(DECIDED, version=3)).status_code == 302


def test_a_visit_is_corrected_through_the_same_page(case_in: CaseIn, clinician: CaseClient) -> None:
    case = case_in("treatment")
    visit = Visit.across_units.get()
    told = {"day": "2019-09-11", "kind": "individual", "professions": ["nurse"], "minutes": "30", "diagnoses": "M54.5"}
    sent = clinician.send(address(case, visit, "correct"), **told, procedures="UV110", words="", version=1, why=WHY)
    assert sent.status_code == 302, sent.context["form"].errors
    assert fresh(case).started_on == date(2019, 9, 11)


def test_the_trail_of_changes_says_what_was_corrected(case: Case, goal: Goal, clinician: CaseClient) -> None:
    clinician.send(address(case, goal, "correct"), **form_of(GOAL, target="30", version=1, why=WHY))
    event = AuditEvent.objects.get(action="case.correct")
    assert event.changes["target"] == ["20", "30"]
    assert (event.object_id, event.changes["why"]) == (str(case.pk), [None, WHY])
    assert event.region_id is None


@pytest.mark.parametrize("name", ["versions", "correct", "withdraw"])
def test_only_what_is_the_cases_own_has_a_page(
    case: Case, goal: Goal, clinician: CaseClient, case_in: CaseIn, name: str
) -> None:
    other = case_in("planned", number="199106162390")
    for where, kind, thing in (
        (other, "mal", goal.thing), (case, "bedomning", goal.thing), (case, "nagot", goal.thing),
        (case, "mal", uuid.uuid4()),
    ):  # fmt: skip
        assert clinician.get(page_of(where, name, kind=kind, thing=thing)).status_code == 404


def test_a_step_in_the_wrong_state_is_refused_in_words(case_in: CaseIn, clinician: CaseClient) -> None:
    case = case_in("planned")
    tries: dict[str, dict[str, Any]] = {
        "assess": form_of(ASSESSED), "decide-level": form_of(DECIDED), "plan-later": {"day": "2019-10-01"},
    }  # fmt: skip
    for name, told in tries.items():
        assert "Det går inte nu" in clinician.get(page_of(case, name)).content.decode()
        sent = clinician.send(page_of(case, name), **told, version=case.version)
        assert sent.status_code == 409
        assert "läget är nu ”plan upprättad”" in sent.content.decode()


def test_the_second_of_two_tabs_is_told(case_in: CaseIn, clinician: CaseClient) -> None:
    case = case_in("decided")
    told = form_of(DECIDED, version=case.version)
    assert clinician.send(page_of(case, "decide-level"), **told).status_code == 302
    late = clinician.send(page_of(case, "decide-level"), **told)
    assert late.status_code == 409
    assert "sedan du öppnade sidan" in late.content.decode()


@pytest.mark.parametrize(
    ("state", "name", "told"),
    [
        ("assessment", "assess", form_of(ASSESSED, day="2019-12-24")),
        ("assessment", "assess", form_of(ASSESSED, pain_onset="2019-10-01")),
        ("assessed", "decide-level", form_of(DECIDED, day="2019-12-24")),
        ("assessed", "decide-level", form_of(DECIDED, day="2019-09-01")),
        ("decided", "plan", {"day": "2019-12-24"}),
        ("decided", "plan", {"day": "2019-10-01", "signed_with_patient_on": "2019-09-30"}),
        ("decided", "plan", {"day": "2019-10-01", "signed_with_patient_on": "2019-12-24"}),
        ("decided", "plan", {"day": "2019-10-01", "follow_up_on": "2019-09-30"}),
        ("planned", "contact-work", {"day": "2019-12-24", "code": "GC001"}),
        ("planned", "end", {"kind": "given-up", "day": "2019-12-24", "reason": WHY}),
        ("treatment", "end", {"kind": "given-up", "day": "2019-09-05", "reason": WHY}),
        ("planned", "end", {"kind": "deceased", "day": "2019-10-01", "reason": WHY}),
    ],
)
def test_what_cannot_be_is_refused(
    case_in: CaseIn, clinician: CaseClient, state: str, name: str, told: dict[str, Any]
) -> None:
    case = case_in(state)
    sent = clinician.send(page_of(case, name), **told, version=case.version)
    assert sent.status_code == 409
    assert fresh(case).state == state


def test_a_registration_holds_its_units_and_its_own_id(actor: Actor, case: Case) -> None:
    goal = register(Goal, by=actor, case=case, **GOAL)
    assert (goal.thing, goal.place, goal.unit_id, goal.registered_by_name) == (goal.pk, 1, actor.unit_id, actor.name)
