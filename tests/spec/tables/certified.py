"""Conditions that no register holds and the provider certifies. Rules §2 and §4."""

from __future__ import annotations

from tests.spec.bases import MMR1
from tests.spec.changes.registers import evidence
from tests.spec.model import SeriesRow, Table

Row = SeriesRow


def _certified(condition: str, column: str, sv: str, en: str) -> Table[SeriesRow]:
    """A condition that no register holds: what the evidence says, else the provider's word."""
    return Table(
        condition,
        sv,
        en,
        MMR1,
        (
            Row("Underlaget säger ja", "The evidence says yes", (evidence(**{column: "yes"}),), "met", "approved"),
            Row("Underlaget säger nej", "The evidence says no", (evidence(**{column: "no"}),), "not_met", "denied"),
            Row("Cellen är tom", "The cell is empty", (evidence(),), "attested", "approved"),
            Row("Tabellen evidence saknas helt", "The evidence table is absent", (), "attested", "approved"),
            Row(
                "Ett nej om en annan serie gäller inte denna",
                "A no about another series is not about this one",
                (evidence(start="2018-02-01", **{column: "no"}),),
                "attested",
                "approved",
            ),
            Row(
                "Ett nej om den andra nivån gäller inte denna",
                "A no about the other level is not about this one",
                (evidence("MMR2", **{column: "no"}),),
                "attested",
                "approved",
            ),
        ),
    )


INVESTIGATED = _certified(
    "investigated", "investigated", "Utredning och lämplighet intygas", "Investigation and suitability are certified"
)

PLAN = _certified("rehab-plan", "plan", "Rehabiliteringsplanen intygas", "The rehabilitation plan is certified")

CONFERENCE = _certified(
    "physician-at-conference",
    "physician_at_conference",
    "Läkarens medverkan intygas",
    "The physician's part is certified",
)

TABLES = (INVESTIGATED, PLAN, CONFERENCE)
