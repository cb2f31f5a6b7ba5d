"""The logs only grow, in the database itself, whoever asks."""

import pytest
from django.db import DatabaseError, connection, transaction

from samsyn.web.audit.actor import Role
from samsyn.web.audit.models import AccessEntry, AuditEvent
from tests.web.house.examples import Made
from tests.web.oversight.conftest import now_read

TABLES = {AccessEntry: "user_name", AuditEvent: "action"}


@pytest.fixture
def rows(made: Made) -> None:
    now_read(made.by(Role.CLINICIAN), made.patient().pk)
    assert all(model.objects.exists() for model in TABLES)


@pytest.mark.parametrize("model", TABLES)
@pytest.mark.parametrize("statement", ["UPDATE {table} SET {column} = 'x'", "DELETE FROM {table}", "TRUNCATE {table}"])
def test_a_row_is_never_changed_or_removed(model: type, statement: str, rows: None) -> None:
    if statement.startswith("TRUNCATE") and connection.vendor == "sqlite":
        pytest.skip("SQLite has no such statement")
    before = list(model.objects.order_by("pk").values())
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table=model._meta.db_table, column=TABLES[model]))
    assert list(model.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("model", TABLES)
def test_not_by_the_programs_own_means_either(model: type, rows: None) -> None:
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        model.objects.update(action="x")
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        model.objects.all().delete()
