"""From contacts to series (rules §3)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from tests.naive_judge.guidelines import COMPLETION, EVERY_LEVEL, ONGOING
from tests.naive_judge.model import Contact


@dataclass
class Run:
    """Contacts gathered for one series; duplicates of its completion kept apart."""

    own: list[Contact]
    completed: bool
    duplicates: list[Contact] = field(default_factory=list)


@dataclass(frozen=True)
class Series:
    """One series with the contacts it rests on."""

    series_id: str
    patient_id: str
    level: str
    own: tuple[Contact, ...]
    duplicates: tuple[Contact, ...]
    completed: bool

    @property
    def ongoing(self) -> list[Contact]:
        """The contacts with the level's ongoing code."""
        return [contact for contact in self.own if ONGOING[self.level] in contact.procedures]

    @property
    def start(self) -> dt.date:
        """Rules §3.5: the first contact is the first ongoing one, or a completion alone."""
        return self.own[0].date

    @property
    def start_unit(self) -> str:
        """Rules §3.5."""
        return self.own[0].unit

    @property
    def end(self) -> dt.date | None:
        """Rules §3.5: the completion is the last of the series' own contacts."""
        return self.own[-1].date if self.completed else None

    @property
    def completion_unit(self) -> str | None:
        """Rules §3.5."""
        return self.own[-1].unit if self.completed else None

    @property
    def last_day(self) -> dt.date:
        """Rules §4 treatment-gap: its end, or its last contact's date if it is open."""
        return self.own[-1].date

    @property
    def order(self) -> tuple[dt.date, str]:
        """Rules §4 treatment-gap: earlier is smaller (start, series_id)."""
        return (self.start, self.series_id)


def in_order(contacts: list[Contact], level: str) -> list[Contact]:
    """Return the contacts of the level: by date, ongoing-only before completion, contact_id as text."""
    codes = {ONGOING[level], COMPLETION[level]}
    mine = [contact for contact in contacts if codes & set(contact.procedures)]
    return sorted(mine, key=lambda c: (c.date, COMPLETION[level] in c.procedures, c.contact_id))


def runs(contacts: list[Contact], level: str) -> list[Run]:
    """Cut the contacts of one patient and level into runs (rules §3.1 to 3.4)."""
    done: list[Run] = []
    waiting: list[Contact] = []
    for contact in in_order(contacts, level):
        if COMPLETION[level] not in contact.procedures:
            waiting.append(contact)
        elif waiting or ONGOING[level] in contact.procedures:
            done.append(Run([*waiting, contact], completed=True))
            waiting = []
        elif done:
            done[-1].duplicates.append(contact)
        else:
            done.append(Run([contact], completed=True))
    if waiting:
        done.append(Run(waiting, completed=False))
    return done


def series_of_patient(patient_id: str, contacts: list[Contact]) -> list[Series]:
    """Return the series of one patient, every level, by (start, series_id)."""
    found: list[Series] = []
    for level in EVERY_LEVEL:
        seen: Counter[dt.date] = Counter()
        for run in runs(contacts, level):
            start = run.own[0].date
            seen[start] += 1
            series_id = f"{patient_id}:{level}:{start:%Y%m%d}:{seen[start]}"
            found.append(Series(series_id, patient_id, level, tuple(run.own), tuple(run.duplicates), run.completed))
    return sorted(found, key=lambda series: series.order)
