"""A state machine as a table: which step leads from where to where."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


class ImpossibleStep(ValueError):
    """The step is not allowed in that state."""


@dataclass(frozen=True)
class Step:
    """One step. `to` is empty where the state stays as it is; `confirmation` is what the other side is sent, if any.

    Confirmations are those of the national service contract for referrals: BEK confirmed, VID forwarded, KOM completion
    asked for, AVB broken off, AVV rejected (clinicalprocess:activity:request 2.2).
    """

    action: str
    origins: tuple[str, ...]
    to: str = ""
    confirmation: str = ""


@dataclass(frozen=True)
class Machine:
    """All states in the order of the way, the first where it begins, and all steps."""

    name: str
    states: tuple[str, ...]
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        for step in self.steps:
            unknown = {*step.origins, *filter(None, [step.to])} - set(self.states)
            if unknown or not step.origins:
                raise ValueError(
                    f"{self.name}: the step {step.action} names {sorted(unknown)}, or no state to start from."
                )
        if len({step.action for step in self.steps}) != len(self.steps):
            raise ValueError(f"{self.name}: a step stands twice.")

    @property
    def begins(self) -> str:
        """The first state."""
        return self.states[0]

    @property
    def ends(self) -> tuple[str, ...]:
        """The states that no step leaves."""
        left = {origin for step in self.steps for origin in step.origins if step.to not in ("", origin)}
        return tuple(state for state in self.states if state not in left)

    def step(self, action: str) -> Step:
        """The step of that name; KeyError where there is none."""
        return {step.action: step for step in self.steps}[action]

    def after(self, action: str, state: str) -> str:
        """The state that the step leads to from `state`; ImpossibleStep where it is not allowed."""
        step = self.step(action)
        if state not in step.origins:
            raise ImpossibleStep(f"{self.name}: {action} is not possible in {state}.")
        return step.to or state

    def is_path(self, taken: Iterable[tuple[str, str, str]]) -> bool:
        """Whether the steps taken, (action, from, to), begin at the beginning and follow each other and the table."""
        allowed = set(self.moves())
        state = self.begins
        for taken_step in taken:
            if taken_step[1] != state or taken_step not in allowed:
                return False
            state = taken_step[2]
        return True

    def moves(self) -> Iterator[tuple[str, str, str]]:
        """Every single move: the action, the state it is taken in, the state it leads to."""
        for step in self.steps:
            for origin in step.origins:
                yield step.action, origin, step.to or origin
