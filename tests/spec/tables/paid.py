"""What approved series are paid. Rules §5."""

from __future__ import annotations

from tests.spec.bases import COMPLETION, MMR1, MMR2
from tests.spec.changes.contacts import at_unit, course, without
from tests.spec.changes.money import also_patient
from tests.spec.changes.registers import born
from tests.spec.model import Payment, PaymentRow, Table

IN_2018 = course("2018-02-01", "2018-04-01")

DENIED = at_unit(COMPLETION, "B")

PAID_1 = Table(
    "payments",
    "Vad en godkänd MMR1 betalas med",
    "What an approved MMR1 is paid",
    MMR1,
    (
        PaymentRow("MMR1 2019", "Paid MMR1 2019", (), (Payment("A", "MMR1", "MMR1", "2019-04", 1, 35_000),)),
        PaymentRow("MMR1 2018", "Paid MMR1 2018", (IN_2018,), (Payment("A", "MMR1", "MMR1", "2018-04", 1, 35_000),)),
    ),
)

PAID_2 = Table(
    "payments",
    "Vad en godkänd MMR2 betalas med",
    "What an approved MMR2 is paid",
    MMR2,
    (
        PaymentRow(
            "MMR2 2019: produktkod 90158",
            "Paid MMR2 2019: product code 90158",
            (),
            (Payment("A", "MMR2", "90158", "2019-04", 1, 55_000),),
        ),
        PaymentRow(
            "MMR2 2018: ingen produktkod angiven",
            "Paid MMR2 2018: no product code stated",
            (IN_2018,),
            (Payment("A", "MMR2", "MMR2", "2018-04", 1, 55_000),),
        ),
        PaymentRow(
            "Två serier samma månad",
            "Two series paid in one month",
            (also_patient("P2"),),
            (Payment("A", "MMR2", "90158", "2019-04", 2, 110_000),),
        ),
        PaymentRow(
            "Två serier i var sin månad",
            "Two series paid in a month each",
            (also_patient("P2", "2019-05-01"),),
            (Payment("A", "MMR2", "90158", "2019-04", 1, 55_000), Payment("A", "MMR2", "90158", "2019-05", 1, 55_000)),
        ),
        PaymentRow("Nekad serie", "Nothing paid for a denied series", (DENIED,), ()),
        PaymentRow("Serie som granskas", "Nothing paid for a series under review", (born(""),), ()),
        PaymentRow("Pågående serie", "Nothing paid for an open series", (without(COMPLETION),), ()),
        PaymentRow(
            "Avslut 2017: beloppet är inte känt",
            "Nothing paid for 2017: no amount is known",
            (course("2017-02-01", "2017-04-01"),),
            (),
        ),
    ),
)

TABLES = (PAID_1, PAID_2)
