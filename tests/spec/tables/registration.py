"""Conditions on what was registered: the codes, the assessment, the unit. Rules §4."""

from __future__ import annotations

from tests.spec.bases import ASSESSMENT, COMPLETION, FIRST, MMR1, MMR2, SECOND, THIRD
from tests.spec.changes.contacts import also_series, at_unit, coded, dated, visit, without
from tests.spec.model import SeriesRow, Table

Row = SeriesRow

ONGOING = Table(
    "ongoing-coded",
    "Minst ett besök med koden för pågående behandling",
    "At least one visit with the code for ongoing treatment",
    MMR1,
    (
        Row("Tre besök före avslutet", "Three visits before the completion", (), "met", "approved"),
        Row(
            "Ett enda besök före avslutet",
            "A single visit before the completion",
            (without(SECOND, THIRD),),
            "met",
            "approved",
        ),
        Row(
            "Avslut utan något besök före",
            "A completion without any visit",
            (without(FIRST, SECOND, THIRD),),
            "not_met",
            "denied",
        ),
        Row(
            "Båda koderna på samma besök",
            "Both codes on one visit",
            (without(FIRST, SECOND, THIRD), coded(COMPLETION, "UV110", "UV114")),
            "met",
            "approved",
        ),
        Row(
            "Pågående kod för den andra nivån räknas inte",
            "The other level's ongoing code does not count",
            (without(SECOND, THIRD), coded(FIRST, "UV115")),
            "not_met",
            "denied",
        ),
    ),
)

EARLIER = also_series("MMR1", "2018-03-01", "2018-06-01")

ASSESSED = Table(
    "assessment-coded",
    "UV118 senast på startdagen och efter förra serien",
    "UV118 on the first day at the latest, and after the previous series",
    MMR1,
    (
        Row("Bedömd tolv dagar före start", "Assessed twelve days before", (), "met", "approved"),
        Row("Bedömd på startdagen", "Assessed on the first day", (dated(ASSESSMENT, "2019-02-01"),), "met", "approved"),
        Row(
            "Bedömd dagen efter start",
            "Assessed the day after",
            (dated(ASSESSMENT, "2019-02-02"),),
            "not_met",
            "denied",
        ),
        Row("Ingen bedömning", "No assessment", (without(ASSESSMENT),), "not_met", "denied"),
        Row(
            "Bedömningskoden på första besöket",
            "The assessment code on the first visit",
            (without(ASSESSMENT), coded(FIRST, "UV118", "UV110")),
            "met",
            "approved",
        ),
        Row("Bedömd vid en annan enhet", "Assessed at another unit", (at_unit(ASSESSMENT, "B"),), "met", "approved"),
        Row(
            "Bedömd av teamet åt en annan patient",
            "Another patient's assessment",
            (without(ASSESSMENT), visit("2019-01-20", "UV118", patient="P2")),
            "not_met",
            "denied",
        ),
        Row(
            "Bedömd två år före start: ingen bortre gräns",
            "Assessed two years before: no limit backwards",
            (dated(ASSESSMENT, "2017-02-01"),),
            "met",
            "approved",
        ),
        Row(
            "Bedömd samma dag som förra serien avslutades",
            "Assessed on the day the previous series ended",
            (EARLIER, dated(ASSESSMENT, "2018-06-01")),
            "not_met",
            "denied",
        ),
        Row(
            "Bedömd dagen efter förra seriens avslut",
            "Assessed the day after the previous series ended",
            (EARLIER, dated(ASSESSMENT, "2018-06-02")),
            "met",
            "approved",
        ),
        Row(
            "Bedömd under förra serien",
            "Assessed during the previous series",
            (EARLIER, dated(ASSESSMENT, "2018-05-02")),
            "not_met",
            "denied",
        ),
    ),
)

ASSESSED_LEVELS = Table(
    "assessment-coded",
    "Bara förra serien på samma nivå räknas",
    "Only the previous series at the same level counts",
    MMR2,
    (
        Row(
            "MMR1 däremellan: samma bedömning räcker",
            "MMR1 in between: the same assessment will do",
            (dated(ASSESSMENT, "2018-10-01"), also_series("MMR1", "2018-10-01", "2019-01-31")),
            "met",
            "approved",
        ),
        Row(
            "MMR2 däremellan: ny bedömning krävs",
            "MMR2 in between: a new assessment is needed",
            (dated(ASSESSMENT, "2018-03-01"), also_series("MMR2", "2018-03-01", "2018-06-01")),
            "not_met",
            "denied",
        ),
    ),
)

UNIT = Table(
    "completion-unit",
    "Den enhet som började är den som avslutar",
    "The unit that began is the unit that completes",
    MMR1,
    (
        Row("Allt vid enhet A", "Everything at unit A", (), "met", "approved"),
        Row(
            "Avslutad vid en annan enhet", "Completed at another unit", (at_unit(COMPLETION, "B"),), "not_met", "denied"
        ),
        Row("Påbörjad vid en annan enhet", "Begun at another unit", (at_unit(FIRST, "B"),), "not_met", "denied"),
        Row(
            "Två enheter, men samma först och sist",
            "Two units, but the same first and last",
            (at_unit(SECOND, "B"),),
            "met",
            "approved",
        ),
        Row(
            "Upprepat avslut vid en annan enhet påverkar inte",
            "A repeated completion elsewhere changes nothing",
            (visit("2019-04-15", "UV114", unit="B"),),
            "met",
            "approved",
        ),
        Row(
            "Enheten skriven med mellanslag och liten bokstav",
            "The unit written with blanks in lower case",
            (at_unit(COMPLETION, " a "),),
            "met",
            "approved",
        ),
        Row(
            "Två besök på startdagen: ”10” kommer före ”2”",
            "Two visits on the first day: “10” comes before “2”",
            (visit("2019-02-01", "UV110", unit="B", contact_id="10"),),
            "not_met",
            "denied",
        ),
        Row(
            "Två besök på startdagen: ”2” kommer före ”20”",
            "Two visits on the first day: “2” comes before “20”",
            (visit("2019-02-01", "UV110", unit="B", contact_id="20"),),
            "met",
            "approved",
        ),
    ),
)

TABLES = (ONGOING, ASSESSED, ASSESSED_LEVELS, UNIT)
