"""Changes to what the care-contact database holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.naive_judge import Contact
from tests.spec.bases import ASSESSMENT, CODES, COMPLETION, DAY, DIAGNOSIS, FIRST, PATIENT, SECOND, THIRD, VISITS
from tests.spec.model import Case, Change, Text
from tests.spec.words import text_of

_NAMES = {
    ASSESSMENT: Text("Bedömningen", "The assessment"),
    FIRST: Text("Första besöket", "The first visit"),
    SECOND: Text("Andra besöket", "The second visit"),
    THIRD: Text("Tredje besöket", "The third visit"),
    COMPLETION: Text("Avslutet", "The completion"),
}


def with_contacts(case: Case, contacts: list[Contact]) -> Case:
    """The case with these contacts instead."""
    return replace(case, tables=replace(case.tables, contacts=contacts))


def _each(edit: Callable[[Contact], Contact]) -> Callable[[Case], Case]:
    return lambda case: with_contacts(case, [edit(contact) for contact in case.tables.contacts])


def _edited(contact_id: str, sv: str, en: str, **fields: Any) -> Change:
    name = _NAMES[contact_id]
    return Change(
        Text(f"{name.sv}: {sv}", f"{name.en}: {en}"),
        _each(lambda contact: replace(contact, **fields) if contact.contact_id == contact_id else contact),
    )


def dated(contact_id: str, day: str) -> Change:
    """The contact is on another day."""
    return _edited(contact_id, day, day, date=DAY(day))


def diagnosed(contact_id: str, *codes: str) -> Change:
    """The contact has other diagnoses, or none."""
    return _edited(contact_id, ", ".join(codes) or "ingen diagnos", ", ".join(codes) or "no diagnosis", diagnoses=codes)


def at_unit(contact_id: str, unit: str) -> Change:
    """The contact is at another unit."""
    return _edited(contact_id, f"enhet ”{unit}”", f"unit “{unit}”", unit=unit)


def coded(contact_id: str, *codes: str) -> Change:
    """The contact has other procedure codes."""
    written = " + ".join(codes)
    return _edited(contact_id, written, written, procedures=codes)


def without(*contact_ids: str) -> Change:
    """Contacts of the base case that are not there."""
    names = [_NAMES[contact_id] for contact_id in contact_ids]
    said = Text(
        f"{_together([name.sv for name in names], 'och')}: finns inte",
        f"{_together([name.en for name in names], 'and')}: not there",
    )
    return Change(
        said, lambda case: with_contacts(case, [c for c in case.tables.contacts if c.contact_id not in contact_ids])
    )


def _together(names: list[str], last: str) -> str:
    """One sentence's beginning: “The first visit, the second visit and the third visit”."""
    first, *rest = names
    lower = [name[0].lower() + name[1:] for name in rest]
    return f"{', '.join([first, *lower[:-1]])} {last} {lower[-1]}" if lower else first


def visit(
    day: str,
    *codes: str,
    unit: str = "A",
    diagnoses: tuple[str, ...] = (DIAGNOSIS,),
    profession: str = "",
    minutes: int | None = None,
    contact_id: str = "",
    patient: str = PATIENT,
) -> Change:
    """One more contact; unless given, its contact_id comes after those of the base case and in the order added."""

    def made(case: Case) -> Case:
        number = contact_id or f"e{len(case.tables.contacts):02}"
        contact = Contact(number, patient, unit, DAY(day), diagnoses, codes, profession, minutes)
        return with_contacts(case, [*case.tables.contacts, contact])

    sv, en = (
        [f"{day} {' + '.join(codes) or 'utan kod'}, enhet {unit}"],
        [f"{day} {' + '.join(codes) or 'uncoded'}, unit {unit}"],
    )
    if diagnoses != (DIAGNOSIS,):
        sv.append(", ".join(diagnoses) or "ingen diagnos")
        en.append(", ".join(diagnoses) or "no diagnosis")
    if profession:
        name = text_of([profession])
        sv.append(name.sv)
        en.append(name.en)
    if minutes is not None:
        sv.append(f"{minutes} min")
        en.append(f"{minutes} min")
    if contact_id:
        sv.append(f"contact_id ”{contact_id}”")
        en.append(f"contact_id “{contact_id}”")
    if patient != PATIENT:
        sv.append("en annan patient")
        en.append("another patient")
    return Change(Text(", ".join(sv), ", ".join(en)), made)


def course(start: str, end: str) -> Change:
    """The whole series on other days; the assessment twelve days before the start."""
    first, last = DAY(start), DAY(end)
    middle = first + (last - first) // 2
    days = {ASSESSMENT: first - dt.timedelta(days=12), FIRST: first, SECOND: middle, THIRD: middle, COMPLETION: last}
    return Change(
        Text(f"Serien: {start} – {end}", f"The series: {start} – {end}"),
        _each(lambda contact: replace(contact, date=days.get(contact.contact_id, contact.date))),
    )


def also_series(
    level: str, start: str, end: str, *, unit: str = "A", end_unit: str = "", patient: str = PATIENT
) -> Change:
    """Another completed series, with an assessment of its own on its first day."""
    ongoing, completion = CODES[level]
    contacts = ((start, "UV118", unit), (start, ongoing, unit), (end, completion, end_unit or unit))
    steps = [visit(day, code, unit=place, patient=patient) for day, code, place in contacts]
    said = Text(f"Även serie {level} {start} – {end}", f"Also a series of {level} {start} – {end}")
    if end_unit:
        said = Text(f"{said.sv}, avslutad vid enhet {end_unit}", f"{said.en}, completed at unit {end_unit}")
    elif unit != "A":
        said = Text(f"{said.sv}, enhet {unit}", f"{said.en}, unit {unit}")
    if patient != PATIENT:
        said = Text(f"{said.sv}, en annan patient", f"{said.en}, another patient")
    return Change(said, lambda case: _after(steps, case))


def also_open(level: str, first: str, last: str) -> Change:
    """Another series that nobody has completed."""
    steps = [visit(day, CODES[level][0]) for day in (first, last)]
    said = Text(
        f"Även öppen serie {level}, besök {first} och {last}",
        f"Also an open series of {level}, visits {first} and {last}",
    )
    return Change(said, lambda case: _after(steps, case))


def _after(steps: list[Change], case: Case) -> Case:
    for step in steps:
        case = step.made(case)
    return case


def all_diagnosed(*codes: str) -> Change:
    """Every contact has these diagnoses instead, or none."""
    sv, en = ", ".join(codes) or "ingen", ", ".join(codes) or "none"
    return Change(
        Text(f"Diagnos på alla besök: {sv}", f"Diagnosis on every visit: {en}"),
        _each(lambda contact: replace(contact, diagnoses=codes)),
    )


def lasting(hours: int, minutes: int = 0) -> Change:
    """The treatment comes to so much, all of it noted on the first visit and the rest empty."""
    total = hours * 60 + minutes
    return Change(
        Text(f"Sammanlagt {hours} tim {minutes} min", f"In all {hours} h {minutes} min"),
        _each(lambda contact: replace(contact, minutes=total if contact.contact_id == FIRST else None)),
    )


def no_minutes() -> Change:
    """No contact has minutes."""
    return Change(
        Text("Inga minuter ifyllda", "No minutes filled in"), _each(lambda contact: replace(contact, minutes=None))
    )


def professions(*names: str) -> Change:
    """The professions of the three visits and the completion, in order; the rest are empty."""
    of = dict(zip(VISITS, (*names, "", "", "", ""), strict=False))
    seen = text_of(names or ("",))
    return Change(
        Text(f"Yrken på besöken: {seen.sv}", f"Professions on the visits: {seen.en}"),
        _each(lambda contact: replace(contact, profession=of.get(contact.contact_id, contact.profession))),
    )


def shuffled() -> Change:
    """The rows of the extract in the opposite order."""
    return Change(
        Text("Raderna i omvänd ordning", "The rows in the opposite order"),
        lambda case: with_contacts(case, case.tables.contacts[::-1]),
    )


def judged_on(day: str) -> Change:
    """The run's day."""
    return Change(Text(f"Bedömd per {day}", f"Judged as of {day}"), lambda case: replace(case, as_of=DAY(day)))
