"""One random course of treatment: its contacts, assessment, coordination, NRS and evidence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from random import Random

from tests.naive_judge.days import DAY, add_months
from tests.naive_judge.guidelines import ASSESSMENT, COMPLETION, COORDINATION, ONGOING
from tests.naive_judge.model import Contact, Evidence, Nrs, Patient
from tests.naive_judge.random_world import World, spelled_unit

LISTED = (
    "M54.5",
    "M545",
    "m54.5",
    "M79.1",
    "M791A",
    "M79.1AX",
    "R52.2A",
    "R522C",
    "F45.4",
    "T91.8",
    "S13.4Z",
)
UNLISTED = ("R522", "R52.2B", "R522AX", "M54", "R52", "J10.1", "Z000", "M540", "M799")
HOURS_EDGES = {
    "MMR1": (32 * 60, 48 * 60, 40 * 60, 40 * 60, 36 * 60, 32 * 60 - 1, 48 * 60 + 1),
    "MMR2": (75 * 60, 100 * 60, 90 * 60, 80 * 60, 75 * 60 - 1, 100 * 60 + 1, 32 * 60),
}
FOUR = ("physician", "psychologist", "physiotherapist", "occupational_therapist")
ANY = (
    *FOUR,
    "social_worker",
    "psychotherapist",
    "nurse",
    "rehabilitation_coordinator",
    "other",
    "dietician",
    "",
)
ANSWERS = ("yes", "yes", "yes", "yes", "yes", "no", "")


@dataclass
class Rows:
    """What has been made so far for a region."""

    contacts: list[Contact] = field(default_factory=list)
    patients: list[Patient] = field(default_factory=list)
    nrs: list[Nrs] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(frozen=True)
class Course:
    """The plan of one course; `bad` is how often each of its parts goes wrong."""

    patient_id: str
    level: str
    unit: str
    start: dt.date
    end: dt.date
    also: str
    """The other level, whose codes every contact carries as well; mostly ""."""
    shape: str
    bad: float


def spelled(rng: Random, code: str) -> str:
    """Return a procedure code in one of its spellings."""
    return rng.choice((code, code, code, code.lower(), f"{code[:2]} {code[2:]}"))


def diagnoses(rng: Random, bad: float) -> tuple[str, ...]:
    """Return the diagnoses of one contact."""
    if rng.random() < bad / 4:
        return ()
    main = rng.choice(LISTED)
    return rng.choice(((main,), (main,), (rng.choice(UNLISTED), main), (rng.choice(UNLISTED),)))


def days_of(rng: Random, course: Course) -> list[dt.date]:
    """Return the days of the ongoing contacts: the first on start, some on one day, some on the last."""
    length = (course.end - course.start).days
    more = [course.start + rng.randint(0, length) * DAY for _ in range(rng.randint(1, 6))]
    return [course.start, *more]


def procedures(rng: Random, course: Course, code: dict[str, str]) -> tuple[str, ...]:
    """Return the level's code, sometimes with the other level's, sometimes with more on the contact."""
    found = [code[course.level]]
    if course.also and rng.random() < 0.8:
        found.append(code[course.also])
    if rng.random() < 0.05:
        found.append(rng.choice(("GC001", "ZV506", "UV118", "AA001")))
    return tuple(spelled(rng, one) for one in found)


def minutes_of(rng: Random, course: Course, count: int) -> list[int | None]:
    """Spread a sum at or near the bounds on the contacts; sometimes none is written."""
    if rng.random() < course.bad / 2 + 0.03:
        return [None] * count
    total = rng.choice(HOURS_EDGES[course.level])
    parts: list[int | None] = [total // count] * count
    parts[-1] = total - total // count * (count - 1)
    if rng.random() < 0.1:
        parts.append(None)
        rng.shuffle(parts)
    return parts[:count]


def professions_of(rng: Random, course: Course, count: int) -> list[str]:
    """Return a profession for each contact: all four in turn, some three, one alone, or none."""
    if rng.random() < 0.06:
        return [""] * count
    if rng.random() < 0.65:
        team = list(FOUR) if rng.random() < 0.8 else ["physician", "psychotherapist", "physiotherapist", "other"]
        return [team[index % 4] for index in range(count)]
    pool = rng.sample(ANY, rng.randint(1, 5))
    return [rng.choice(pool) for _ in range(count)]


def add_treatment(rng: Random, rows: Rows, course: Course) -> None:
    """Add the ongoing contacts and the completion, or what the course's shape leaves of them."""
    steps = [(day, procedures(rng, course, ONGOING)) for day in sorted(days_of(rng, course))]
    if course.shape == "completion-only":
        steps = []
    done = procedures(rng, course, COMPLETION)
    if course.shape == "one-contact":
        steps = [(course.end, (spelled(rng, ONGOING[course.level]), *done))]
    elif course.shape == "both-last":
        steps.append((course.end, (*done, spelled(rng, ONGOING[course.level]))))
    elif course.shape != "open":
        steps.append((course.end, done))
    if course.shape == "duplicate":
        for _ in range(rng.randint(1, 2)):
            steps.append((course.end + rng.choice((0, 0, 1, 20, 200)) * DAY, procedures(rng, course, COMPLETION)))
    if rng.random() < 0.06:
        steps.append((steps[0][0], steps[0][1]))
    minutes, people = minutes_of(rng, course, len(steps)), professions_of(rng, course, len(steps))
    for (day, codes), length, profession in zip(steps, minutes, people, strict=True):
        astray = rng.random() < course.bad / 5
        unit = "ASTRAY" if astray else course.unit
        add_contact(rng, rows, course, day, codes, unit, (profession, length))


def add_contact(
    rng: Random,
    rows: Rows,
    course: Course,
    day: dt.date,
    codes: tuple[str, ...],
    unit: str,
    work: tuple[str, int | None] = ("", None),
) -> None:
    """Add one contact; its id is a number backwards, so that the order of text is no other order."""
    contact_id = str(len(rows.contacts) + 1)[::-1]
    rows.contacts.append(
        Contact(
            contact_id,
            course.patient_id,
            spelled_unit(rng, unit),
            day,
            diagnoses(rng, course.bad),
            codes,
            work[0],
            work[1],
            rng.choice(("", "visit", "group")),
        )
    )


def add_surroundings(rng: Random, rows: Rows, world: World, course: Course) -> None:
    """Add assessment, coordination and NRS, on the edges of what the rules let count."""
    if rng.random() > course.bad:
        early = course.start - rng.choice((0, 0, 1, 10, 60)) * DAY
        day = early if rng.random() > course.bad / 2 else course.start + DAY
        add_contact(rng, rows, course, day, (spelled(rng, ASSESSMENT),), rng.choice(world.units))
    if rng.random() < 0.6:
        day = rng.choice((course.start, course.end, course.start - DAY, course.end + DAY))
        code = rng.choice((*sorted(COORDINATION), "ZV507"))
        add_contact(rng, rows, course, day, (spelled(rng, code),), rng.choice(world.units))
    if rng.random() > course.bad / 2:
        add_registration(rng, rows, course)


def add_registration(rng: Random, rows: Rows, course: Course) -> None:
    """Add one NRS registration: mostly good, or 180 or 181 days early, at another unit, in another module."""
    early = rng.choice((0, 0, 5, 180, 180)) if rng.random() > course.bad else rng.choice((181, 182, -3000))
    right = "primary" if course.level == "MMR1" else "specialist"
    module = right if rng.random() > course.bad / 2 else rng.choice(("primary", "specialist"))
    unit = course.unit if rng.random() > course.bad / 4 else "ASTRAY"
    day = course.start - early * DAY
    rows.nrs.append(Nrs(course.patient_id, spelled_unit(rng, unit), module, day))


def add_evidence(rng: Random, rows: Rows, course: Course) -> None:
    """Add one row of evidence, good or bad, now and then for a start that is not the course's."""
    key = (course.patient_id, course.level, course.start)
    if rng.random() < 0.35 or key in {(row.patient_id, row.level, row.start) for row in rows.evidence}:
        return
    start = course.start if rng.random() < 0.93 else course.start + DAY
    onset: dt.date | None = add_months(course.start, -3) - rng.choice((0, 0, 1, 400)) * DAY
    if onset and rng.random() < course.bad:
        onset = rng.choice((None, add_months(course.start, -3) + rng.choice((1, 2, 3)) * DAY))
    answers = ANSWERS if rng.random() < course.bad * 3 else ("yes", "yes", "yes", "")
    if (course.patient_id, course.level, start) in {(e.patient_id, e.level, e.start) for e in rows.evidence}:
        return
    rows.evidence.append(
        Evidence(
            course.patient_id,
            course.level,
            start,
            onset,
            rng.choice(answers),
            rng.choice(answers),
            rng.choice(answers),
        )
    )
