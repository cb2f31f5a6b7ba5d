"""Edges that need the whole region first: teams that begin and end with a series, twenty patients, late NRS."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from random import Random

from tests.naive_judge.days import DAY
from tests.naive_judge.guidelines import COMPLETION, ONGOING
from tests.naive_judge.model import Contact, Nrs, Team
from tests.naive_judge.random_course import Rows
from tests.naive_judge.tidy import normal_codes, normal_unit


def days_with(rows: Rows, unit: str, code: str) -> list[dt.date]:
    """Return the days on which a unit wrote a code."""
    return [
        contact.date
        for contact in rows.contacts
        if normal_unit(contact.unit) == normal_unit(unit) and code in normal_codes(contact.procedures)
    ]


def sharpened(rng: Random, rows: Rows, team: Team) -> Team:
    """Let some rows begin with an ongoing contact, end with a completion, or join NRS on one."""
    starts = days_with(rows, team.unit, ONGOING[team.level])
    ends = days_with(rows, team.unit, COMPLETION[team.level])
    if not starts or not ends:
        return team
    if rng.random() < 0.12:
        team = replace(team, accredited_from=rng.choice(starts) + rng.choice((0, 0, 1)) * DAY, accredited_to=None)
    if rng.random() < 0.12:
        last = rng.choice(ends) - rng.choice((0, 0, 1)) * DAY
        team = replace(team, accredited_to=max(team.accredited_from, last))
    if rng.random() < 0.2:
        team = replace(team, nrs_connected_from=rng.choice(ends) + rng.choice((0, 0, 1)) * DAY)
    if rng.random() < 0.2 and team.accredited_to:
        team = replace(team, nrs_connected_from=team.accredited_to + rng.choice((0, 1)) * DAY)
    return team


def add_crowd(rng: Random, rows: Rows, unit: str) -> None:
    """Fill a unit's year up to 19, 20 or 21 patients with an ongoing contact."""
    level, year = rng.choice(("MMR1", "MMR2")), rng.choice((2018, 2019))
    code, day = ONGOING[level], dt.date(year, rng.randint(1, 12), rng.randint(1, 28))
    patients = {
        contact.patient_id
        for contact in rows.contacts
        if contact.date.year == year
        and normal_unit(contact.unit) == normal_unit(unit)
        and code in normal_codes(contact.procedures)
    }
    for number in range(rng.choice((19, 20, 21)) - len(patients)):
        rows.contacts.append(Contact(f"C{number}", f"C{number}", unit, day, ("M54.5",), (code,), "", 60))


def add_late_registrations(rng: Random, rows: Rows, as_of: dt.date) -> None:
    """Move some registrations to as_of, which counts, or the day after, which does not."""
    for index, row in enumerate(rows.nrs):
        if rng.random() < 0.05:
            rows.nrs[index] = Nrs(row.patient_id, row.unit, row.module, as_of + rng.choice((0, 1)) * DAY)


def add_twice(rng: Random, rows: Rows) -> None:
    """Tell some contacts twice, which counts once, and rarely with other content, which rejects both."""
    if not rows.contacts:
        return
    again: list[Contact] = rng.choices(rows.contacts, k=rng.randint(0, 4))
    if rng.random() < 0.15:
        again.append(replace(rng.choice(rows.contacts), diagnoses=("M54.5", "K999")))
    rows.contacts.extend(again)
