"""Row-level security: no table with a unit's data is without its wall, and no wall has a hole that is not meant."""

import pytest
from django.apps import apps
from django.db import connection, models

from samsyn.web.audit.models import AccessEntry, AuditEvent
from samsyn.web.organisations.owned import UnitOwned

NO_WALL = {
    "organisations.Unit": "which units there are is public",
    "organisations.Provider": "which providers there are is public",
    "people.CommissionRole": "the region's own table of roles, looked up at log-in, before there is a reach",
    "people.Assignment": "who works where decides the reach itself, so it is read before there is one",
    "audit.PerformedAct": "a key and an address; holds nothing of any unit",
}
"""Models with a unit, provider or region that have no wall, and why."""

OWNERS = {"unit", "unit_id", "provider", "provider_id", "region", "region_id"}

postgresql_only = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no row-level security")


def _own() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("samsyn.")]


def _with_owner() -> list[type[models.Model]]:
    return [model for model in _own() if OWNERS & {field.name for field in model._meta.fields}]


@pytest.fixture
def policies(db: None) -> dict[str, dict[str, str]]:
    """Table to command to the condition, of all policies together."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename, cmd, coalesce(qual, with_check) FROM pg_policies")
        found: dict[str, dict[str, str]] = {}
        for table, command, condition in cursor.fetchall():
            commands = found.setdefault(table, {})
            commands[command] = f"{commands.get(command, '')} {condition}".strip()
    return found


def test_there_are_models_to_look_at() -> None:
    assert {AccessEntry, AuditEvent} <= set(_with_owner())
    assert len([model for model in _own() if issubclass(model, UnitOwned)]) >= 8


def test_the_exceptions_exist_and_none_is_a_units_own() -> None:
    named = {model._meta.label: model for model in _own()}
    assert set(NO_WALL) <= set(named)
    assert not any(issubclass(named[label], UnitOwned) for label in NO_WALL)


@postgresql_only
def test_every_table_with_an_owner_has_its_wall(policies: dict[str, dict[str, str]]) -> None:
    without = [
        model._meta.label
        for model in _with_owner()
        if model._meta.label not in NO_WALL and not {"SELECT", "INSERT"} <= set(policies.get(model._meta.db_table, {}))
    ]
    assert without == []


@postgresql_only
def test_the_owner_of_the_tables_is_held_to_it_too(policies: dict[str, dict[str, str]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        forced = {name for (name,) in cursor.fetchall()}
    assert set(policies) <= forced


@postgresql_only
def test_only_what_is_meant_to_be_seen_by_all_is(policies: dict[str, dict[str, str]]) -> None:
    ends = (" OR true", " OR true)")
    open_to_all = {table for table, each in policies.items() if f" OR {each['SELECT']}".endswith(ends)}
    assert open_to_all == {"directory_accreditation", "directory_contactconfirmation"}  # the public page tells both
    assert all("samsyn.unit" in each["SELECT"] for table, each in policies.items() if table.startswith("patients_"))


@postgresql_only
def test_whoever_says_nothing_sees_no_patient(policies: dict[str, dict[str, str]], made: object) -> None:
    """A connection without any reach: 0 rows (reliability, section 0.5)."""
    from samsyn.web.audit.reach import declare
    from tests.web.conftest import see_everything

    made.patient()
    declare(None)
    with connection.cursor() as cursor:
        for table in ("patients_patient", "patients_patientidentity", "patients_nameword", "audit_accessentry"):
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (0,), table
    see_everything()


def test_a_row_belongs_to_the_unit_of_what_it_hangs_on(made: object) -> None:
    """I9: no row without a unit, no child row with another unit than its parent. Here: that a query can find them."""
    made.patient()
    made.notification()
    made.notice()
    assert list(strays()) == []


def strays() -> "list[str]":
    """Rows of a unit that point at a row of another unit."""
    found = []
    for model in _own():
        if not issubclass(model, UnitOwned):
            continue
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey) and issubclass(field.related_model, UnitOwned):
                other = f"{field.name}__unit"
                rows = model.across_units.exclude(**{f"{field.name}__isnull": True})
                number = rows.exclude(**{other: models.F("unit")}).count()
                found += [f"{model._meta.label}.{field.name}: {number}"] * bool(number)
    return found
