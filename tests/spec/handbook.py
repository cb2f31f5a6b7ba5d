"""docs/rule-handbook.md, from the tables and the packaged guidelines: `python -m tests.spec.handbook [--check]`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Final

from samsyn.guidelines import GuidelineRegister, load_register
from tests.docs.pages import DOCS, write_or_check
from tests.spec import tables
from tests.spec.model import LANGUAGES, Language, Text
from tests.spec.pages import texts
from tests.spec.pages.cases import cases_page
from tests.spec.pages.conditions import Held, condition_page, conditions_of, contents, headings
from tests.spec.pages.examples import (
    building_examples,
    decision_examples,
    payment_examples,
    reconciliation_examples,
)
from tests.spec.pages.guidelines import guidelines_page
from tests.spec.pages.layout import link
from tests.spec.pages.referrals import referral_part

PAGE: Final = DOCS / "rule-handbook.md"


def page() -> str:
    """The whole handbook: Swedish first, then the same in English."""
    register = load_register()
    title = f"# {texts.TITLE.sv}\n\n{texts.GENERATED}\n"
    return "\n".join([title, *(part for language in LANGUAGES for part in _in_language(register, language))])


def _in_language(register: GuidelineRegister, language: Language) -> Iterator[str]:
    other: Language = "en" if language == "sv" else "sv"
    series, teams = conditions_of(register, team=False), conditions_of(register, team=True)
    yield f"## {texts.PART.told(language)}\n"
    if language == "en":
        yield f"**{texts.TITLE.en}**\n"
    yield f"{texts.LEAD.told(language)}\n"
    yield f"{link(texts.PART.told(other))}\n"
    yield from _contents(series, teams, language)
    yield _heading(texts.HOW, language)
    yield _linked(texts.HOW_TEXT, language)
    yield _heading(texts.GUIDELINES, language)
    yield from guidelines_page(register, language)
    yield _heading(texts.CASES, language)
    yield from cases_page(language)
    yield from _series_part(register, series, language)
    yield from _team_part(teams, language)
    yield _heading(texts.REFERRAL_PART, language)
    yield from referral_part(register, language)
    yield from _money_part(language)


def _contents(series: dict[str, list[Held]], teams: dict[str, list[Held]], language: Language) -> Iterator[str]:
    """The parts in order, and under the two parts with conditions a table of them."""
    yield f"### {texts.CONTENTS.told(language)}\n"
    parts: tuple[tuple[Text, str], ...] = (
        (texts.HOW, ""),
        (texts.GUIDELINES, ""),
        (texts.CASES, ""),
        (texts.SERIES_PART, ""),
        (texts.CONDITIONS_PART, contents(series, language)),
        (texts.DECISION_PART, ""),
        (texts.TEAM_PART, contents(teams, language)),
        (texts.REFERRAL_PART, ""),
        (texts.MONEY_PART, ""),
    )
    for number, (part, below) in enumerate(parts, 1):
        indented = "".join(f"\n   {line}" for line in below.splitlines())
        yield f"{number}. {link(part.told(language))}" + (f"\n{indented}\n" if below else "")
    yield ""


def _heading(text: Text, language: Language) -> str:
    return f"## {text.told(language)}\n"


def _linked(text: Text, language: Language) -> str:
    anchor = re.search(r"\((#.*)\)", link(texts.CASES.told(language)))
    return text.told(language).format(cases=anchor[1] if anchor else "") + "\n"


def _series_part(register: GuidelineRegister, found: dict[str, list[Held]], language: Language) -> Iterator[str]:
    yield _heading(texts.SERIES_PART, language)
    yield texts.SERIES_TEXT.told(language) + "\n"
    yield from _joined(building_examples(of, language) for of in tables.BUILDING)
    yield _heading(texts.CONDITIONS_PART, language)
    yield from _joined(condition_page(held, language) for held in found.values())
    yield _heading(texts.DECISION_PART, language)
    yield texts.DECISION_TEXT.told(language) + "\n"
    named = headings(register, language)
    yield from _joined(decision_examples(of, named, language) for of in tables.DECISIONS)


def _team_part(found: dict[str, list[Held]], language: Language) -> Iterator[str]:
    yield _heading(texts.TEAM_PART, language)
    yield texts.TEAM_TEXT.told(language) + "\n"
    yield from _joined(condition_page(held, language) for held in found.values())


def _money_part(language: Language) -> Iterator[str]:
    yield _heading(texts.MONEY_PART, language)
    yield f"### {texts.PAID_PART.told(language)}\n"
    yield texts.PAID_TEXT.told(language) + "\n"
    yield from _joined(payment_examples(of, language) for of in tables.PAYMENTS)
    yield f"### {texts.RECONCILED_PART.told(language)}\n"
    yield texts.RECONCILED_TEXT.told(language) + "\n"
    yield from _joined(reconciliation_examples(of, language) for of in tables.RECONCILIATIONS)


def _joined(parts: Iterable[Iterator[str]]) -> Iterator[str]:
    for part in parts:
        yield from part


if __name__ == "__main__":
    sys.exit(write_or_check(PAGE, page(), sys.argv[1:]))
