"""The guidelines at the front of the handbook: when they are in force, their money, codes and diagnoses."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.guidelines import Guideline, GuidelineRegister
from tests.docs.pages import table
from tests.spec.model import Language
from tests.spec.pages import texts
from tests.spec.pages.layout import kronor, quoted, reading, years
from tests.spec.words import word


def guidelines_page(register: GuidelineRegister, language: Language) -> Iterator[str]:
    """Which guideline is in force when, and what it pays."""
    guidelines = register.guidelines
    columns = [t.told(language) for t in (texts.IN, texts.TITLE_COLUMN, texts.DAYS, texts.REFERENCE)]
    yield table(columns, [[f"`{g.id}`", g.title[language], str(g.period), g.reference] for g in guidelines])
    for programme, own in _programmes(guidelines).items():
        days = {"first": own[0].period.first, "last": own[-1].period.last, "programme": programme}
        yield texts.NONE_LATER.told(language).format(**days) + "\n"
    yield _amounts(guidelines, language)
    yield f"### {texts.SUPPLEMENTS.told(language)}\n"
    yield _supplements(guidelines, language)
    yield f"### {texts.CODES.told(language)}\n"
    for own in _programmes(guidelines).values():
        yield f"{years(own[-1])}:\n"
        yield _codes(own[-1], language)
    yield f"### {texts.DIAGNOSES.told(language)}\n"
    yield from _diagnoses(guidelines, language)


def _programmes(guidelines: tuple[Guideline, ...]) -> dict[str, list[Guideline]]:
    """The guidelines of each programme, in order of time."""
    found: dict[str, list[Guideline]] = {}
    for guideline in guidelines:
        found.setdefault(guideline.programme, []).append(guideline)
    return found


def _amounts(guidelines: tuple[Guideline, ...], language: Language) -> str:
    heads = (texts.IN, texts.LEVEL, texts.AMOUNT, texts.PRODUCT, texts.GROUND, texts.CLAUSE, texts.READING)
    rows = [
        [
            years(g),
            a.level,
            kronor(a.money, language) or "–",
            a.stated_product_code or "–",
            word(a.ground.value, language),
            f"{a.citation.clause}: {quoted(a.citation, language)}",
            reading(a.citation, language),
        ]
        for g in guidelines
        for a in g.amounts
    ]
    return table([head.told(language) for head in heads], rows)


def _supplements(guidelines: tuple[Guideline, ...], language: Language) -> str:
    heads = (texts.IN, texts.SUPPLEMENTS, texts.AMOUNT, texts.DAYS, texts.CLAUSE)
    rows = [
        [
            years(g),
            texts.SUPPLEMENT[s.id].told(language),
            kronor(s.money, language),
            f"{texts.ONCE[s.once_per].told(language)}, {texts.WITH[s.paid_with].told(language)}",
            f"{s.citation.clause}: {quoted(s.citation, language)}",
        ]
        for g in guidelines
        for s in g.supplements
    ]
    return table([head.told(language) for head in heads], rows)


def _codes(guideline: Guideline, language: Language) -> str:
    heads = (texts.CODE, texts.LEVEL, texts.LABEL)
    rows = [[str(c.code), c.level or "–", c.label[language]] for c in guideline.codes]
    return table([head.told(language) for head in heads], rows)


def _diagnoses(guidelines: tuple[Guideline, ...], language: Language) -> Iterator[str]:
    """Each list once, with the years that share it."""
    lists: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for guideline in guidelines:
        if guideline.diagnoses:
            rows = tuple((str(d.code), d.label[language]) for d in guideline.diagnoses)
            lists.setdefault(rows, []).append(years(guideline))
    for rows, shared in lists.items():
        yield f"{', '.join(shared)}:\n"
        yield table([texts.CODE.told(language), texts.LABEL.told(language)], rows)
