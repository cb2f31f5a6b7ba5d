"""docs/reference/states.md, from the tables of states in samsyn.pathway: `python -m tests.docs.states_reference`."""

import sys
from collections.abc import Iterator
from typing import Final

from samsyn.pathway import CASE, ENDINGS, REFERRAL, Machine, Step
from tests.docs.pages import DOCS, table, write_or_check

PAGE: Final = DOCS / "reference" / "states.md"

_HEAD: Final = """\
# States of a referral and of a case

<!-- Written by tests/docs/states_reference.py from samsyn.pathway. Do not edit; run `make docs`. -->

A step has the name of its action in the [table of rights](rights.md), which says who may take it. A step that is not
drawn between two states is not possible there, whoever asks.
"""
_REFERRAL: Final = """\
A referral begins as a draft that only its writer sees. A letter that is forwarded on the patient's new choice ends, and
a new letter to the other team begins as sent. *Confirmation* is what the other side is told, by the codes of the
national service contract for referrals: BEK confirmed, KOM completion asked for, VID forwarded, AVV rejected, AVB
broken off.
"""
_CASE: Final = f"""\
A case begins with the assessment. Nothing closes by side effect: it is completed by the act of completion, or ended
with one of these reasons:
{", ".join(f"`{ending}`" for ending in ENDINGS)}.
What is registered can be corrected in every state.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_section("A referral", REFERRAL, _REFERRAL), *_section("A case", CASE, _CASE)])


def _section(title: str, machine: Machine, words: str) -> Iterator[str]:
    yield f"## {title}\n"
    yield words
    yield "```mermaid"
    yield diagram(machine)
    yield "```\n"
    yield _steps(machine)


def diagram(machine: Machine) -> str:
    """The table of states as a Mermaid state diagram; steps that lead the same way share an arrow."""
    arrows: dict[tuple[str, str], list[str]] = {}
    for action, origin, to in machine.moves():
        if origin != to:
            arrows.setdefault((origin, to), []).append(_short(action))
    lines = ["stateDiagram-v2", f"    [*] --> {machine.begins}"]
    lines += [f"    {origin} --> {to}: {', '.join(actions)}" for (origin, to), actions in arrows.items()]
    lines += [f"    {end} --> [*]" for end in machine.ends]
    return "\n".join(lines)


def _short(action: str) -> str:
    return action.partition(".")[2]


def _steps(machine: Machine) -> str:
    columns = ["Step", "Possible in", "Leads to"]
    told = any(step.confirmation for step in machine.steps)
    rows = [[*_step(step), *([step.confirmation] if told else [])] for step in machine.steps]
    return table([*columns, *(["Confirmation"] if told else [])], rows)


def _step(step: Step) -> list[str]:
    return [f"`{step.action}`", ", ".join(step.origins), step.to or "*stays*"]


def main(arguments: list[str]) -> int:
    """Write or check the page."""
    return write_or_check(PAGE, page(), arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
