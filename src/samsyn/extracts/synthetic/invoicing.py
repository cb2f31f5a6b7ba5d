"""What the units invoice: exactly what is approved, but for the planted faults."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from samsyn.extracts.synthetic import vocabulary as words
from samsyn.extracts.synthetic.cast import Cast
from samsyn.extracts.synthetic.decisions import Decided
from samsyn.extracts.synthetic.plan import RegionPlan

Cell = tuple[int, int, str]
"""Unit number, level number, month YYYY-MM: one row of the monthly reconciliation."""


@dataclass(frozen=True)
class InvoiceFault:
    """A planted fault and what it makes of one monthly reconciliation row: invoiced less approved."""

    kind: str
    cell: Cell
    difference: int
    detail: str = ""
    series: int | None = None  # the denied series that is invoiced all the same


@dataclass
class Ledger:
    """The invoices in the making. No two faults touch the same cell."""

    quantities: Counter[Cell]
    faults: list[InvoiceFault] = field(default_factory=list)
    unknown_code: set[Cell] = field(default_factory=set)

    def untouched(self, year: int) -> list[Cell]:
        """Cells of a year without a fault, those first whose unit has the fewest; months in order."""
        taken = {fault.cell for fault in self.faults}
        burden = Counter(fault.cell[0] for fault in self.faults)
        free = [cell for cell in self.quantities if cell not in taken and cell[2].startswith(str(year))]
        return sorted(free, key=lambda cell: (burden[cell[0]], cell))

    def plant(self, kind: str, cell: Cell, difference: int, detail: str = "", series: int | None = None) -> None:
        """Change what is invoiced in a cell, and remember why."""
        self.quantities[cell] += difference
        self.faults.append(InvoiceFault(kind, cell, difference, detail, series))


def month_of(decided: Decided, series: int) -> str:
    """The month in which a series was completed."""
    return str(decided.end[series].astype("datetime64[M]"))


def product_of(cell: Cell) -> str:
    """The product code of a cell."""
    return words.product_code(int(cell[2][:4]), words.LEVELS[cell[1]])


def keep_books(plan: RegionPlan, cast: Cast, decided: Decided) -> Ledger:
    """The invoices of a region with their faults."""
    approved = np.flatnonzero(decided.approved())
    ledger = Ledger(Counter(_cell(cast, decided, int(series)) for series in approved))
    if plan.faults:
        _plant_faults(plan, cast, decided, ledger)
    return ledger


def _cell(cast: Cast, decided: Decided, series: int) -> Cell:
    return int(cast.unit[series]), int(cast.level[series]), month_of(decided, series)


def _plant_faults(plan: RegionPlan, cast: Cast, decided: Decided, ledger: Ledger) -> None:
    rng = plan.stream("invoices")
    each = max(1, len(ledger.quantities) // 60)
    plants: tuple[Callable[[Ledger, int, np.random.Generator], None], ...] = (
        _move_month,
        _change_code,
        _forget,
        _invent,
    )
    for _ in range(each):
        _invoice_denied(plan, cast, decided, ledger, rng)
        for plant in plants:
            plant(ledger, plan.year, rng)


def _pick(cells: list[Cell], rng: np.random.Generator) -> Iterator[Cell]:
    """One of the best quarter of the cells, or none if there are none."""
    if cells:
        yield cells[int(rng.integers(0, 1 + len(cells) // 4))]


def _invoice_denied(plan: RegionPlan, cast: Cast, decided: Decided, ledger: Ledger, rng: np.random.Generator) -> None:
    """A series that is denied for its own planted fault is invoiced all the same."""
    taken = {fault.cell for fault in ledger.faults}
    denied = [
        series
        for series, decision in enumerate(decided.decision)
        if decision == "denied"
        and int(decided.end_year[series]) == plan.year
        and _cell(cast, decided, series) not in taken
    ]
    if denied:
        series = denied[int(rng.integers(0, len(denied)))]
        ledger.plant("invoiced-denied-series", _cell(cast, decided, series), 1, series=series)


def _move_month(ledger: Ledger, year: int, rng: np.random.Generator) -> None:
    """One series is invoiced in the month after; over the year it comes to nothing."""
    taken = {fault.cell for fault in ledger.faults}
    cells = [cell for cell in ledger.untouched(year) if cell[2][5:] != "12" and _next_month(cell) not in taken]
    for cell in _pick(cells, rng):
        ledger.plant("wrong-month", cell, -1, f"invoiced {_next_month(cell)[2]}")
        ledger.plant("wrong-month", _next_month(cell), 1, f"completed {cell[2]}")


def _next_month(cell: Cell) -> Cell:
    return *cell[:2], f"{cell[2][:5]}{int(cell[2][5:]) + 1:02d}"


def _change_code(ledger: Ledger, year: int, rng: np.random.Generator) -> None:
    """The whole line carries a product code that no guideline knows, so the approved series lack an invoice."""
    for cell in _pick(ledger.untouched(year), rng):
        difference = -ledger.quantities[cell]
        ledger.unknown_code.add(cell)
        detail = f"{invoice_id(cell)} written {words.UNKNOWN_PRODUCT_CODE}"
        ledger.faults.append(InvoiceFault("wrong-product-code", cell, difference, detail))


def _forget(ledger: Ledger, year: int, rng: np.random.Generator) -> None:
    for cell in _pick(ledger.untouched(year), rng):
        ledger.plant("forgotten-invoice", cell, -1)


def _invent(ledger: Ledger, year: int, rng: np.random.Generator) -> None:
    for cell in _pick(ledger.untouched(year), rng):
        ledger.plant("invoiced-without-series", cell, 1)


def invoice_id(cell: Cell) -> str:
    """The id of the one line that a unit sends for a level and month."""
    return f"F{cell[2].replace('-', '')}-{cell[0]:04d}-{cell[1] + 1}"


def invoice_table(ledger: Ledger, unit_ids: list[str]) -> pl.DataFrame:
    """The `invoices` table of the contract, in the order of month and unit; amounts in whole kronor."""
    lines = sorted((cell for cell, quantity in ledger.quantities.items() if quantity), key=invoice_id)
    quantities = [ledger.quantities[cell] for cell in lines]
    return pl.DataFrame(
        {
            "invoice_id": _texts([invoice_id(cell) for cell in lines]),
            "unit": _texts([unit_ids[cell[0]] for cell in lines]),
            "product_code": _texts([_written_code(ledger, cell) for cell in lines]),
            "month": _texts([cell[2] for cell in lines]),
            "quantity": pl.Series(quantities, dtype=pl.Int64()),
            "amount": pl.Series(
                [words.PRICES_SEK[cell[1]] * count for cell, count in zip(lines, quantities, strict=True)],
                dtype=pl.Int64(),
            ),
        }
    )


def _texts(values: list[str]) -> pl.Series:
    return pl.Series(values, dtype=pl.String())


def _written_code(ledger: Ledger, cell: Cell) -> str:
    return words.UNKNOWN_PRODUCT_CODE if cell in ledger.unknown_code else product_of(cell)
