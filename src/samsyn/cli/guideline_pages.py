"""Guidelines as pages of text."""

from collections.abc import Callable, Iterator
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from samsyn.adjudication.wording import Wording, referral_wording, wording
from samsyn.cli.guideline_values import TERMS, Difference, values
from samsyn.cli.options import Language
from samsyn.cli.showing import table
from samsyn.cli.texts import number, say, word
from samsyn.findings import Citation
from samsyn.guidelines import Condition, Guideline, GuidelineRegister
from samsyn.kernel import Limit


def list_page(register: GuidelineRegister, language: Language) -> RenderableType:
    """One row a guideline."""
    rows = [[g.id, str(g.period), g.reference, _amounts(g, language)] for g in register.guidelines]
    columns = [say(key, language) for key in ("guideline", "in_force", "reference", "amounts")]
    return table(say("packaged", language), columns, rows)


def _amounts(guideline: Guideline, language: Language) -> str:
    return ", ".join(
        f"{a.level} {number(a.money.whole_kronor())} kr" if a.money else f"{a.level} {word(a.ground.value, language)}"
        for a in guideline.amounts
    )


def show_pages(guideline: Guideline, language: Language) -> Iterator[RenderableType]:
    """The whole guideline: conditions, codes, diagnoses, money, and where each value stands."""
    told = values(guideline)
    yield Text(f"{guideline.id}: {guideline.title[language.value]}", style="bold")
    yield Text(f"{guideline.reference}, {guideline.period}\n")
    yield _conditions(say("conditions", language), guideline.conditions, told["conditions"], language)
    if guideline.team_conditions:
        yield _conditions(
            say("team_conditions", language), guideline.team_conditions, told["team_conditions"], language
        )
    if guideline.referral_conditions:
        yield _conditions(
            say("referral_conditions", language),
            guideline.referral_conditions,
            told["referral_conditions"],
            language,
            referral_wording,
        )
    yield from _way(guideline, language)
    yield from _lists(guideline, language)
    yield _money(guideline, language)
    for name in TERMS:
        if told[name]:
            title = say("register" if name == "nrs" else name, language)
            yield table(title, ["", ""], [[key, _flat(value)] for key, value in told[name].items()])


def _conditions(
    title: str,
    conditions: tuple[Condition, ...],
    told: dict[str, Any],
    language: Language,
    worded: Callable[[Condition], Wording] = wording,
) -> RenderableType:
    rows = [
        [
            f"{worded(c).title[language.value]}\n({c.id})",
            f"{word(c.force.value, language)}",
            _flat(told[c.id]["params"]),
            f"{c.citation.clause}\n”{c.citation.quote}”",
            c.citation.reading.get(language.value, ""),
        ]
        for c in conditions
    ]
    keys = ("condition", "force", "parameters", "clause", "our_reading")
    return table(title, [say(key, language) for key in keys], rows)


def _way(guideline: Guideline, language: Language) -> Iterator[RenderableType]:
    """How long a patient may wait, and what speaks for each level."""
    clause, reading = say("clause", language), say("our_reading", language)
    if guideline.clocks:
        rows = [
            [
                c.label[language.value],
                _limit(c.limit, language),
                word(c.starts.value, language),
                *_stated(c.citation, language),
            ]
            for c in guideline.clocks
        ]
        columns = [say("label", language), say("time", language), say("counted_from", language), clause, reading]
        yield table(say("clocks", language), columns, rows)
    if guideline.criteria:
        rows = [
            [word(c.level, language), c.label[language.value], *_stated(c.citation, language)]
            for c in guideline.criteria
        ]
        columns = [say("level", language), say("label", language), clause, reading]
        yield table(say("criteria", language), columns, rows)


def _limit(limit: Limit, language: Language) -> str:
    if limit.months:
        return say("months", language, count=limit.months)
    return say("days", language, count=limit.days)


def _stated(citation: Citation, language: Language) -> list[str]:
    return [citation.clause, citation.reading.get(language.value, "")]


def _lists(guideline: Guideline, language: Language) -> Iterator[RenderableType]:
    codes = [[str(c.code), c.level, c.label[language.value], c.citation.clause] for c in guideline.codes]
    columns = [say(key, language) for key in ("code", "level", "label", "clause")]
    yield table(say("codes", language), columns, codes)
    if guideline.diagnoses:
        rows = [[str(d.code), d.label[language.value]] for d in guideline.diagnoses]
        yield table(say("listed_diagnoses", language), [say("code", language), say("label", language)], rows)


def _money(guideline: Guideline, language: Language) -> RenderableType:
    rows = [
        [
            a.level,
            f"{number(a.money.whole_kronor())} kr" if a.money else "",
            word(a.ground.value, language),
            a.stated_product_code,
            a.citation.clause,
            a.citation.reading.get(language.value, ""),
        ]
        for a in guideline.amounts
    ]
    rows += [
        [
            s.id,
            f"{number(s.money.whole_kronor())} kr",
            s.once_per,
            "",
            s.citation.clause,
            s.citation.reading.get(language.value, ""),
        ]
        for s in guideline.supplements
    ]
    keys = ("level", "amount", "ground", "product", "clause", "our_reading")
    return table(say("amounts", language), [say(key, language) for key in keys], rows, numbers=[1])


def difference_page(found: list[Difference], one: Guideline, other: Guideline, language: Language) -> RenderableType:
    """What differs, place by place, with the clause of each side."""
    if not found:
        return say("no_difference", language)
    rows = [[d.place, _with_clause(d.a, d.clause_a), _with_clause(d.b, d.clause_b)] for d in found]
    return table(say("difference", language, a=one.id, b=other.id), ["", one.id, other.id], rows)


def _with_clause(value: str, clause: str) -> str:
    return f"{value}\n({clause})" if value and clause else value


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key} = {_flat(item)}" for key, item in value.items() if item not in ("", [], None))
    if isinstance(value, list):
        return ", ".join(_flat(item) for item in value)
    return str(value)
