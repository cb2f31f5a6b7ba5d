"""One condition on a page: how binding, where it stands, how we read it, and its examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from samsyn.adjudication.wording import wording
from samsyn.guidelines import Condition, Guideline, GuidelineRegister
from tests.docs.pages import table
from tests.spec import tables
from tests.spec.model import Language
from tests.spec.pages import texts
from tests.spec.pages.examples import series_examples, team_examples
from tests.spec.pages.layout import by_years, evidence_word, link, quoted, reading, years
from tests.spec.pages.values import values_of
from tests.spec.words import word

Held = tuple[Guideline, Condition]
"""A condition as one of the guidelines has it."""


def conditions_of(register: GuidelineRegister, *, team: bool) -> dict[str, list[Held]]:
    """Every condition on a series, or on a team, with each guideline that has it; in the last guideline's order."""
    found: dict[str, list[Held]] = {}
    for guideline in reversed(register.guidelines):
        for condition in guideline.team_conditions if team else guideline.conditions:
            found.setdefault(condition.id, []).insert(0, (guideline, condition))
    return found


def heading(condition: Condition, language: Language) -> str:
    """The condition's heading: its title, and its id as findings name it."""
    return f"{wording(condition).title[language]} (`{condition.id}`)"


def headings(register: GuidelineRegister, language: Language) -> dict[str, str]:
    """The heading of every condition by its id."""
    both = {**conditions_of(register, team=False), **conditions_of(register, team=True)}
    return {condition_id: heading(held[-1][1], language) for condition_id, held in both.items()}


def contents(found: dict[str, list[Held]], language: Language) -> str:
    """A table of the conditions with links."""
    columns = [t.told(language) for t in (texts.CONDITION, texts.FORCE, texts.EVIDENCE, texts.DAYS)]
    rows = [
        [
            link(heading(held[-1][1], language), wording(held[-1][1]).title[language]) + f" `{condition_id}`",
            _force(held, language),
            _evidence(held, language),
            ", ".join(years(guideline) for guideline, _ in held),
        ]
        for condition_id, held in found.items()
    ]
    return table(columns, rows)


def _force(held: list[Held], language: Language) -> str:
    return by_years((guideline, word(c.force.value, language)) for guideline, c in held)


def _evidence(held: list[Held], language: Language) -> str:
    return by_years((guideline, evidence_word(c, language)) for guideline, c in held)


def condition_page(held: list[Held], language: Language) -> Iterator[str]:
    """Everything about one condition, with its examples."""
    condition = held[-1][1]
    yield f"### {heading(condition, language)}\n"
    yield (
        f"**{texts.FORCE.told(language)}:** {_force(held, language)} · "
        f"**{texts.EVIDENCE.told(language)}:** {_evidence(held, language)}\n"
    )
    columns = [t.told(language) for t in (texts.IN, texts.VALUES, texts.CLAUSE, texts.QUOTE)]
    yield table(columns, _alike(held, lambda g, c: _stands(g, c, language)))
    yield from _readings(held, language)
    yield f"**{texts.REMEDY.told(language)}:** {wording(condition).remedy[language]}\n"
    yield from _examples(condition.id, language)


def _stands(guideline: Guideline, condition: Condition, language: Language) -> tuple[str, ...]:
    cited = condition.citation
    return values_of(condition, guideline, language), cited.clause, quoted(cited, language)


def _alike(held: list[Held], of: Callable[[Guideline, Condition], tuple[str, ...]]) -> list[list[str]]:
    """One row for the years that say the same, so that only what differs between years stands twice."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for guideline, condition in held:
        rows.setdefault(of(guideline, condition), []).append(years(guideline))
    return [[", ".join(shared), *said] for said, shared in rows.items()]


def _readings(held: list[Held], language: Language) -> Iterator[str]:
    told = _alike(held, lambda _, c: (reading(c.citation, language),))
    lines = [f"- {shared}: {said}" for shared, said in told if said]
    if lines:
        yield f"**{texts.READING.told(language)}**\n\n" + "\n".join(lines) + "\n"


def _examples(condition_id: str, language: Language) -> Iterator[str]:
    series = [t for t in tables.SERIES if t.condition == condition_id]
    teams = [t for t in tables.TEAMS if t.condition == condition_id]
    for of_series in series:
        yield from series_examples(of_series, language)
    for of_team in teams:
        yield from team_examples(of_team, language)
    if not (series or teams):
        yield f"*{texts.WEB_ONLY.told(language)}*\n"
