"""Conditions on the pain registry: the team's connection, the patient's registration. Rules §4."""

from __future__ import annotations

from tests.spec.bases import MMR1, MMR2
from tests.spec.changes.contacts import course
from tests.spec.changes.registers import (
    also_registered,
    no_registry_table,
    not_registered,
    registered,
)
from tests.spec.changes.teams import also_team, care, joined, no_team, not_joined
from tests.spec.model import SeriesRow, Table

Row = SeriesRow

IN_2018 = course("2018-02-01", "2018-04-01")

AT_HOSPITAL, IN_PRIMARY = care("hospital"), care("primary")

IN_SPECIALIST, IN_MODULE_PRIMARY = registered("2019-02-01", "specialist"), registered("2019-02-01")

CONNECTED_1 = Table(
    "nrs-connected",
    "Ansluten till rätt modul senast sista dagen (MMR1)",
    "Joined the right module on the last day at the latest (MMR1)",
    MMR1,
    (
        Row("Ansluten sedan länge", "Joined long since", (), "met", "approved"),
        Row(
            "Ansluten på seriens sista dag",
            "Joined on the last day",
            (joined("primary", "2019-04-01"),),
            "met",
            "approved",
        ),
        Row("Ansluten dagen efter", "Joined the day after", (joined("primary", "2019-04-02"),), "not_met", "denied"),
        Row("Ansluten utan datum", "Joined without a day", (joined("primary", ""),), "not_met", "denied"),
        Row("Ansluten till båda modulerna", "Joined both modules", (joined("both"),), "met", "approved"),
        Row("Ansluten till fel modul", "Joined the wrong module", (joined("specialist"),), "not_met", "denied"),
        Row("Inte ansluten", "Not joined", (not_joined(),), "not_met", "denied"),
        Row(
            "Två team, det andra är anslutet",
            "Two teams, the other has joined",
            (not_joined(), also_team("MMR1")),
            "met",
            "approved",
        ),
        Row("Inget av seriens team", "No series' team", (no_team(),), "not_met", "denied"),
        Row(
            "2019 avgör vårdnivån: MMR1 på sjukhus behöver specialistmodulen",
            "2019 by care level: MMR1 at a hospital needs the specialist module",
            (AT_HOSPITAL, joined("specialist"), IN_SPECIALIST),
            "met",
            "approved",
        ),
        Row(
            "2019 avgör vårdnivån: MMR1 på sjukhus i primärvårdsmodulen",
            "2019 by care level: MMR1 at a hospital in the primary module",
            (AT_HOSPITAL, joined("primary")),
            "not_met",
            "denied",
        ),
        Row(
            "2018 avgör nivån: MMR1 på sjukhus i primärvårdsmodulen",
            "2018 by level: MMR1 at a hospital in the primary module",
            (IN_2018, AT_HOSPITAL, joined("primary")),
            "met",
            "approved",
        ),
        Row(
            "2018 avgör nivån: MMR1 på sjukhus i specialistmodulen",
            "2018 by level: MMR1 at a hospital in the specialist module",
            (IN_2018, AT_HOSPITAL, joined("specialist"), IN_SPECIALIST),
            "not_met",
            "denied",
        ),
    ),
)

CONNECTED_2 = Table(
    "nrs-connected",
    "Vårdnivån avgör 2019, nivån 2018 (MMR2)",
    "Care level decides in 2019, the level in 2018 (MMR2)",
    MMR2,
    (
        Row(
            "2019: MMR2 på sjukhus i specialistmodulen",
            "2019: MMR2 at a hospital in the specialist module",
            (),
            "met",
            "approved",
        ),
        Row(
            "2019: MMR2 i primärvård i primärvårdsmodulen",
            "2019: MMR2 in primary care in the primary module",
            (IN_PRIMARY, joined("primary"), IN_MODULE_PRIMARY),
            "met",
            "approved",
        ),
        Row(
            "2019: MMR2 i primärvård i specialistmodulen",
            "2019: MMR2 in primary care in the specialist module",
            (IN_PRIMARY,),
            "not_met",
            "denied",
        ),
        Row(
            "2018: MMR2 i primärvård i specialistmodulen",
            "2018: MMR2 in primary care in the specialist module",
            (IN_2018, IN_PRIMARY),
            "met",
            "approved",
        ),
        Row(
            "2018: MMR2 i primärvård i primärvårdsmodulen",
            "2018: MMR2 in primary care in the primary module",
            (IN_2018, IN_PRIMARY, joined("primary"), IN_MODULE_PRIMARY),
            "not_met",
            "denied",
        ),
    ),
)

LITERAL = "The naive judge takes the module word for word: a registration in `both` is not in `primary`."

REGISTERED = Table(
    "nrs-registered",
    "Registrerad av enheten, från 180 dagar före start till bedömningsdagen",
    "Registered by the unit, from 180 days before the start to the day of judgement",
    MMR1,
    (
        Row("Registrerad på startdagen", "Registered on the first day", (), "met", "approved"),
        Row(
            "Exakt 180 dagar före start",
            "Exactly 180 days before the start",
            (registered("2018-08-05"),),
            "met",
            "approved",
        ),
        Row("181 dagar före start", "181 days before the start", (registered("2018-08-04"),), "not_met", "denied"),
        Row(
            "Efter avslut, på bedömningsdagen",
            "After the end, on the day of judgement",
            (registered("2019-12-31"),),
            "met",
            "approved",
        ),
        Row("Efter bedömningsdagen", "After the day of judgement", (registered("2020-01-01"),), "not_met", "denied"),
        Row("Av en annan enhet", "By another unit", (registered("2019-02-01", unit="B"),), "not_met", "denied"),
        Row(
            "Enheten skriven med mellanslag och liten bokstav",
            "The unit in lower case with blanks",
            (registered("2019-02-01", unit=" a "),),
            "met",
            "approved",
        ),
        Row("I fel modul", "In the wrong module", (registered("2019-02-01", "specialist"),), "not_met", "denied"),
        Row(
            "I båda modulerna",
            "In both modules",
            (registered("2019-02-01", "both"),),
            "met",
            "approved",
            naive_differs=LITERAL,
        ),
        Row("En annan patient", "Another patient", (registered("2019-02-01", patient="P2"),), "not_met", "denied"),
        Row("Inte registrerad", "Not registered", (not_registered(),), "not_met", "denied"),
        Row(
            "Uppgifter ur NRS saknas helt",
            "The registry's table is absent",
            (no_registry_table(),),
            "unknown",
            "review",
        ),
        Row(
            "Två team med var sin modul: den enas räcker",
            "Two teams with a module each: the one's will do",
            (AT_HOSPITAL, joined("specialist"), also_team("MMR1")),
            "met",
            "approved",
        ),
        Row(
            "Inget av seriens team: vilken modul som helst",
            "No series' team: any module",
            (no_team(), IN_SPECIALIST),
            "met",
            "denied",
        ),
        Row(
            "Inget av seriens team och inte registrerad",
            "No series' team and not registered",
            (no_team(), not_registered()),
            "not_met",
            "denied",
        ),
        Row(
            "Utgången registrering och en ny",
            "One registration too old and one in time",
            (registered("2018-08-04"), also_registered("2019-03-01", "primary")),
            "met",
            "approved",
        ),
    ),
)

TABLES = (CONNECTED_1, CONNECTED_2, REGISTERED)
