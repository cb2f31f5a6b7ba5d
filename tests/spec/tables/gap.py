"""How soon one series may follow on another. Rules §4."""

from __future__ import annotations

from tests.spec.bases import MMR1, MMR2
from tests.spec.changes.contacts import (
    also_open,
    also_series,
    course,
    visit,
)
from tests.spec.changes.teams import accredited
from tests.spec.model import SeriesRow, Table

Row = SeriesRow

SINCE_2015 = accredited(("2015-01-01", ""))

TO_AUGUST = also_series("MMR1", "2018-05-01", "2018-08-31")

TO_LEAP = also_series("MMR1", "2015-05-01", "2015-08-31")

GAP_1 = Table(
    "treatment-gap",
    "Sex kalendermånader från tidigare series sista dag till start (MMR1)",
    "Six calendar months from an earlier series' last day to the start (MMR1)",
    MMR1,
    (
        Row("Ingen tidigare serie", "No earlier series", (), "met", "approved"),
        Row(
            "Sex månader på dagen",
            "Six months to the day",
            (also_series("MMR1", "2018-05-01", "2018-08-01"),),
            "met",
            "approved",
        ),
        Row(
            "En dag för tidigt",
            "One day too early",
            (also_series("MMR1", "2018-05-01", "2018-08-02"),),
            "not_met",
            "denied",
        ),
        Row(
            "Avslut 31 augusti: sex månader är 28 februari",
            "Ended 31 August: six months is 28 February",
            (TO_AUGUST, course("2019-02-28", "2019-04-30")),
            "met",
            "approved",
        ),
        Row(
            "Avslut 31 augusti, start 27 februari",
            "Ended 31 August, starts 27 February",
            (TO_AUGUST, course("2019-02-27", "2019-04-30")),
            "not_met",
            "denied",
        ),
        Row(
            "Skottår: avslut 31 augusti, start 29 februari",
            "Leap year: ended 31 August, starts 29 February",
            (TO_LEAP, course("2016-02-29", "2018-04-01"), SINCE_2015),
            "met",
            "approved",
        ),
        Row(
            "Skottår: avslut 31 augusti, start 28 februari",
            "Leap year: ended 31 August, starts 28 February",
            (TO_LEAP, course("2016-02-28", "2018-04-01"), SINCE_2015),
            "not_met",
            "denied",
        ),
        Row(
            "Den tidigare serien är själv nekad",
            "The earlier series is itself denied",
            (also_series("MMR1", "2018-09-01", "2018-12-01", end_unit="B"),),
            "not_met",
            "denied",
        ),
        Row(
            "Den tidigare serien granskas (avslut 2017)",
            "The earlier series is under review (ended 2017)",
            (also_series("MMR1", "2017-07-01", "2017-10-01"), course("2018-02-01", "2018-04-01")),
            "not_met",
            "denied",
        ),
        Row(
            "Tidigare serie vid en annan enhet",
            "An earlier series at another unit",
            (also_series("MMR1", "2018-09-01", "2018-12-01", unit="B"),),
            "not_met",
            "denied",
        ),
        Row(
            "En annan patients serie",
            "Another patient's series",
            (also_series("MMR1", "2018-09-01", "2018-12-01", patient="P2"),),
            "met",
            "approved",
        ),
        Row(
            "MMR2 före MMR1",
            "MMR2 before MMR1",
            (also_series("MMR2", "2018-09-01", "2018-12-01"),),
            "not_met",
            "denied",
        ),
        Row(
            "MMR2 före MMR1, sex månader senare",
            "MMR2 before MMR1, six months later",
            (also_series("MMR2", "2018-05-01", "2018-08-01"),),
            "met",
            "approved",
        ),
        Row(
            "Senare påbörjad serie hindrar inte",
            "A series that starts later is no hindrance",
            (also_series("MMR2", "2019-03-01", "2019-05-01"),),
            "met",
            "approved",
        ),
        Row(
            "MMR1 och MMR2 börjar samma dag: MMR1 räknas som först",
            "MMR1 and MMR2 start the same day: MMR1 counts as first",
            (also_series("MMR2", "2019-02-01", "2019-05-01"),),
            "met",
            "approved",
        ),
        Row(
            "Upprepat avslut flyttar inte den förra seriens sista dag",
            "A repeated completion does not move the earlier last day",
            (also_series("MMR1", "2018-05-01", "2018-07-01"), visit("2018-10-01", "UV114")),
            "met",
            "approved",
        ),
    ),
)

GAP_2 = Table(
    "treatment-gap",
    "MMR2 får följa direkt på en avslutad MMR1",
    "MMR2 may follow at once on a completed MMR1",
    MMR2,
    (
        Row(
            "MMR1 avslutad dagen före",
            "MMR1 ended the day before",
            (also_series("MMR1", "2018-10-01", "2019-01-31"),),
            "met",
            "approved",
        ),
        Row(
            "MMR1 avslutad på startdagen",
            "MMR1 ended on the first day",
            (also_series("MMR1", "2018-10-01", "2019-02-01"),),
            "met",
            "approved",
        ),
        Row(
            "MMR1 avslutad dagen efter start: nivåerna överlappar",
            "MMR1 ended the day after the start: the levels overlap",
            (also_series("MMR1", "2018-10-01", "2019-02-02"),),
            "not_met",
            "denied",
        ),
        Row(
            "MMR1 och MMR2 börjar samma dag, MMR1 pågår vidare",
            "MMR1 and MMR2 start the same day, MMR1 goes on",
            (also_series("MMR1", "2019-02-01", "2019-03-01"),),
            "not_met",
            "denied",
        ),
        Row(
            "MMR1 börjar och avslutas på startdagen",
            "MMR1 starts and ends on the first day",
            (also_series("MMR1", "2019-02-01", "2019-02-01"),),
            "met",
            "approved",
        ),
        Row(
            "MMR1 aldrig avslutad",
            "MMR1 never completed",
            (also_open("MMR1", "2018-12-01", "2019-01-10"),),
            "not_met",
            "denied",
        ),
        Row(
            "MMR1 aldrig avslutad, sista besöket sex månader tidigare",
            "MMR1 never completed, last visit six months before",
            (also_open("MMR1", "2018-07-01", "2018-08-01"),),
            "met",
            "approved",
        ),
        Row(
            "MMR1 aldrig avslutad, en dag för tidigt",
            "MMR1 never completed, one day too early",
            (also_open("MMR1", "2018-07-01", "2018-08-02"),),
            "not_met",
            "denied",
        ),
        Row(
            "MMR2 efter MMR2",
            "MMR2 after MMR2",
            (also_series("MMR2", "2018-09-01", "2018-12-01"),),
            "not_met",
            "denied",
        ),
        Row(
            "MMR2 en tid före, MMR1 däremellan",
            "MMR2 a while before, MMR1 in between",
            (also_series("MMR2", "2018-08-01", "2018-10-01"), also_series("MMR1", "2019-01-02", "2019-01-20")),
            "not_met",
            "denied",
        ),
    ),
)

TABLES = (GAP_1, GAP_2)
