"""The tables of states: everything can be reached, what is over stays over, and no step is taken where it is not."""

from __future__ import annotations

import itertools
from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.pathway import CASE, ENDINGS, REFERRAL, ImpossibleStep, Machine, Step
from samsyn.pathway import case_states as of_case
from samsyn.pathway import referral_states as of_referral

MACHINES = pytest.mark.parametrize("machine", [REFERRAL, CASE], ids=lambda machine: machine.name)
CONFIRMATIONS = {"BEK", "VID", "KOM", "AVB", "AVV"}


def reached(machine: Machine, begin: str) -> set[str]:
    found, waiting = {begin}, deque([begin])
    while waiting:
        state = waiting.popleft()
        for _, origin, to in machine.moves():
            if origin == state and to not in found:
                found.add(to)
                waiting.append(to)
    return found


@MACHINES
def test_every_state_and_so_every_step_can_be_reached(machine: Machine) -> None:
    assert reached(machine, machine.begins) == set(machine.states)
    assert all(step.origins for step in machine.steps)


@MACHINES
def test_from_every_state_there_is_a_way_out(machine: Machine) -> None:
    for state in machine.states:
        assert reached(machine, state) & set(machine.ends), state


@MACHINES
def test_what_is_over_stays_over(machine: Machine) -> None:
    for end in machine.ends:
        assert reached(machine, end) == {end}


def test_the_ends() -> None:
    assert REFERRAL.ends == (of_referral.VISITED, of_referral.FORWARDED, of_referral.REJECTED, of_referral.WITHDRAWN)
    assert CASE.ends == (of_case.COMPLETED, of_case.ENDED)
    assert len(set(ENDINGS)) == len(ENDINGS) == 5


def test_nothing_closes_by_side_effect() -> None:
    closing = {(action, to) for action, origin, to in CASE.moves() if to in CASE.ends and origin not in CASE.ends}
    assert closing == {("case.complete", of_case.COMPLETED), ("case.end", of_case.ENDED)}


def test_confirmations_are_those_of_the_service_contract_and_each_is_sent_by_one_step() -> None:
    sent = [step.confirmation for step in REFERRAL.steps if step.confirmation]
    assert sorted(sent) == sorted(CONFIRMATIONS)
    assert not any(step.confirmation for step in CASE.steps)


@MACHINES
def test_a_step_is_possible_in_its_own_states_and_nowhere_else(machine: Machine) -> None:
    for step, state in itertools.product(machine.steps, machine.states):
        if state in step.origins:
            assert machine.after(step.action, state) == (step.to or state)
        else:
            with pytest.raises(ImpossibleStep, match=step.action):
                machine.after(step.action, state)


def test_a_plan_can_be_made_also_where_the_treatment_has_begun_without_one() -> None:
    taken = [
        ("case.assess", "assessment", "assessed"),
        ("case.decide-level", "assessed", "decided"),
        ("case.visit", "decided", "treatment"),
        ("case.plan-later", "treatment", "treatment"),
        ("case.complete", "treatment", "completed"),
    ]
    assert CASE.is_path(taken)
    assert not CASE.is_path(taken[1:])


@MACHINES
@given(st.data())
def test_any_walk_along_the_table_is_a_path_and_any_break_in_it_is_seen(machine: Machine, data: st.DataObject) -> None:
    taken: list[tuple[str, str, str]] = []
    state = machine.begins
    for _ in range(data.draw(st.integers(1, 12))):
        move = data.draw(st.sampled_from([move for move in machine.moves() if move[1] == state] or [("", "", "")]))
        if not move[0]:
            break
        taken.append(move)
        state = move[2]
    assert machine.is_path(taken)
    at = data.draw(st.integers(0, len(taken) - 1))
    action, origin, to = taken[at]
    wrong = data.draw(st.sampled_from([other for other in (*machine.states, "nowhere") if other != to]))
    assert not machine.is_path([*taken[:at], (action, origin, wrong)])
    assert not machine.is_path([*taken, ("no-such-step", state, state)])
    assert not machine.is_path([*taken, (machine.steps[0].action, "nowhere", machine.begins)])


@pytest.mark.parametrize(
    ("states", "steps"),
    [
        (("a", "b"), (Step("go", ("a",), "c"),)),
        (("a", "b"), (Step("go", ("c",), "b"),)),
        (("a", "b"), (Step("go", (), "b"),)),
        (("a", "b"), (Step("go", ("a",), "b"), Step("go", ("b",), "a"))),
    ],
    ids=["leads nowhere", "starts nowhere", "starts from nothing", "stands twice"],
)
def test_a_table_that_cannot_be(states: tuple[str, ...], steps: tuple[Step, ...]) -> None:
    with pytest.raises(ValueError, match="wrong"):
        Machine("wrong", states, steps)
