"""Conditions on a referral, and how long a patient may wait, as pages of the handbook."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.adjudication.wording import referral_wording
from samsyn.guidelines import Condition, Guideline, GuidelineRegister
from samsyn.guidelines.way import ClockStart
from samsyn.kernel import Limit
from tests.docs.pages import table
from tests.spec.model import Language, Text
from tests.spec.pages import texts
from tests.spec.pages.layout import by_years, quoted, reading, years
from tests.spec.pages.values import values_of
from tests.spec.referrals import ReferralTable
from tests.spec.tables.referrals import TABLES
from tests.spec.words import word

Held = tuple[Guideline, Condition]


def referral_part(register: GuidelineRegister, language: Language) -> Iterator[str]:
    """Every condition on referrals, in the order of the last guideline that has any, with its examples."""
    yield texts.REFERRAL_TEXT.told(language) + "\n"
    found: dict[str, list[Held]] = {}
    for guideline in register.guidelines:
        for condition in guideline.referral_conditions:
            found.setdefault(condition.id, []).append((guideline, condition))
    for held in found.values():
        yield from _condition(held, language)
    yield f"### {texts.CLOCKS.told(language)}\n"
    yield _clocks(register, language)
    yield f"### {texts.CRITERIA.told(language)}\n"
    yield _criteria(register, language)


def _condition(held: list[Held], language: Language) -> Iterator[str]:
    condition = held[-1][1]
    words = referral_wording(condition)
    yield f"### {texts.IN_REFERRAL.told(language)}: {words.title[language]} (`{condition.id}`)\n"
    force = by_years((guideline, word(c.force.value, language)) for guideline, c in held)
    yield f"**{texts.FORCE.told(language)}:** {force}\n"
    columns = [t.told(language) for t in (texts.IN, texts.VALUES, texts.CLAUSE, texts.QUOTE, texts.READING)]
    yield table(columns, [_stands(guideline, c, language) for guideline, c in held])
    yield f"**{texts.REMEDY.told(language)}:** {words.remedy[language]}\n"
    for of in TABLES:
        if of.condition == condition.id:
            yield from _examples(of, language)


def _stands(guideline: Guideline, condition: Condition, language: Language) -> list[str]:
    cited = condition.citation
    value = values_of(condition, guideline, language)
    return [years(guideline), value, cited.clause, quoted(cited, language), reading(cited, language)]


def _examples(of: ReferralTable, language: Language) -> Iterator[str]:
    yield f"**{of.title(language)}.** {_good(of, language)}\n"
    columns = [t.told(language) for t in (texts.EXAMPLE, texts.WRITTEN, texts.OUTCOME)]
    rows = []
    for row in of.rows:
        outcome = word(row.outcome, language) + (f" ({row.observed})" if row.observed else "")
        rows.append([row.sv if language == "sv" else row.en, row.said(language) or "–", outcome])
    yield table(columns, rows)


def _good(of: ReferralTable, language: Language) -> str:
    return texts.GOOD_LETTER.told(language).format(guideline=of.base.guideline, day=of.base.letter.day)


def _clocks(register: GuidelineRegister, language: Language) -> str:
    columns = [
        t.told(language) for t in (texts.IN, texts.CLOCK, texts.TIME, texts.COUNTED_FROM, texts.CLAUSE, texts.READING)
    ]
    rows = [
        [
            years(guideline),
            clock.label[language],
            _time(clock.limit, language),
            _FROM[clock.starts].told(language),
            f"{clock.citation.clause}: {quoted(clock.citation, language)}",
            reading(clock.citation, language),
        ]
        for guideline in register.guidelines
        for clock in guideline.clocks
    ]
    return table(columns, rows)


_FROM = {
    ClockStart.REFERRAL_RECEIVED: Text("den dag remissen togs emot", "the day the referral was received"),
    ClockStart.LEVEL_DECIDED: Text("den dag nivån beslutades", "the day the level was decided"),
}


def _time(limit: Limit, language: Language) -> str:
    if limit.months:
        unit = Text("kalendermånad(er)", "calendar month(s)")
        return f"{limit.months} {unit.told(language)}"
    return f"{limit.days} {Text('dagar', 'days').told(language)}"


def _criteria(register: GuidelineRegister, language: Language) -> str:
    columns = [t.told(language) for t in (texts.IN, texts.LEVEL, texts.CRITERION, texts.CLAUSE)]
    rows = [
        [
            years(guideline),
            _LEVEL[criterion.level].told(language) if criterion.level in _LEVEL else criterion.level,
            criterion.label[language],
            f"{criterion.citation.clause}: {quoted(criterion.citation, language)}",
        ]
        for guideline in register.guidelines
        for criterion in guideline.criteria
    ]
    return table(columns, rows)


_LEVEL = {"specialist": Text("specialistmottagning", "specialist clinic")}
