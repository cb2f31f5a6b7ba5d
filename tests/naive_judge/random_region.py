"""A seeded generator of small, nasty regions: every edge of the rules, often."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from random import Random

from tests.naive_judge.days import DAY, add_months
from tests.naive_judge.judge import judge
from tests.naive_judge.model import InvoiceLine, Patient, Tables
from tests.naive_judge.random_course import (
    Course,
    Rows,
    add_contact,
    add_evidence,
    add_surroundings,
    add_treatment,
)
from tests.naive_judge.random_edges import add_crowd, add_late_registrations, add_twice, sharpened
from tests.naive_judge.random_world import World, random_world, spelled_unit
from tests.naive_judge.writing import write_tables

__all__ = ["random_tables", "write_tables"]

SHAPES = ("plain",) * 12 + ("both-last",) * 3 + ("one-contact", "duplicate", "duplicate", "completion-only", "open")
LENGTHS = (0, 1, 20, 40, 60, 60, 90, 150)
LEAP_DAYS = (dt.date(2016, 2, 28), dt.date(2016, 2, 29), dt.date(2016, 3, 1))


def random_tables(seed: int, patients: int) -> Tables:
    """Return a region of so many patients; the same seed gives the same region."""
    rng = Random(seed)
    world, rows = random_world(rng), Rows()
    for number in range(patients):
        add_patient(rng, rows, world, f"P{number + 1}")
    add_noise(rng, rows, world)
    if rng.random() < 0.3:
        add_crowd(rng, rows, rng.choice(world.units))
    as_of = max((contact.date for contact in rows.contacts), default=dt.date(2019, 12, 31))
    if rows.contacts:
        add_late_registrations(rng, rows, as_of)
    add_twice(rng, rows)
    for table in (rows.contacts, rows.patients, rows.nrs, rows.evidence):
        rng.shuffle(table)
    tables = Tables(
        contacts=rows.contacts,
        patients=rows.patients,
        teams=[sharpened(rng, rows, team) for team in world.teams],
        nrs=None if rng.random() < 0.12 else rows.nrs,
        evidence=None if rng.random() < 0.12 else rows.evidence,
        roster=world.roster,
    )
    invoices = None if rng.random() < 0.1 else random_invoices(rng, world, tables)
    return replace(tables, invoices=invoices)


def add_patient(rng: Random, rows: Rows, world: World, patient_id: str) -> None:
    """Add one patient with some courses; half of the patients are good on the whole."""
    bad = rng.choice((0.03, 0.03, 0.1, 0.3))
    course = first_course(rng, world, patient_id, bad)
    add_birth(rng, rows, course)
    for _ in range(rng.choice((1, 2, 2, 3))):
        add_treatment(rng, rows, course)
        add_surroundings(rng, rows, world, course)
        add_evidence(rng, rows, course)
        course = next_course(rng, world, course)


def first_course(rng: Random, world: World, patient_id: str, bad: float) -> Course:
    """Return the first course: on a hot day or near one."""
    start = rng.choice(world.hot_days) + rng.choice((0, 0, 1, -1, 7)) * DAY
    level = "MMR1" if rng.random() < world.mmr1_share else "MMR2"
    end = start + rng.choice(LENGTHS) * DAY
    if rng.random() < 0.04:
        start, end = rng.choice(LEAP_DAYS), dt.date(2018, rng.randint(1, 12), 1)
    also = "" if rng.random() < 0.95 else other(level)
    return Course(patient_id, level, rng.choice(world.units), start, end, also, rng.choice(SHAPES), bad)


def other(level: str) -> str:
    """Return the other level."""
    return "MMR2" if level == "MMR1" else "MMR1"


def next_course(rng: Random, world: World, before: Course) -> Course:
    """Return a course that starts on an edge of the one before: six months, one day less, overlapping."""
    level = before.level if rng.random() < 0.6 else other(before.level)
    half_year = add_months(before.end, 6)
    start = rng.choice(
        (
            half_year,
            half_year,
            half_year + 3 * DAY,
            half_year + 40 * DAY,
            half_year - DAY,
            before.end,
            before.end + DAY,
            before.end - DAY,
            before.start,
            add_months(before.end, 12),
        )
    )
    end = start + rng.choice(LENGTHS) * DAY
    unit = before.unit if rng.random() < 0.7 else rng.choice(world.units)
    return replace(before, level=level, start=start, end=end, unit=unit, shape=rng.choice(SHAPES))


def add_birth(rng: Random, rows: Rows, course: Course) -> None:
    """Add the patient's row: birthdays on the bounds of age, on 29 February, missing, or no row at all."""
    chance = rng.random()
    birth: dt.date | None = dt.date(rng.randint(1960, 1999), rng.randint(1, 12), rng.randint(1, 28))
    if course.start in LEAP_DAYS and course.start.year == 2016:
        birth = dt.date(rng.choice((1948, 2000)), 2, 29)
    elif chance < 0.16:
        years = rng.choice((16, 68))
        birth = add_months(course.start, -12 * years) + rng.choice((0, 0, 1, -1)) * DAY
    elif chance < 0.2:
        birth = rng.choice((dt.date(1952, 2, 29), dt.date(2004, 2, 29), dt.date(1980, 2, 29)))
    elif chance < 0.23:
        birth = None
    elif chance < 0.25:
        return
    rows.patients.append(Patient(course.patient_id, birth))


def add_noise(rng: Random, rows: Rows, world: World) -> None:
    """Add contacts that are not coded, and sometimes one much later or earlier than all others."""
    for _ in range(rng.randint(0, 8)):
        course = first_course(rng, world, f"P{rng.randint(1, 50)}", 0.3)
        add_contact(rng, rows, course, course.start, rng.choice(((), ("AA001",), ("UV 119", "XS012"))), course.unit)
    if rng.random() < 0.3:
        course = first_course(rng, world, "P-noise", 0.3)
        day = dt.date(rng.choice((2013, 2019, 2020, 2021)), rng.randint(1, 12), 28)
        add_contact(rng, rows, course, day, (), course.unit)


def random_invoices(rng: Random, world: World, tables: Tables) -> list[InvoiceLine]:
    """Return invoice lines that match, exceed, fall short, are missing, or are known to no guideline."""
    lines: list[InvoiceLine] = []
    for (unit, level, code, month), (quantity, amount) in judge(tables).payments.items():
        told = quantity + rng.choice((0, 0, 0, 1, 2, -1))
        if told <= 0 or rng.random() < 0.1:
            continue
        when = f"{month[:5]}{rng.randint(1, 12):02}" if rng.random() < 0.15 else month
        invoice_id = f"{unit[-2:].strip()}-{when}"
        lines.append(InvoiceLine(invoice_id, spelled_unit(rng, unit), code, when, told, amount // quantity * told))
        if rng.random() < 0.05:
            lines.append(InvoiceLine(f"{invoice_id}-{level}", unit, code, when, 1, amount // quantity))
    for number in range(rng.randint(0, 6)):
        code = rng.choice(("MMR1", "MMR2", "90158", "90159", "MMS"))
        month = f"{rng.randint(2014, 2020)}-{rng.randint(1, 12):02}"
        lines.append(InvoiceLine(f"X{number}", rng.choice(world.units), code, month, rng.randint(1, 3), 35_000))
    rng.shuffle(lines)
    return lines
