"""From findings to a decision. Rules §2."""

from __future__ import annotations

from tests.spec.bases import COMPLETION, MMR1, MMR2
from tests.spec.changes.contacts import at_unit, course, judged_on, lasting, no_minutes, professions, without
from tests.spec.changes.registers import born, evidence, no_registry_table, registered
from tests.spec.changes.teams import care, joined, no_team
from tests.spec.model import DecisionRow, Table

Row = DecisionRow
ALL = 20
"""The findings of a series under the guidelines of 2018 and 2019, when neither of the two raised ones is."""
SMALL = (lasting(10), professions("physician"))

OF_MMR2 = Table(
    "decision",
    "Från villkor till beslut (MMR2)",
    "From conditions to a decision (MMR2)",
    MMR2,
    (
        Row(
            "Alla krav uppfyllda eller intygade",
            "Every requirement met or certified",
            (),
            "approved",
            ("work-contact",),
            (),
            ALL,
        ),
        Row(
            "Två krav brister: båda visas",
            "Two requirements fail: both are shown",
            (born("2004-01-01"), at_unit(COMPLETION, "B")),
            "denied",
            ("age", "completion-unit", "work-contact"),
            (),
            ALL,
        ),
        Row(
            "Ett krav saknar underlag",
            "One requirement lacks evidence",
            (born(""),),
            "review",
            ("work-contact",),
            ("age",),
            ALL,
        ),
        Row(
            "Brist går före saknat underlag",
            "Failing goes before lacking evidence",
            (born(""), at_unit(COMPLETION, "B")),
            "denied",
            ("completion-unit", "work-contact"),
            ("age",),
            ALL,
        ),
        Row(
            "Uppgifter ur NRS saknas",
            "The registry's data are absent",
            (no_registry_table(),),
            "review",
            ("work-contact",),
            ("nrs-registered",),
            ALL,
        ),
        Row(
            "Underlaget motsäger det som intygas",
            "The evidence contradicts what is certified",
            (evidence("MMR2", plan="no"),),
            "denied",
            ("rehab-plan", "work-contact"),
            (),
            ALL,
        ),
        Row(
            "Inget godkänt team",
            "No accredited team",
            (no_team(),),
            "denied",
            ("team-accredited", "nrs-connected", "work-contact"),
            ("care-level",),
            ALL,
        ),
        Row(
            "Bör-krav som saknar underlag hindrar inte",
            "Recommendations without evidence do not hinder",
            (no_minutes(), professions()),
            "approved",
            ("work-contact",),
            ("hours", "multiprofessional"),
            ALL,
        ),
        Row(
            "Bör-krav som brister hindrar inte (MMR2)",
            "Failing recommendations do not hinder (MMR2)",
            (*SMALL, care("primary"), joined("primary"), registered("2019-02-01")),
            "approved",
            ("care-level", "hours", "multiprofessional", "work-contact"),
            (),
            ALL,
        ),
        Row(
            "Riktlinje utan belopp (avslut 2017)",
            "A guideline without amount (ended 2017)",
            (course("2017-02-01", "2017-04-01"),),
            "review",
            ("work-contact",),
            ("in-force",),
            2,
        ),
        Row(
            "Riktlinje utan belopp: andra villkor är inte kända",
            "A guideline without amount: no other conditions are known",
            (course("2017-02-01", "2017-04-01"), born("2010-01-01"), at_unit(COMPLETION, "B")),
            "review",
            ("work-contact",),
            ("in-force",),
            2,
        ),
        Row(
            "Ingen riktlinje (avslut 2020)",
            "No guideline (ended 2020)",
            (course("2020-02-01", "2020-04-01"), judged_on("2020-12-31")),
            "review",
            (),
            ("in-force",),
            1,
        ),
        Row(
            "Ingen riktlinje: andra brister prövas inte",
            "No guideline: nothing else is judged",
            (course("2020-02-01", "2020-04-01"), judged_on("2020-12-31"), born("2010-01-01")),
            "review",
            (),
            ("in-force",),
            1,
        ),
        Row(
            "Inget avslut: serien pågår", "No completion: the series is open", (without(COMPLETION),), "open", (), (), 0
        ),
    ),
)
OF_MMR1 = Table(
    "decision",
    "Från villkor till beslut (MMR1)",
    "From conditions to a decision (MMR1)",
    MMR1,
    (
        Row(
            "Beloppet hämtat från 2018 hindrar inte",
            "An amount carried forward does not hinder",
            (),
            "approved",
            ("price-basis", "work-contact"),
            (),
            ALL,
        ),
        Row(
            "Alla bör-krav brister på en gång",
            "Every recommendation fails at once",
            (*SMALL, care("hospital"), joined("specialist"), registered("2019-02-01", "specialist")),
            "approved",
            ("care-level", "hours", "multiprofessional", "price-basis", "work-contact"),
            (),
            ALL,
        ),
    ),
)

TABLES = (OF_MMR2, OF_MMR1)
