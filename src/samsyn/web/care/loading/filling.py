"""Filling the units with cases: in bulk, and judged at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from random import Random

from django.db.models import Max

from samsyn.records import Records
from samsyn.web.audit.actor import Actor
from samsyn.web.care import standing
from samsyn.web.care.acts.keeping import keep_columns
from samsyn.web.care.loading.people import free_patients, paired
from samsyn.web.care.loading.registering import case_of, rows_of
from samsyn.web.care.loading.ways import Way, ways_at
from samsyn.web.care.models import Case, Registered
from samsyn.web.directory.counting import read_contacts
from samsyn.web.directory.models import Team

_MOST_OF_THEM = 0.6
_AT_A_TIME = 500


def cases_in(folder: Path, readers: Iterable[Actor], *, today: date, seed: int) -> int:
    """Cases at the unit of each reader, for most of its patients, from the extract; how many in all.

    For commands, with system reach: nobody has done what is loaded, so it leaves no events.
    """
    records = read_contacts(folder, as_of=today).records
    return sum(_fill(records, by, today, Random(seed + place)) for place, by in enumerate(readers))


def _fill(records: Records, by: Actor, today: date, random: Random) -> int:
    teams = {team.level: team for team in Team.at(by).select_related("unit").order_by("published", "-sort_key")}
    free = free_patients(next(iter(teams.values())).unit) if teams else []
    unit = next(iter(teams.values())).unit.hsa_id.upper() if teams else ""
    ways = ways_at(records, unit, today) if free else {}
    pairs = paired(_wanted(records, ways, int(len(free) * _MOST_OF_THEM), random), free)
    told: list[tuple[Case, Way]] = []
    for patient, record in pairs.items():
        own = [way for way in ways[patient] if way.level in teams]
        told += [
            (
                case_of(way, is_last=way is own[-1], patient=record, team=teams[way.level], today=today, random=random),
                way,
            )
            for way in own
        ]
    return _write(told, by, today, random)


def _wanted(records: Records, ways: dict[str, list[Way]], most: int, random: Random) -> list[tuple[str, date]]:
    """Patients of the extract by lot, with their birth dates; those whose it does not know are left out."""
    births = dict(records.patients.drop_nulls("birth_date").iter_rows())
    known = sorted(patient for patient in ways if patient in births)
    return [(patient, births[patient]) for patient in random.sample(known, min(most, len(known)))]


def _write(told: Sequence[tuple[Case, Way]], by: Actor, today: date, random: Random) -> int:
    serials: dict[int, int] = defaultdict(int, Case.at(by).values_list("year").annotate(Max("serial")))
    for case, _way in sorted(told, key=lambda pair: (pair[0].opened_on, str(pair[0].pk))):
        serials[case.opened_on.year] += 1
        case.year, case.serial = case.opened_on.year, serials[case.opened_on.year]
    cases = [case for case, _way in told]
    Case.across_units.bulk_create(cases, _AT_A_TIME)
    rows: dict[type[Registered], list[Registered]] = defaultdict(list)
    for case, way in told:
        for row in rows_of(case, way, today, random):
            rows[type(row)].append(row)
    for model, own in rows.items():
        model.across_units.bulk_create(own, _AT_A_TIME)
    for case in cases:
        keep_columns(case)
    standing.refresh_all(cases, by=by)
    return len(cases)
