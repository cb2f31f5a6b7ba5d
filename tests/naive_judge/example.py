"""One good series, worked out by hand, that each test changes in one place."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.naive_judge import Contact, Nrs, Patient, Tables, Team, judge

D = dt.date.fromisoformat
FIRST = "P1:MMR1:20190201:1"


def contact(number: int, day: str, code: str, profession: str = "", minutes: int | None = None) -> Contact:
    return Contact(str(number), "P1", "U1", D(day), ("M54.5",), tuple(code.split("+")), profession, minutes)


TEAM = Team("T1", "U1", "MMR1", "primary", D("2018-01-01"), None, "primary", D("2018-01-01"))
GOOD = Tables(
    contacts=[
        contact(1, "2019-01-20", "UV118"),
        contact(2, "2019-02-01", "UV 110", "physician", 1000),
        contact(3, "2019-03-01", "uv110", "physiotherapist", 1000),
        contact(4, "2019-04-01", "UV114", "psychologist", 400),
    ],
    patients=[Patient("P1", D("1980-05-05"))],
    teams=[TEAM],
    nrs=[Nrs("P1", "u1 ", "primary", D("2019-02-01"))],
)


def with_contacts(*more: Contact, base: Tables = GOOD) -> Tables:
    return replace(base, contacts=[*base.contacts, *more])


def finding(tables: Tables, condition: str, series_id: str = FIRST) -> str | None:
    return judge(tables).findings[series_id].get(condition)


def moved(tables: Tables, days: int) -> Tables:
    """Return the tables with all contacts so many days later."""
    later = dt.timedelta(days=days)
    return replace(tables, contacts=[replace(row, date=row.date + later) for row in tables.contacts])


def second_course(start: str, end: str) -> list[Contact]:
    return [contact(20, start, "UV118"), contact(21, start, "UV110"), contact(22, end, "UV114")]
