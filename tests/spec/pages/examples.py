"""Tables of examples as Markdown tables, one function a kind of row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.docs.pages import table
from tests.spec.model import (
    Balance,
    BuildingRow,
    Built,
    DecisionRow,
    Language,
    PaymentRow,
    ReconciliationRow,
    SeriesRow,
    Table,
    TeamRow,
    Text,
)
from tests.spec.pages import texts
from tests.spec.pages.layout import BREAK, changed, kronor, link
from tests.spec.words import word


def _told(of: Table[Any], columns: Sequence[Text], rows: Sequence[Sequence[str]], language: Language) -> Iterator[str]:
    base = link(of.base.title.told(language))
    yield f"**{of.title.told(language)}.** {texts.STARTS_FROM.told(language)}: {base}.\n"
    yield table([column.told(language) for column in columns], rows)


def series_examples(of: Table[SeriesRow], language: Language) -> Iterator[str]:
    """What the condition gives for each series, and the decision on it."""
    rows = [
        [
            row.title.told(language),
            changed(row, language),
            _outcome(row, language),
            word(row.decision, language),
        ]
        for row in of.rows
    ]
    return _told(of, (texts.EXAMPLE, texts.REGISTERED, texts.OUTCOME, texts.DECISION), rows, language)


def _outcome(row: SeriesRow, language: Language) -> str:
    told = word(row.outcome, language)
    seen = row.observed or row.guideline
    return f"{told} ({seen})" if seen else told


def team_examples(of: Table[TeamRow], language: Language) -> Iterator[str]:
    """What the condition gives for the team in the year."""
    rows = [
        [row.title.told(language), changed(row, language), str(row.year), word(row.outcome, language)]
        for row in of.rows
    ]
    return _told(of, (texts.EXAMPLE, texts.REGISTERED, texts.YEAR, texts.OUTCOME), rows, language)


def decision_examples(of: Table[DecisionRow], headings: Mapping[str, str], language: Language) -> Iterator[str]:
    """The decision, and every condition that led to it."""

    def linked(conditions: tuple[str, ...]) -> str:
        return (
            BREAK.join(link(headings[condition], headings[condition].partition(" (`")[0]) for condition in conditions)
            or "–"
        )

    rows = [
        [
            row.title.told(language),
            changed(row, language),
            linked(row.not_met),
            linked(row.unknown),
            str(row.findings),
            word(row.decision, language),
        ]
        for row in of.rows
    ]
    columns = (texts.EXAMPLE, texts.REGISTERED, texts.NOT_MET, texts.UNKNOWN, texts.JUDGED, texts.DECISION)
    return _told(of, columns, rows, language)


def building_examples(of: Table[BuildingRow], language: Language) -> Iterator[str]:
    """The series that the visits make."""
    rows = [
        [
            row.title.told(language),
            changed(row, language),
            BREAK.join(_built(built, language) for built in row.built) or texts.NO_SERIES.told(language),
        ]
        for row in of.rows
    ]
    return _told(of, (texts.EXAMPLE, texts.VISITS, texts.SERIES), rows, language)


def _built(built: Built, language: Language) -> str:
    first, last = built.units
    end = f"– {built.end}, {first} → {last}" if built.end else f"{texts.OPEN.told(language)}, {first}"
    return f"`{built.series_id}` {end}, {built.contacts} {texts.CONTACTS.told(language)}"


def payment_examples(of: Table[PaymentRow], language: Language) -> Iterator[str]:
    """What is paid for the series, a line for each unit, product and month."""
    rows = []
    for row in of.rows:
        lines = [
            [paid.unit, paid.level, paid.product_code, paid.month, str(paid.quantity), kronor(paid.kronor, language)]
            for paid in row.paid
        ] or [["–", "–", "–", "–", "0", texts.NOTHING.told(language)]]
        rows += _under([row.title.told(language), changed(row, language)], lines)
    columns = (texts.UNIT, texts.LEVEL, texts.PRODUCT, texts.MONTH, texts.COUNT, texts.AMOUNT)
    return _told(of, (texts.EXAMPLE, texts.REGISTERED, *columns), rows, language)


def reconciliation_examples(of: Table[ReconciliationRow], language: Language) -> Iterator[str]:
    """The comparison, a line for each unit, product and period."""
    rows = []
    for row in of.rows:
        lines = [_balance(balance, language) for balance in row.balances]
        unknown = [texts.UNKNOWN_LINE.told(language).format(line=line) for line in row.unmatched]
        first = [row.title.told(language), BREAK.join([changed(row, language), *(f"*{said}*" for said in unknown)])]
        rows += _under(first, lines)
    columns = (
        texts.UNIT, texts.PRODUCT, texts.PERIOD, texts.INVOICED, texts.APPROVED, texts.DIFFERENCE, texts.REPAYMENT,
        texts.UNBILLED,
    )  # fmt: skip
    return _told(of, (texts.EXAMPLE, texts.REGISTERED, *columns), rows, language)


def _balance(balance: Balance, language: Language) -> list[str]:
    return [
        balance.unit,
        balance.product_code,
        f"**{balance.period}**" if len(balance.period) == 4 else balance.period,
        str(balance.invoiced),
        str(balance.approved),
        f"{balance.difference:+d}".replace("-", "−") if balance.difference else "0",
        kronor(balance.repayment, language),
        kronor(balance.unbilled, language),
    ]


def _under(first: list[str], lines: list[list[str]]) -> list[list[str]]:
    """The lines of one example; what they have in common stands on the first only."""
    blank = [""] * len(first)
    return [[*(first if number == 0 else blank), *line] for number, line in enumerate(lines)]
