"""The few shapes that the handbook is made of: headings that can be linked to, quotes, amounts, changes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from samsyn.findings import Citation
from samsyn.guidelines import Condition, Guideline
from samsyn.kernel import Money
from tests.spec.model import Example, Language, Text
from tests.spec.words import WORDS

BREAK = "<br>"
_NO_CHANGE = Text("*som utgångsfallet*", "*as the base case*")


def link(heading: str, said: str = "") -> str:
    """A link to the heading, as GitHub and most readers name it."""
    anchor = re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
    return f"[{said or heading}](#{anchor})"


def quoted(citation: Citation, language: Language) -> str:
    """The source's own words, which are Swedish in both languages."""
    return f"”{citation.quote}”" if language == "sv" else f"“{citation.quote}”"


def reading(citation: Citation, language: Language) -> str:
    """Our interpretation in the language; empty where the text needs none."""
    return citation.reading.get(language, "")


def kronor(amount: int | Money | None, language: Language) -> str:
    """An amount in whole kronor; empty where there is none."""
    if amount is None:
        return ""
    whole = amount.whole_kronor() if isinstance(amount, Money) else amount
    grouped = f"{whole:,}".replace(",", " ")
    return f"{grouped} kr" if language == "sv" else f"SEK {grouped}"


def changed(example: Example, language: Language) -> str:
    """What is registered otherwise than in the base case, one thing a line."""
    return BREAK.join(change.said.told(language) for change in example.changes) or _NO_CHANGE.told(language)


_OTHER_PROGRAMMES = {"vgr-mmr": "", "skane-mms": "MMS "}
"""What stands before the years of a programme, so that no two guidelines are told alike."""


def years(guideline: Guideline) -> str:
    """The years that the guideline covers: 2019, 2015–2017, MMS 2009–2018."""
    first, last = guideline.period.first.year, guideline.period.last.year
    covered = str(first) if first == last else f"{first}–{last}"
    return _OTHER_PROGRAMMES[guideline.programme] + covered


def by_years(values: Iterable[tuple[Guideline, str]]) -> str:
    """One value for all years, or each value with its years: “ska (2018, 2019), bör (2020)”."""
    told: dict[str, list[str]] = {}
    for guideline, value in values:
        told.setdefault(value, []).append(years(guideline))
    return ", ".join(value if len(told) == 1 else f"{value} ({', '.join(shared)})" for value, shared in told.items())


def evidence_word(condition: Condition, language: Language) -> str:
    """What the condition rests on: a register, or the provider's certificate."""
    return WORDS["certificate" if condition.evidence.value == "attested" else "register"].told(language)
