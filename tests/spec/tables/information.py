"""What is only made known: work contacts, the same-year exception, repeated completions. Rules §4."""

from __future__ import annotations

from tests.spec.bases import COMPLETION, MMR1, MMR2, SECOND
from tests.spec.changes.contacts import (
    also_series,
    coded,
    course,
    judged_on,
    visit,
)
from tests.spec.changes.registers import also_registered
from tests.spec.changes.teams import also_team
from tests.spec.model import ABSENT, SeriesRow, Table

Row = SeriesRow

OWN_SERIES = "P1:MMR1:20190201:1"

WORK = Table(
    "work-contact",
    "GC001, ZV506 eller ZV502 under serien",
    "GC001, ZV506 or ZV502 during the series",
    MMR1,
    (
        Row("Ingen samordnande kontakt", "No coordinating contact", (), "not_met", "approved"),
        Row("Rehabkoordinering", "Rehabilitation coordination", (visit("2019-03-05", "GC001"),), "met", "approved"),
        Row(
            "Kontakt med arbetsgivaren", "Contact with the employer", (visit("2019-03-05", "ZV506"),), "met", "approved"
        ),
        Row(
            "Kontakt med Arbetsförmedlingen",
            "Contact with the employment service",
            (visit("2019-03-05", "ZV502"),),
            "met",
            "approved",
        ),
        Row(
            "Samordnande kod på ett behandlingsbesök",
            "A coordinating code on a treatment visit",
            (coded(SECOND, "UV110", "GC001"),),
            "met",
            "approved",
        ),
        Row("På startdagen", "On the first day", (visit("2019-02-01", "GC001"),), "met", "approved"),
        Row("På sista dagen", "On the last day", (visit("2019-04-01", "GC001"),), "met", "approved"),
        Row("Dagen före start", "The day before the start", (visit("2019-01-31", "GC001"),), "not_met", "approved"),
        Row("Dagen efter avslut", "The day after the end", (visit("2019-04-02", "GC001"),), "not_met", "approved"),
        Row("Vid en annan enhet", "At another unit", (visit("2019-03-05", "GC001", unit="B"),), "met", "approved"),
        Row(
            "Om en annan patient",
            "About another patient",
            (visit("2019-03-05", "GC001", patient="P2"),),
            "not_met",
            "approved",
        ),
        Row(
            "På dagen för ett upprepat avslut",
            "On the day of a repeated completion",
            (visit("2019-04-15", "UV114", "GC001"),),
            "not_met",
            "approved",
        ),
        Row(
            "Avslut 2017",
            "Completed in 2017",
            (course("2017-02-01", "2017-04-01"), visit("2017-03-05", "ZV506")),
            "met",
            "review",
        ),
    ),
)

DUPLICATE = Table(
    "duplicate-completion",
    "Avslutskoden en gång till",
    "The completion code once more",
    MMR1,
    (
        Row("Ett enda avslut", "A single completion", (), ABSENT, "approved"),
        Row(
            "Avslutskoden kommer igen",
            "The completion code comes again",
            (visit("2019-04-15", "UV114"),),
            "met",
            "approved",
        ),
        Row("Två avslut samma dag", "Two completions the same day", (visit("2019-04-01", "UV114"),), "met", "approved"),
        Row(
            "Båda koderna på avslutet är inget upprepat avslut",
            "Both codes on the completion are no repetition",
            (coded(COMPLETION, "UV110", "UV114"),),
            ABSENT,
            "approved",
        ),
        Row(
            "Nytt besök före nästa avslut: en ny serie",
            "A new visit before the next completion: a new series",
            (visit("2019-10-05", "UV110"), visit("2019-11-05", "UV114")),
            ABSENT,
            "approved",
            series=OWN_SERIES,
        ),
        Row(
            "Båda koderna på ett senare besök: en ny serie",
            "Both codes on a later visit: a new series",
            (visit("2019-04-15", "UV110", "UV114"),),
            ABSENT,
            "approved",
            series=OWN_SERIES,
        ),
        Row(
            "Den andra nivåns avslutskod",
            "The other level's completion code",
            (visit("2019-04-15", "UV116"),),
            ABSENT,
            "approved",
        ),
    ),
)

JANUARY = also_series("MMR1", "2018-11-01", "2019-01-10")

IN_SUMMER = course("2019-07-10", "2019-09-10")

SAME_YEAR_1 = Table(
    "same-year",
    "En tidigare godkänd serie på nivån avslutad samma kalenderår",
    "An earlier approved series at the level, ended in the same calendar year",
    MMR1,
    (
        Row("Årets enda serie", "The year's only series", (), ABSENT, "approved"),
        Row(
            "En godkänd serie avslutad i januari",
            "An approved series ended in January",
            (JANUARY, IN_SUMMER),
            "met",
            "approved",
        ),
        Row(
            "Januariseriens avslut nekat",
            "The January series denied",
            (also_series("MMR1", "2018-11-01", "2019-01-10", end_unit="B"), IN_SUMMER),
            ABSENT,
            "approved",
        ),
        Row(
            "Den tidigare avslutad på nyårsafton året före",
            "The earlier ended on New Year's Eve the year before",
            (also_series("MMR1", "2018-10-01", "2018-12-31"), IN_SUMMER),
            ABSENT,
            "approved",
        ),
        Row(
            "För tidig ny serie: nekas, men undantaget visas",
            "A further series too early: denied, the exception shown",
            (JANUARY,),
            "met",
            "denied",
        ),
        Row(
            "Den nya avslutas året därpå",
            "The new one ends the year after",
            (JANUARY, course("2019-07-10", "2020-01-15"), judged_on("2020-12-31")),
            ABSENT,
            "review",
        ),
    ),
)

SAME_YEAR_2 = Table(
    "same-year",
    "Den andra nivåns serie räknas inte",
    "The other level's series does not count",
    MMR2,
    (
        Row(
            "Godkänd MMR1 samma år, sedan MMR2",
            "Approved MMR1 the same year, then MMR2",
            (JANUARY, also_team("MMR1"), also_registered("2019-01-10", "primary")),
            ABSENT,
            "approved",
        ),
    ),
)

TABLES = (WORK, SAME_YEAR_1, SAME_YEAR_2, DUPLICATE)
