"""Made-up patients by the thousand, the same for the same seed; for demonstrations and tests of load.

Their numbers are formed by rule, with serials 980 to 999 that published test numbers use; a flag, not the serial, says
that they are test persons (reliability P15). Some are deceased and some protected, so that every mark can be seen.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import islice
from random import Random
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Model

from samsyn.kernel import IdentityKind
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.made_up_names import FAMILY_NAMES, FEMALE_NAMES, MALE_NAMES
from samsyn.web.patients.models import NameWord, Patient, PatientIdentity, Protection, SexChoice
from samsyn.web.patients.models.name_word import words_of
from samsyn.web.patients.models.patient import sort_key_of

_AT_A_TIME: Final = 5000
_ROWS_IN_A_STATEMENT: Final = 500
_SERIALS: Final = range(980, 1000)
_OLDEST, _YOUNGEST = timedelta(days=90 * 365), timedelta(days=18 * 365)
_YEARS_OF_REGISTERING: Final = timedelta(days=3 * 365)
_EVERY_DECEASED, _EVERY_PROTECTED, _EVERY_TWO_NAMES = 97, 211, 7
_PROTECTIONS: Final = [kind.value for kind in Protection if kind is not Protection.NONE]

Row = dict[str, Any]


class MadeUp(NamedTuple):
    """A patient's rows, as columns and their values."""

    patient: Row
    identity: Row
    words: list[Row]


def load_patients(units: Iterable[Unit], number: int, *, seed: int, today: date) -> int:
    """Add so many made-up patients to each unit; return how many in all.

    For commands with system reach, in a transaction of theirs. Numbers do not repeat within a unit; one that holds
    patients of the same seed already refuses them by its constraint.
    """
    _check_as_it_goes()
    added = 0
    for place, unit in enumerate(units):
        people = made_up_patients(unit, number, seed=seed * 1000 + place, today=today)
        while batch := list(islice(people, _AT_A_TIME)):
            _add(Patient, [each.patient for each in batch])
            _add(PatientIdentity, [each.identity for each in batch])
            _add(NameWord, [word for each in batch for word in each.words])
            added += len(batch)
    return added


def made_up_patients(unit: Unit, number: int, *, seed: int, today: date) -> Iterator[MadeUp]:
    """Patients of the unit, not yet in the database."""
    random = Random(seed)
    for order, value in enumerate(islice(_numbers(random, today), number), start=1):
        own = {"unit_id": unit.pk, "region_id": unit.region_id}
        patient = own | _patient(value, order, random, today)
        of = own | {"patient_id": patient["id"]}
        identity = of | _identity(value, random, patient["registered_at"].date())
        yield MadeUp(patient, identity, [of | {"word": word} for word in _words(_name(patient))])


def _numbers(random: Random, today: date) -> Iterator[str]:
    """Valid personnummer, none twice."""
    first, days = today - _OLDEST, (_OLDEST - _YOUNGEST).days
    used: set[tuple[int, int]] = set()
    while True:
        pair = (random.randrange(days), random.choice(_SERIALS))
        if pair not in used:
            used.add(pair)
            nine = f"{first + timedelta(days=pair[0]):%Y%m%d}{pair[1]}"
            yield f"{nine}{_check_digit(nine[2:])}"


def _check_digit(nine: str) -> int:
    """Luhn: the products of the digits and 2, 1, 2 …, their digits added, up to the next whole ten."""
    products = (int(digit) * (2 - place % 2) for place, digit in enumerate(nine))
    return -sum(each // 10 + each % 10 for each in products) % 10


def _patient(value: str, order: int, random: Random, today: date) -> Row:
    is_man = int(value[10]) % 2 == 1
    given, family = random.choice(MALE_NAMES if is_man else FEMALE_NAMES), random.choice(FAMILY_NAMES)
    if order % _EVERY_TWO_NAMES == 0:
        family = f"{family} {random.choice(FAMILY_NAMES)}"
    registered = today - timedelta(days=random.randrange(_YEARS_OF_REGISTERING.days))
    return {
        "id": _id(random),
        "given_name": given,
        "family_name": family,
        "birth_date": date(int(value[:4]), int(value[4:6]), int(value[6:8])),
        "sex": (SexChoice.MALE if is_man else SexChoice.FEMALE).value,
        "protection": Protection.NONE.value if order % _EVERY_PROTECTED else random.choice(_PROTECTIONS),
        "deceased_on": None if order % _EVERY_DECEASED else today,
        "is_test": True,
        "same_as_id": None,
        "registered_at": datetime.combine(registered, time(10), UTC),
        "registered_year": registered.year,
        "registered_by_id": None,
        "version": 1,
        "sort_key": _sort_key(given, family),
    }


def _identity(value: str, random: Random, day: date) -> Row:
    number = {"kind": IdentityKind.PERSONNUMMER.value, "value": value, "is_main": True}
    return {"id": _id(random), **number, "valid_from": day, "valid_to": None}


def _name(patient: Row) -> str:
    return f"{patient['given_name']} {patient['family_name']}"


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(words_of(name))


_sort_key = cache(sort_key_of)


def _id(random: Random) -> UUID:
    return UUID(int=random.getrandbits(128), version=4)


def _add(model: type[Model], rows: list[Row]) -> None:
    """Insert many rows a statement, without making an object of each."""
    quote, most = connection.ops.quote_name, connection.features.max_query_params
    columns = ", ".join(map(quote, rows[0]))
    at_once = min(_ROWS_IN_A_STATEMENT, most // len(rows[0]) if most else _ROWS_IN_A_STATEMENT)
    marks = f"({', '.join(['%s'] * len(rows[0]))})"
    prepare, left = _preparing(), iter(rows)
    with connection.cursor() as cursor:
        while part := list(islice(left, at_once)):
            values = [prepare.get(type(value), _as_it_is)(value) for row in part for value in row.values()]
            statement = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES {', '.join([marks] * len(part))}"
            cursor.execute(statement, values)


def _check_as_it_goes() -> None:
    """PostgreSQL would else check all references in one go at the end, and stop itself for taking too long."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _preparing() -> dict[type, Callable[[Any], Any]]:
    """How this database wants values of the kinds that it may not take as they are."""
    ops = connection.ops
    prepare: dict[type, Callable[[Any], Any]] = {
        date: ops.adapt_datefield_value,
        datetime: ops.adapt_datetimefield_value,
    }
    return prepare if connection.features.has_native_uuid_field else prepare | {UUID: lambda value: value.hex}


def _as_it_is(value: Any) -> Any:
    return value
