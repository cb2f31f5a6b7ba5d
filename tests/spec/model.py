"""What a table of examples is made of: a case, named changes to it, and the outcome that the rules give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from tests.naive_judge import Tables

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")

ABSENT = "absent"
"""The outcome of a condition whose finding is not given at all."""


@dataclass(frozen=True)
class Text:
    """The same words in Swedish and English."""

    sv: str
    en: str

    def told(self, language: Language) -> str:
        """The words in the language."""
        return self.sv if language == "sv" else self.en


@dataclass(frozen=True)
class Case:
    """What is registered, and the day on which it is judged."""

    tables: Tables
    as_of: dt.date


@dataclass(frozen=True)
class Change:
    """One thing that is registered otherwise than in the base case, and how a case officer would say it."""

    said: Text
    made: Callable[[Case], Case]


@dataclass(frozen=True)
class Base:
    """A case that rows start from. Where a row names no series, the patient's last at `level` is judged."""

    id: str
    title: Text
    level: str
    case: Case


@dataclass(frozen=True)
class Example:
    """A titled example: the base case with changes made in order."""

    sv: str
    en: str
    changes: tuple[Change, ...]

    @property
    def title(self) -> Text:
        """The title in both languages; the English one names the test."""
        return Text(self.sv, self.en)


@dataclass(frozen=True)
class SeriesRow(Example):
    """A series and what the condition of its table gives, with the decision on the series."""

    outcome: str
    decision: str
    series: str = ""
    observed: str = ""
    """What the finding says was seen, where that is the point of the row."""
    guideline: str | None = None
    """The guideline that judges ("" for none), where that is the point of the row."""
    naive_differs: str = ""
    """Why the naive judge is known to read the rules otherwise here; empty where it must agree."""


@dataclass(frozen=True)
class DecisionRow(Example):
    """A series, its decision, and every condition that is not met or unknown: all are given, not only the first."""

    decision: str
    not_met: tuple[str, ...]
    unknown: tuple[str, ...]
    findings: int


@dataclass(frozen=True)
class Built:
    """A series as it is built from contacts; no end: open."""

    series_id: str
    end: str
    units: tuple[str, str]
    """The unit of the first ongoing contact and of the completion ("" while open)."""
    contacts: int


@dataclass(frozen=True)
class BuildingRow(Example):
    """Contacts and the series they make."""

    built: tuple[Built, ...]


@dataclass(frozen=True)
class TeamRow(Example):
    """A team in a year and what the condition of its table gives."""

    outcome: str
    year: int = 2019


@dataclass(frozen=True)
class Payment:
    """What is paid to a unit for a product and month."""

    unit: str
    level: str
    product_code: str
    month: str
    quantity: int
    kronor: int


@dataclass(frozen=True)
class PaymentRow(Example):
    """Series and the payments they lead to."""

    paid: tuple[Payment, ...]


@dataclass(frozen=True)
class Balance:
    """One row of the reconciliation; no money on months, nor where no amount is stated."""

    unit: str
    level: str
    product_code: str
    period: str
    invoiced: int
    approved: int
    difference: int
    repayment: int | None = None
    unbilled: int | None = None


@dataclass(frozen=True)
class ReconciliationRow(Example):
    """Invoices beside approved series: every row of the comparison, and the lines that no guideline knows."""

    balances: tuple[Balance, ...]
    unmatched: tuple[str, ...] = ()


R = TypeVar("R", bound=Example, covariant=True)


@dataclass(frozen=True)
class Table(Generic[R]):
    """Examples of one condition, all from one base case."""

    condition: str
    sv: str
    en: str
    base: Base
    rows: tuple[R, ...]

    @property
    def title(self) -> Text:
        """The title in both languages."""
        return Text(self.sv, self.en)


def case_of(base: Base, example: Example) -> Case:
    """The base case with the changes of the example."""
    case = base.case
    for change in example.changes:
        case = change.made(case)
    return case
