"""A whole region's letters, cases and visits, inserted in bulk: for measuring lists, never for people to read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice
from random import Random
from typing import Any, Final
from uuid import UUID

from django.db import connection, models

from samsyn.kernel.swedish import search_key
from samsyn.web.care.models import Case, Visit
from samsyn.web.care.waiting import OPEN
from samsyn.web.directory.models import Team
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.models import Patient
from samsyn.web.referrals.models import Referral

_AT_A_TIME: Final = 2000
_FIRST_IS_LARGER: Final = 10
"""The first unit has so many times as much as each of the others: lists are measured there."""

_WAITING = ("sent", "sent", "asked", "accepted", "booked")
_ANSWERED = ("visited", "visited", "visited", "rejected", "forwarded", "withdrawn")
_OVER = ("completed", "completed", "completed", "ended")
_SERIALS: Final = 100_000
"""Each seed has so many numbers of its own for cases."""


@dataclass(frozen=True)
class Sizes:
    """How many of each, in all units together."""

    letters: int
    cases: int
    visits: int


def fill(teams: Sequence[Team], sizes: Sizes, *, today: date, seed: int = 1) -> None:
    """Give each team's unit its share. The units have patients; letters are written about the next unit's.

    With system reach, in a transaction of the caller's.
    """
    random = Random(seed)
    people = {team.unit_id: _people(team.unit) for team in teams}
    for place, team in enumerate(teams):
        share = Sizes(*(_share(total, place, len(teams)) for total in vars(sizes).values()))
        writers = people[teams[(place + 1) % len(teams)].unit_id]
        _insert(Referral, _letters(team, writers, share.letters, today, random))
        cases = list(_cases(team, people[team.unit_id], share.cases, today, random, seed * _SERIALS))
        _insert(Case, cases)
        _insert(Visit, _visits(cases, share.visits, random))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _share(total: int, place: int, of: int) -> int:
    return total * (1 if place else _FIRST_IS_LARGER) // (of - 1 + _FIRST_IS_LARGER)


def _people(unit: Unit) -> list[dict[str, Any]]:
    """The unit's patients, not loaded, with the open cases they have."""
    busy = set(Case.across_units.filter(unit=unit, state__in=OPEN).values_list("patient_id", flat=True))
    names = ("id", "unit_id", "region_id", "given_name", "family_name", "birth_date", "protection", "identities__value")
    own = Patient.across_units.filter(unit=unit, identities__is_main=True).order_by("sort_key", "id")
    return [{**each, "busy": each["id"] in busy} for each in own.values(*names)]


def _letters(team: Team, writers: list[dict[str, Any]], number: int, today: date, random: Random) -> Iterator[Referral]:
    for place, person in enumerate(islice(cycle(writers), number)):
        waits = place % 12 == 0
        sent = today - timedelta(days=random.randrange(45 if waits else 1500))
        state = random.choice(_WAITING if waits else _ANSWERED)
        name = f"{person['given_name']} {person['family_name']}"
        yield Referral(
            id=_id(random), from_unit_id=person["unit_id"], to_unit_id=team.unit_id, region_id=team.region_id,
            sent=True, team=team, programme=team.programme, state=state, patient_id=person["id"],
            number=person["identities__value"], given_name=person["given_name"], family_name=person["family_name"],
            birth_date=person["birth_date"], protection=person["protection"], search_key=search_key(name),
            diagnosis="M545", linton_sum=random.randrange(30, 90), linton_form="short", written_on=sent,
            written_by_name="Någon", sent_on=sent, answered_on=None if state in ("sent", "asked") else sent,
            first_visit_due=None if state == "asked" else sent + timedelta(days=30),
            visit_on=sent + timedelta(days=random.randrange(20, 40)) if state == "booked" else None,
        )  # fmt: skip


def _cases(
    team: Team, people: list[dict[str, Any]], number: int, today: date, random: Random, serials: int
) -> Iterator[Case]:
    """The unit's free patients have one that is open each, as far as they go; the rest are over."""
    free = iter([person["id"] for person in people if not person["busy"]][: number // 5])
    for place, person in enumerate(islice(cycle(people), number)):
        patient_id = next(free, None)
        state = random.choice(OPEN if patient_id else _OVER)
        opened = today - timedelta(days=random.randrange(5, 200 if patient_id else 1500))
        yield Case(
            id=_id(random), unit_id=team.unit_id, region_id=team.region_id, patient_id=patient_id or person["id"],
            team=team, programme=team.programme, year=opened.year, serial=serials + place, state=state,
            level=team.level, opened_on=opened, started_on=opened, last_visit_on=opened,
            paused_on=opened if state == "paused" else None, closed_on=None if patient_id else opened,
            follow_up_due=opened + timedelta(days=60) if state == "treatment" else None,
            undiagnosed=random.randrange(3), not_met=random.randrange(2), unknown=random.randrange(2), judged_on=opened,
        )  # fmt: skip


def _visits(cases: list[Case], number: int, random: Random) -> Iterator[Visit]:
    moment = datetime(2019, 1, 1, tzinfo=UTC)
    for place, case in enumerate(islice(cycle(cases), number)):
        visit_id = _id(random)
        yield Visit(
            id=visit_id, thing=visit_id, unit_id=case.unit_id, region_id=case.region_id, case=case, kind="individual",
            day=case.opened_on + timedelta(days=place // len(cases) % 120), professions=["physiotherapist"],
            minutes=60, diagnoses=["M545"], procedures=["UV110"], registered_at=moment, registered_by_name="Någon",
        )  # fmt: skip


def _insert(model: type[models.Model], rows: Iterable[models.Model]) -> None:
    left = iter(rows)
    while part := list(islice(left, _AT_A_TIME)):
        model.across_units.bulk_create(part, _AT_A_TIME)  # type: ignore[attr-defined]


def _id(random: Random) -> UUID:
    return UUID(int=random.getrandbits(128), version=4)
