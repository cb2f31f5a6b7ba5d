"""The cases that examples start from: an approved series of each level, a full team of each, and a blank one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.naive_judge import Contact, Nrs, Patient, RosterRow, Tables, Team
from tests.spec.model import Base, Case, Text

DAY = dt.date.fromisoformat
PATIENT = "P1"
AS_OF = DAY("2019-12-31")
DIAGNOSIS = "M54.5"
CODES = {"MMR1": ("UV110", "UV114"), "MMR2": ("UV115", "UV116"), "MMS": ("MMSVISIT", "MMSFINISH")}
"""The ongoing and the completion code of each level."""
ASSESSED_BY = {"MMR1": "UV118", "MMR2": "UV118", "MMS": "MMSASSESS"}

ASSESSMENT, FIRST, SECOND, THIRD, COMPLETION = "1", "2", "3", "4", "5"
"""The contacts of a base case, by contact_id; the same in both levels."""
VISITS = (FIRST, SECOND, THIRD, COMPLETION)
DAYS = ("01-20", "02-01", "03-01", "03-15", "04-01")
YEAR = {"MMR1": 2019, "MMR2": 2019, "MMS": 2018}
PROFESSIONS = {
    "MMR1": ("physician", "physiotherapist", "psychologist", "physiotherapist"),
    "MMR2": ("physician", "psychologist", "physiotherapist", "occupational_therapist"),
    "MMS": ("physician", "physiotherapist", "psychologist", "physiotherapist"),
}
MINUTES = {"MMR1": 600, "MMR2": 1200, "MMS": 600}
SHORT, EXTENDED = "short-psychotherapy", "extended"
SINCE = DAY("2018-01-01")


def _contacts(level: str) -> list[Contact]:
    """An assessment, three visits and the completion: 40 hours of MMR1 or MMS, 80 of MMR2."""
    ongoing, completion = CODES[level]
    days = [f"{YEAR[level]}-{day}" for day in DAYS]
    assessment = Contact(ASSESSMENT, PATIENT, "A", DAY(days[0]), (DIAGNOSIS,), (ASSESSED_BY[level],))
    visits = [
        Contact(number, PATIENT, "A", DAY(day), (DIAGNOSIS,), (code,), profession, MINUTES[level])
        for number, day, code, profession in zip(
            VISITS, days[1:], (ongoing, ongoing, ongoing, completion), PROFESSIONS[level], strict=True
        )
    ]
    return [assessment, *visits]


def team(level: str, team_id: str = "T1") -> Team:
    """A team at unit A as the level asks for, accredited since 2018, and in its registry module where it needs one."""
    care_level, module = {"MMR1": ("primary", "primary"), "MMR2": ("hospital", "specialist"), "MMS": ("primary", "")}[
        level
    ]
    return Team(team_id, "A", level, care_level, SINCE, None, module, SINCE if module else None)


def _case(level: str) -> Case:
    own = team(level)
    tables = Tables(
        contacts=_contacts(level),
        patients=[Patient(PATIENT, DAY("1980-05-05"))],
        teams=[own],
        nrs=[Nrs(PATIENT, "A", own.nrs_module, DAY("2019-02-01"))] if own.nrs_module else None,
    )
    return Case(tables, AS_OF)


def _staffed(level: str, *people: tuple[str, str]) -> Case:
    case = _case(level)
    roster = [
        RosterRow("T1", profession, (competence,) if competence else (), SINCE) for profession, competence in people
    ]
    return replace(case, tables=replace(case.tables, roster=roster))


MMR1 = Base("MMR1", Text("Godkänd serie MMR1", "Approved series of MMR1"), "MMR1", _case("MMR1"))
MMR2 = Base("MMR2", Text("Godkänd serie MMR2", "Approved series of MMR2"), "MMR2", _case("MMR2"))
BLANK = Base(
    "BLANK",
    Text("En patient utan besök", "A patient without visits"),
    "MMR1",
    Case(replace(MMR1.case.tables, contacts=[], teams=[team("MMR1"), team("MMR2", "T2")]), AS_OF),
)
TEAM1 = Base(
    "TEAM1",
    Text("Fullt team MMR1", "A full team of MMR1"),
    "MMR1",
    _staffed("MMR1", ("physician", ""), ("physiotherapist", ""), ("psychologist", SHORT)),
)
TEAM2 = Base(
    "TEAM2",
    Text("Fullt team MMR2", "A full team of MMR2"),
    "MMR2",
    _staffed(
        "MMR2",
        ("physician", EXTENDED),
        ("psychologist", SHORT),
        ("physiotherapist", EXTENDED),
        ("occupational_therapist", EXTENDED),
    ),
)
MMS = Base(
    "MMS",
    Text(
        "Serie MMS, som granskas eftersom beloppet inte är känt", "A series of MMS, reviewed as its amount is not known"
    ),
    "MMS",
    _case("MMS"),
)
TEAM_MMS = Base(
    "TEAM_MMS",
    Text("Fullt team MMS", "A full team of MMS"),
    "MMS",
    _staffed("MMS", ("physician", ""), ("physiotherapist", ""), ("social_worker", SHORT)),
)
BASES = (MMR1, MMR2, BLANK, TEAM1, TEAM2, MMS, TEAM_MMS)
