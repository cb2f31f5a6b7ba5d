"""Conditions on the series' teams: accreditation and care level. Rules §4."""

from __future__ import annotations

from tests.spec.bases import MMR1, MMR2
from tests.spec.changes.registers import (
    registered,
)
from tests.spec.changes.teams import accredited, also_team, care, joined, no_team, team_at, team_of
from tests.spec.model import SeriesRow, Table

Row = SeriesRow

AT_HOSPITAL, IN_PRIMARY = care("hospital"), care("primary")

IN_SPECIALIST, IN_MODULE_PRIMARY = registered("2019-02-01", "specialist"), registered("2019-02-01")

ACCREDITED = Table(
    "team-accredited",
    "Ett och samma team, godkänt varje dag av serien",
    "One and the same team, accredited on every day of the series",
    MMR1,
    (
        Row("Godkänt sedan länge, tills vidare", "Accredited long since, until further notice", (), "met", "approved"),
        Row(
            "Godkänt exakt seriens dagar",
            "Accredited for exactly the days of the series",
            (accredited(("2019-02-01", "2019-04-01")),),
            "met",
            "approved",
        ),
        Row(
            "Godkänt från dagen efter start",
            "Accredited from the day after the start",
            (accredited(("2019-02-02", "")),),
            "not_met",
            "denied",
        ),
        Row(
            "Godkänt till dagen före avslut",
            "Accredited until the day before the end",
            (accredited(("2018-01-01", "2019-03-31")),),
            "not_met",
            "denied",
        ),
        Row(
            "Två rader som följer dag på dag",
            "Two rows that join day on day",
            (accredited(("2018-01-01", "2019-02-28"), ("2019-03-01", "")),),
            "met",
            "approved",
        ),
        Row(
            "Två rader med en dags uppehåll",
            "Two rows with a gap of one day",
            (accredited(("2018-01-01", "2019-02-27"), ("2019-03-01", "")),),
            "not_met",
            "denied",
        ),
        Row(
            "Två team som bara tillsammans täcker serien",
            "Two teams that cover it only together",
            (accredited(("2018-01-01", "2019-02-28")), also_team("MMR1", "2019-03-01")),
            "not_met",
            "denied",
        ),
        Row(
            "Två team, varav ett täcker hela serien",
            "Two teams, one of which covers it all",
            (accredited(("2018-01-01", "2019-02-28")), also_team("MMR1")),
            "met",
            "approved",
        ),
        Row("Teamet vid en annan enhet", "The team at another unit", (team_at("B"),), "not_met", "denied"),
        Row(
            "Teamet godkänt för den andra nivån",
            "The team accredited for the other level",
            (team_of("MMR2"),),
            "not_met",
            "denied",
        ),
        Row("Inget team", "No team", (no_team(),), "not_met", "denied"),
    ),
)

CARE_1 = Table(
    "care-level",
    "MMR1 hör till primärvården",
    "MMR1 belongs in primary care",
    MMR1,
    (
        Row("MMR1 i primärvård", "MMR1 in primary care", (), "met", "approved"),
        Row(
            "MMR1 på sjukhus: avvikelse som inte nekar",
            "MMR1 at a hospital: noted, not denied",
            (AT_HOSPITAL, joined("specialist"), IN_SPECIALIST),
            "not_met",
            "approved",
        ),
        Row(
            "Två team, det ena i primärvård",
            "Two teams, one in primary care",
            (AT_HOSPITAL, joined("specialist"), also_team("MMR1")),
            "met",
            "approved",
        ),
        Row("Inget av seriens team", "No series' team", (no_team(),), "unknown", "denied"),
    ),
)

CARE_2 = Table(
    "care-level",
    "MMR2 hör till sjukhusvården",
    "MMR2 belongs in hospital care",
    MMR2,
    (
        Row("MMR2 på sjukhus", "MMR2 at a hospital", (), "met", "approved"),
        Row(
            "MMR2 i primärvård: avvikelse som inte nekar",
            "MMR2 in primary care: noted, not denied",
            (IN_PRIMARY, joined("primary"), IN_MODULE_PRIMARY),
            "not_met",
            "approved",
        ),
    ),
)

TABLES = (ACCREDITED, CARE_1, CARE_2)
