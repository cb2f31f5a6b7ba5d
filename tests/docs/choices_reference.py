"""docs/explanation/choices.md, from the `reading`s of the packaged guidelines.

A reading is what we took a clause to mean where its text is silent or contradicts itself.
`python -m tests.docs.choices_reference [--check]`
"""

import sys
from collections.abc import Iterator
from typing import Final

from samsyn.findings import Citation
from samsyn.guidelines import Guideline, packaged_guidelines
from tests.docs.pages import DOCS, table, write_or_check

PAGE: Final = DOCS / "explanation" / "choices.md"

_HEAD: Final = """\
# Which choices are ours

<!-- Written by tests/docs/choices_reference.py from the packaged guidelines. Do not edit; run `make docs`. -->

The sources leave things open. Where they do, somebody has to choose, or nothing can be decided. Every such choice is
written down where the rule is written down: as the `reading` of the clause, in the guideline file. It is shown with
every finding that rests on it, by `samsyn explain` and by `samsyn guidelines show`.

This page lists them all, so that the region can confirm them or change them. To change one, change the guideline file;
see [A new year's guideline](../how-to/add-a-guideline.md).

Five choices belong to the way series are put together and paid, and so stand in the program and not in a clause:

- A pause never splits a series, however long it is, and at whatever unit it goes on.
- The guideline of a series is the one in force on the day of its completion; of an open series, on the day of
  judgement.
- Payments go to the unit of the first ongoing contact.
- An invoice line means the level whose product code the guideline states. Where a level has none, the level's own name
  (`MMR1`) is accepted in its place.
- Differences between months that cancel within the calendar year are shown, and no money is reckoned on them.
"""


def reading(citation: Citation, language: str) -> str:
    """Our reading in the language; one text for both where the guideline has only one."""
    told: object = citation.reading
    return str(told.get(language, "")) if isinstance(told, dict) else str(told)


def page() -> str:
    """The whole page, the newest guideline first."""
    newest_first = sorted(packaged_guidelines(), key=lambda g: g.period, reverse=True)
    return "\n".join([_HEAD, *(_section(guideline) for guideline in newest_first)])


def _section(guideline: Guideline) -> str:
    places: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for name, citation in _cited(guideline):
        told = (reading(citation, "en"), reading(citation, "sv"))
        if any(told):
            places.setdefault(told, []).append((name, citation.clause))
    rows = [[_listed(name for name, _ in where), _listed(c for _, c in where), *told] for told, where in places.items()]
    twice = all(english == swedish for english, swedish in places)
    columns = ["About", "Clause", "Our reading"] if twice else ["About", "Clause", "Our reading", "Vår tolkning"]
    return f"## {guideline.id}\n\n" + table(columns, [cells[: len(columns)] for cells in rows])


def _listed(texts: Iterator[str]) -> str:
    return "; ".join(dict.fromkeys(texts))


def _cited(guideline: Guideline) -> Iterator[tuple[str, Citation]]:
    """Everything in the guideline that names a clause, as the file orders it."""
    for condition in (*guideline.conditions, *guideline.team_conditions):
        yield f"`{condition.id}`", condition.citation
    for condition in guideline.referral_conditions:
        yield f"referral: `{condition.id}`", condition.citation
    for clock in guideline.clocks:
        yield f"clock `{clock.id}`", clock.citation
    for criterion in guideline.criteria:
        yield f"criterion `{criterion.id}`", criterion.citation
    for code in guideline.codes:
        yield f"code {code.code}", code.citation
    for amount in guideline.amounts:
        yield f"amount {amount.level}", amount.citation
    for supplement in guideline.supplements:
        yield f"supplement `{supplement.id}`", supplement.citation
    for name in ("nrs", "invoice", "follow_up", "notification", "wind_down"):
        terms = getattr(guideline, name)
        if terms is not None:
            yield f"`[{name}]`", terms.citation


def main(arguments: list[str]) -> int:
    """Write or check the page."""
    return write_or_check(PAGE, page(), arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
