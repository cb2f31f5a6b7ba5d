"""Invoices beside approved series. Rules §5."""

from __future__ import annotations

from tests.spec.bases import COMPLETION, MMR1, MMR2
from tests.spec.changes.contacts import at_unit, course, judged_on
from tests.spec.changes.money import also_patient, invoiced, nothing_invoiced
from tests.spec.changes.registers import born
from tests.spec.model import Balance, ReconciliationRow, Table

Row = ReconciliationRow

IN_2018 = course("2018-02-01", "2018-04-01")

DENIED = at_unit(COMPLETION, "B")


def _mmr1(period: str, *values: int) -> Balance:
    return Balance("A", "MMR1", "MMR1", period, *values)


def _mmr2(period: str, *values: int, unit: str = "A", product: str = "90158") -> Balance:
    return Balance(unit, "MMR2", product, period, *values)


UNBILLED_APRIL = (_mmr2("2019", 0, 1, -1, 0, 55_000), _mmr2("2019-04", 0, 1, -1))

RECONCILED_2 = Table(
    "reconciliation",
    "Fakturor mot godkända serier, MMR2 (en godkänd serie i april 2019)",
    "Invoices beside approved series, MMR2 (one approved series in April 2019)",
    MMR2,
    (
        Row(
            "Lika många",
            "As many invoiced as approved",
            (invoiced("2019-04", 1),),
            (_mmr2("2019", 1, 1, 0, 0, 0), _mmr2("2019-04", 1, 1, 0)),
        ),
        Row(
            "Två för mycket",
            "Two too many",
            (invoiced("2019-04", 3),),
            (_mmr2("2019", 3, 1, 2, 110_000, 0), _mmr2("2019-04", 3, 1, 2)),
        ),
        Row("Inte fakturerat", "Nothing invoiced", (nothing_invoiced(),), UNBILLED_APRIL),
        Row(
            "Fel månad: tar ut varandra inom året",
            "Wrong month: cancels within the year",
            (invoiced("2019-05", 1),),
            (_mmr2("2019", 1, 1, 0, 0, 0), _mmr2("2019-04", 0, 1, -1), _mmr2("2019-05", 1, 0, 1)),
        ),
        Row(
            "Flera rader samma månad läggs ihop",
            "Several lines of a month are added",
            (also_patient("P2"), invoiced("2019-04", 1), invoiced("2019-04", 1)),
            (_mmr2("2019", 2, 2, 0, 0, 0), _mmr2("2019-04", 2, 2, 0)),
        ),
        Row(
            "Nekad serie fakturerad",
            "A denied series invoiced",
            (DENIED, invoiced("2019-04", 1)),
            (_mmr2("2019", 1, 0, 1, 55_000, 0), _mmr2("2019-04", 1, 0, 1)),
        ),
        Row(
            "Serie som granskas fakturerad",
            "A series under review invoiced",
            (born(""), invoiced("2019-04", 1)),
            (_mmr2("2019", 1, 0, 1, 55_000, 0), _mmr2("2019-04", 1, 0, 1)),
        ),
        Row(
            "Fakturerad av en annan enhet",
            "Invoiced by another unit",
            (invoiced("2019-04", 1, unit="B"),),
            (*UNBILLED_APRIL, _mmr2("2019", 1, 0, 1, 55_000, 0, unit="B"), _mmr2("2019-04", 1, 0, 1, unit="B")),
        ),
        Row("Okänd produktkod", "An unknown product code", (invoiced("2019-04", 1, "99999"),), UNBILLED_APRIL, ("F1",)),
        Row(
            "Nivåns namn där en produktkod är angiven",
            "The level's name where a product code is stated",
            (invoiced("2019-04", 1, "MMR2"),),
            UNBILLED_APRIL,
            ("F1",),
        ),
        Row(
            "Faktura för 2020: ingen riktlinje",
            "Invoiced for 2020: no guideline",
            (invoiced("2020-01", 1), judged_on("2020-12-31")),
            UNBILLED_APRIL,
            ("F1",),
        ),
        Row(
            "2018: nivåns namn är produktkoden",
            "2018: the level's name is the product code",
            (IN_2018, invoiced("2018-04", 2, "MMR2")),
            (_mmr2("2018", 2, 1, 1, 55_000, 0, product="MMR2"), _mmr2("2018-04", 2, 1, 1, product="MMR2")),
        ),
        Row(
            "2018: 90158 gällde inte än",
            "2018: 90158 was not yet in use",
            (IN_2018, invoiced("2018-04", 1)),
            (_mmr2("2018", 0, 1, -1, 0, 55_000, product="MMR2"), _mmr2("2018-04", 0, 1, -1, product="MMR2")),
            ("F1",),
        ),
    ),
)

RECONCILED_1 = Table(
    "reconciliation",
    "Fakturor mot godkända serier, MMR1",
    "Invoices beside approved series, MMR1",
    MMR1,
    (
        Row(
            "MMR1 2019 faktureras under nivåns namn",
            "MMR1 2019 is invoiced under the level's name",
            (invoiced("2019-04", 1, "MMR1"),),
            (_mmr1("2019", 1, 1, 0, 0, 0), _mmr1("2019-04", 1, 1, 0)),
        ),
        Row(
            "MMR1 en för mycket: 35 000 kr",
            "MMR1 one too many: 35 000 kronor",
            (invoiced("2019-04", 2, "MMR1"),),
            (_mmr1("2019", 2, 1, 1, 35_000, 0), _mmr1("2019-04", 2, 1, 1)),
        ),
        Row(
            "Fakturerad året efter: tar inte ut varandra",
            "Invoiced the year after: does not cancel",
            (course("2018-10-01", "2018-12-31"), invoiced("2019-01", 1, "MMR1")),
            (
                _mmr1("2018", 0, 1, -1, 0, 35_000),
                _mmr1("2018-12", 0, 1, -1),
                _mmr1("2019", 1, 0, 1, 35_000, 0),
                _mmr1("2019-01", 1, 0, 1),
            ),
        ),
        Row(
            "2017: inget pris är angivet, inget belopp visas",
            "2017: no price is stated, no money is shown",
            (course("2017-02-01", "2017-04-01"), invoiced("2017-04", 1, "MMR1")),
            (_mmr1("2017", 1, 0, 1), _mmr1("2017-04", 1, 0, 1)),
        ),
    ),
)

TABLES = (RECONCILED_2, RECONCILED_1)
