"""Conditions on the guideline itself: that it is in force, and that its amount is stated. Rules §4 and §5."""

from __future__ import annotations

from tests.spec.bases import MMR1, MMR2
from tests.spec.changes.contacts import course, judged_on
from tests.spec.changes.registers import registered
from tests.spec.changes.teams import accredited
from tests.spec.model import ABSENT, SeriesRow, Table

Row = SeriesRow
SINCE_2015 = accredited(("2015-01-01", ""))

IN_FORCE = Table(
    "in-force",
    "Dagen för avslut avgör riktlinjen",
    "The day of completion decides the guideline",
    MMR1,
    (
        Row("Avslut 2019", "Completed in 2019", (), "met", "approved", guideline="vgr-mmr-2019"),
        Row(
            "Avslut 2018",
            "Completed in 2018",
            (course("2018-02-01", "2018-04-01"),),
            "met",
            "approved",
            guideline="vgr-mmr-2018",
        ),
        Row(
            "Över årsskiftet: 2018 till 2019",
            "Across the year's end: 2018 to 2019",
            (course("2018-12-01", "2019-01-15"),),
            "met",
            "approved",
            guideline="vgr-mmr-2019",
        ),
        Row(
            "Avslut på nyårsafton 2018",
            "Completed on New Year's Eve 2018",
            (course("2018-10-01", "2018-12-31"),),
            "met",
            "approved",
            guideline="vgr-mmr-2018",
        ),
        Row(
            "Avslut på nyårsdagen 2019",
            "Completed on New Year's Day 2019",
            (course("2018-10-01", "2019-01-01"),),
            "met",
            "approved",
            guideline="vgr-mmr-2019",
        ),
        Row(
            "Avslut på nyårsdagen 2018",
            "Completed on New Year's Day 2018",
            (course("2017-10-01", "2018-01-01"), SINCE_2015),
            "met",
            "approved",
            guideline="vgr-mmr-2018",
        ),
        Row(
            "Avslut på nyårsafton 2017: beloppet är inte känt",
            "Completed on New Year's Eve 2017: the amount is not known",
            (course("2017-10-01", "2017-12-31"), SINCE_2015),
            "unknown",
            "review",
            guideline="vgr-rehabgaranti-2015",
        ),
        Row(
            "Avslut på nyårsafton 2019",
            "Completed on New Year's Eve 2019",
            (course("2019-11-01", "2019-12-31"), registered("2019-11-01")),
            "met",
            "approved",
            guideline="vgr-mmr-2019",
        ),
        Row(
            "Avslut på nyårsdagen 2020: ingen riktlinje",
            "Completed on New Year's Day 2020: no guideline",
            (course("2019-11-01", "2020-01-01"), judged_on("2020-12-31")),
            "unknown",
            "review",
            guideline="",
        ),
        Row(
            "Avslut 2014: ingen riktlinje",
            "Completed in 2014: no guideline",
            (course("2014-02-01", "2014-04-01"),),
            "unknown",
            "review",
            guideline="",
        ),
    ),
)

BASIS_1 = Table(
    "price-basis",
    "Beloppet för MMR1",
    "The amount for MMR1",
    MMR1,
    (
        Row("MMR1 2018: angivet", "MMR1 2018: stated", (course("2018-02-01", "2018-04-01"),), "met", "approved"),
        Row("MMR1 2019: hämtat från 2018", "MMR1 2019: carried forward from 2018", (), "not_met", "approved"),
        Row(
            "MMR1 2017: villkoret finns inte i riktlinjen",
            "MMR1 2017: the guideline has no such condition",
            (course("2017-02-01", "2017-04-01"),),
            ABSENT,
            "review",
        ),
    ),
)
BASIS_2 = Table(
    "price-basis",
    "Beloppet för MMR2",
    "The amount for MMR2",
    MMR2,
    (
        Row("MMR2 2018: angivet", "MMR2 2018: stated", (course("2018-02-01", "2018-04-01"),), "met", "approved"),
        Row("MMR2 2019: angivet", "MMR2 2019: stated", (), "met", "approved"),
    ),
)

TABLES = (IN_FORCE, BASIS_1, BASIS_2)
