"""From contacts to series. Rules §3."""

from __future__ import annotations

from tests.spec.bases import BLANK
from tests.spec.changes.contacts import shuffled, visit
from tests.spec.model import BuildingRow, Built, Change, Table

Row = BuildingRow
AA, A_OPEN = ("A", "A"), ("A", "")


def _ongoing(day: str, **told: str) -> Change:
    return visit(day, "UV110", **told)  # type: ignore[arg-type]


def _end(day: str, **told: str) -> Change:
    return visit(day, "UV114", **told)  # type: ignore[arg-type]


START = _ongoing("2019-02-01")
END = _end("2019-04-01")
SIMPLE = Built("P1:MMR1:20190201:1", "2019-04-01", AA, 2)

ONE = Table(
    "series",
    "En serie: första pågående besöket till avslutet",
    "One series: the first ongoing visit to the completion",
    BLANK,
    (
        Row(
            "Två besök och ett avslut",
            "Two visits and a completion",
            (START, _ongoing("2019-03-01"), END),
            (Built("P1:MMR1:20190201:1", "2019-04-01", AA, 3),),
        ),
        Row(
            "Koder skrivna på annat vis är samma koder",
            "Codes written otherwise are the same codes",
            (visit("2019-02-01", "uv 110"), visit("2019-04-01", "Uv114")),
            (SIMPLE,),
        ),
        Row(
            "Raderna i omvänd ordning ger samma serie",
            "Rows in the opposite order give the same series",
            (START, END, shuffled()),
            (SIMPLE,),
        ),
        Row(
            "Besök och avslut samma dag: besöket kommer först",
            "Visit and completion the same day: the visit comes first",
            (_end("2019-04-01", contact_id="1"), _ongoing("2019-04-01", contact_id="2")),
            (Built("P1:MMR1:20190401:1", "2019-04-01", AA, 2),),
        ),
        Row(
            "Båda koderna på sista besöket",
            "Both codes on the last visit",
            (START, visit("2019-04-01", "UV110", "UV114")),
            (SIMPLE,),
        ),
        Row(
            "Båda koderna på det enda besöket",
            "Both codes on the only visit",
            (visit("2019-04-01", "UV110", "UV114"),),
            (Built("P1:MMR1:20190401:1", "2019-04-01", AA, 1),),
        ),
        Row(
            "Uppehåll på ett år: samma serie",
            "A pause of a year: the same series",
            (_ongoing("2018-01-15"), _ongoing("2019-02-15"), END),
            (Built("P1:MMR1:20180115:1", "2019-04-01", AA, 3),),
        ),
        Row(
            "Återupptagen vid en annan enhet: samma serie",
            "Resumed at another unit: the same series",
            (START, _ongoing("2019-03-01", unit="B"), _end("2019-04-01", unit="B")),
            (Built("P1:MMR1:20190201:1", "2019-04-01", ("A", "B"), 3),),
        ),
        Row(
            "Två enheter på startdagen: contact_id avgör",
            "Two units on the first day: contact_id decides",
            (_ongoing("2019-02-01", contact_id="2"), _ongoing("2019-02-01", unit="B", contact_id="10"), END),
            (Built("P1:MMR1:20190201:1", "2019-04-01", ("B", "A"), 3),),
        ),
        Row(
            "Inget avslut: öppen serie",
            "No completion: an open series",
            (START, _ongoing("2019-03-01")),
            (Built("P1:MMR1:20190201:1", "", A_OPEN, 2),),
        ),
        Row(
            "En annan patients avslut avslutar inte",
            "Another patient's completion does not complete",
            (START, _end("2019-04-01", patient="P2")),
            (Built("P1:MMR1:20190201:1", "", A_OPEN, 1), Built("P2:MMR1:20190401:1", "2019-04-01", AA, 1)),
        ),
        Row(
            "Bara bedömning och samordning: ingen serie",
            "Only assessment and coordination: no series",
            (visit("2019-01-20", "UV118"), visit("2019-02-01", "GC001"), visit("2019-02-02", "ZV502")),
            (),
        ),
        Row(
            "Besök utan riktlinjens koder: ingen serie",
            "Visits without the guideline's codes: no series",
            (visit("2019-02-01"), visit("2019-02-02", "DU011")),
            (),
        ),
    ),
)
SEVERAL = Table(
    "series",
    "Flera serier och upprepade avslut",
    "Several series and repeated completions",
    BLANK,
    (
        Row(
            "Ny serie efter avslutet",
            "A new series after the completion",
            (START, END, _ongoing("2019-10-01"), _end("2019-11-01")),
            (SIMPLE, Built("P1:MMR1:20191001:1", "2019-11-01", AA, 2)),
        ),
        Row(
            "Öppen serie efter avslutet",
            "An open series after the completion",
            (START, END, _ongoing("2019-10-01")),
            (SIMPLE, Built("P1:MMR1:20191001:1", "", A_OPEN, 1)),
        ),
        Row(
            "Upprepat avslut hör till serien före",
            "A repeated completion belongs to the series before",
            (START, END, _end("2019-04-15")),
            (Built("P1:MMR1:20190201:1", "2019-04-01", AA, 3),),
        ),
        Row(
            "Upprepat avslut före nästa serie",
            "A repeated completion before the next series",
            (START, END, _end("2019-04-15", unit="B"), _ongoing("2019-10-01"), _end("2019-11-01")),
            (Built("P1:MMR1:20190201:1", "2019-04-01", AA, 3), Built("P1:MMR1:20191001:1", "2019-11-01", AA, 2)),
        ),
        Row(
            "Avslut före något besök: en egen serie",
            "A completion before any visit: a series of its own",
            (_end("2019-01-10"), START, END),
            (Built("P1:MMR1:20190110:1", "2019-01-10", AA, 1), SIMPLE),
        ),
        Row(
            "Två avslut utan besök: det andra är upprepat",
            "Two completions without a visit: the second is a repetition",
            (_end("2019-01-10"), _end("2019-01-20")),
            (Built("P1:MMR1:20190110:1", "2019-01-10", AA, 2),),
        ),
        Row(
            "Två serier med samma startdag",
            "Two series with the same first day",
            (
                visit("2019-04-01", "UV110", "UV114", contact_id="1"),
                visit("2019-04-01", "UV110", "UV114", contact_id="2"),
            ),
            (Built("P1:MMR1:20190401:1", "2019-04-01", AA, 1), Built("P1:MMR1:20190401:2", "2019-04-01", AA, 1)),
        ),
        Row(
            "Två avslut samma dag, det med båda koderna först",
            "Two completions the same day, the one with both codes first",
            (START, visit("2019-04-01", "UV110", "UV114", contact_id="5"), _end("2019-04-01", contact_id="9")),
            (Built("P1:MMR1:20190201:1", "2019-04-01", AA, 3),),
        ),
        Row(
            "Två avslut samma dag, det med båda koderna sist",
            "Two completions the same day, the one with both codes last",
            (START, _end("2019-04-01", contact_id="5"), visit("2019-04-01", "UV110", "UV114", contact_id="9")),
            (SIMPLE, Built("P1:MMR1:20190401:1", "2019-04-01", AA, 1)),
        ),
    ),
)
LEVELS = Table(
    "series",
    "Nivåerna räknas var för sig",
    "The levels are counted apart",
    BLANK,
    (
        Row(
            "Den andra nivåns avslut avslutar inte",
            "The other level's completion does not complete",
            (START, visit("2019-04-01", "UV116")),
            (Built("P1:MMR1:20190201:1", "", A_OPEN, 1), Built("P1:MMR2:20190401:1", "2019-04-01", AA, 1)),
        ),
        Row(
            "Överlappande nivåer",
            "Overlapping levels",
            (START, visit("2019-03-01", "UV115"), END, visit("2019-05-01", "UV116")),
            (SIMPLE, Built("P1:MMR2:20190301:1", "2019-05-01", AA, 2)),
        ),
        Row(
            "Båda nivåernas koder på ett besök hör till båda",
            "Both levels' codes on one visit belong to both",
            (visit("2019-02-01", "UV110", "UV115"), END, visit("2019-05-01", "UV116")),
            (SIMPLE, Built("P1:MMR2:20190201:1", "2019-05-01", AA, 2)),
        ),
        Row(
            "Öppen MMR1 och sedan MMR2",
            "An open MMR1 and then MMR2",
            (START, visit("2019-03-01", "UV115"), visit("2019-05-01", "UV116")),
            (Built("P1:MMR1:20190201:1", "", A_OPEN, 1), Built("P1:MMR2:20190301:1", "2019-05-01", AA, 2)),
        ),
        Row(
            "Avslut MMR1 och start MMR2 på samma besök",
            "MMR1 completed and MMR2 begun on one visit",
            (START, visit("2019-04-01", "UV114", "UV115"), visit("2019-05-01", "UV116")),
            (SIMPLE, Built("P1:MMR2:20190401:1", "2019-05-01", AA, 2)),
        ),
    ),
)

TABLES = (ONE, SEVERAL, LEVELS)
