"""Which readings of a period a spot check takes up: a sample by chance and all that rules point out."""

import random
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samsyn.kernel import search_key
from samsyn.web.audit.actor import Actor
from samsyn.web.oversight.days import swedish
from samsyn.web.oversight.entries import CONTROL, wanted
from samsyn.web.oversight.flags import Facts, Known, Row, flagged
from samsyn.web.patients.models import Patient, Protection
from samsyn.web.people.models import Assignment

_AT_ONCE = 500


@dataclass(frozen=True)
class Drawn:
    """What one person read of one patient on one day; for many patients in an hour, and refusals, of any patient."""

    user_id: UUID | None
    user_name: str
    patient_id: UUID | None
    day: date
    entries: list[UUID]
    rules: list[str]


def rows_of(first_day: date, last_day: date, *, by: Actor) -> list[Row]:
    """The provider's rows of the period, oldest first. The auditors' own control reads are drawn by no rule."""
    asked = {"first_day": first_day, "last_day": last_day, "controls": False}
    fields = ("id", "at", "user_id", "user_name", "unit_id", "patient_id", "result", "request_id")
    found = wanted(asked, None, by=by).exclude(purpose=CONTROL).order_by("at", "id").values_list(*fields)
    return [Row(key, swedish(at), *rest) for key, at, *rest in found.iterator(chunk_size=5000)]


def facts_of(rows: list[Row], *, by: Actor) -> Facts:
    """Names and protection of the patients in the rows, read as values: nothing of it is shown to anyone here."""
    ids = sorted({row.patient_id for row in rows if row.patient_id}, key=str)
    known: dict[UUID | None, Known] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = Patient.across_units.filter(unit__provider_id=by.provider_id, pk__in=ids[start : start + _AT_ONCE])
        for key, given, family, protection in some.values_list("pk", "given_name", "family_name", "protection"):
            known[key] = Known(given, family, protection != Protection.NONE)
    return Facts(known, _staff(by))


def drawn(rows: list[Row], facts: Facts, *, seed: str, sample_size: int) -> tuple[list[Drawn], int]:
    """All readings that rules point out, then those drawn by chance of the rest; and how many readings there were.

    The same rows and seed give the same sample.
    """
    pointed_out = flagged(rows, facts)
    groups = _grouped(rows, pointed_out)
    by_rule = [each for each in groups if each.rules]
    rest = [each for each in groups if not each.rules]
    by_chance = random.Random(seed).sample(rest, min(sample_size, len(rest)))
    return [*by_rule, *sorted(by_chance, key=lambda each: (each.day, str(each.entries[0])))], len(groups)


def _grouped(rows: list[Row], pointed_out: dict[UUID, list[str]]) -> list[Drawn]:
    groups: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows:
        rules = set(pointed_out.get(row.id, []))
        together = rules & {"many", "refused"} if rules <= {"many", "refused"} else set()
        about = tuple(sorted(together)) or row.patient_id
        groups[row.user_id, about, row.at.date()].append(row)
    return [_one(those, pointed_out) for those in groups.values() if those[0].patient_id or those[0].id in pointed_out]


def _one(rows: list[Row], pointed_out: dict[UUID, list[str]]) -> Drawn:
    first = rows[0]
    patients = {row.patient_id for row in rows}
    rules = dict.fromkeys(rule for row in rows for rule in pointed_out.get(row.id, []))
    return Drawn(
        first.user_id,
        first.user_name,
        first.patient_id if len(patients) == 1 else None,
        first.at.date(),
        [row.id for row in rows],
        list(rules),
    )


def _staff(by: Actor) -> dict[UUID | None, frozenset[str]]:
    names: dict[UUID | None, set[str]] = defaultdict(set)
    for unit, name in Assignment.objects.filter(unit__provider_id=by.provider_id).values_list("unit_id", "user__name"):
        names[unit].add(search_key(name))
    return {unit: frozenset(those) for unit, those in names.items()}
