"""Logs with something in them, and an insider who owns the database."""

from collections.abc import Callable

import pytest
from django.db import connection

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AccessEntry, AuditEvent
from samsyn.web.audit.reading import Reads, log_access
from samsyn.web.audit.trail import leave_event
from samsyn.web.organisations.models import Unit
from tests.web.conftest import see_everything


@pytest.fixture
def filled(actor_of: Callable[[Role, Unit], Actor], unit: Unit) -> None:
    """Thirty rows in one chain of each log, and some in the others."""
    by = actor_of(Role.CLINICIAN, unit)
    for place in range(30):
        write_read(by, "a-request")
        leave_event(action="test.change", by=by, on=unit, changes={"name": (f"Å{place}", place)})
    for other in range(12):
        write_read(by, f"request-{other}", patients=2)


def write_read(by: Actor, request_id: str, patients: int = 1) -> None:
    import uuid

    reads = Reads(patients={uuid.uuid4(): None for _ in range(patients)})
    log_access(reads, by=by, action="patient.see", purpose="care", request_id=request_id)


@pytest.fixture
def insider(db: None) -> Callable[[str], None]:
    """Runs SQL as someone who owns the database and sees all of it: the guards are taken away first."""
    with connection.cursor() as cursor:
        for model in (AccessEntry, AuditEvent):
            for event in ("update", "delete"):
                on = f" ON {model._meta.db_table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER {model._meta.db_table}_no_{event}{on}")

    def run(sql: str, *values: object) -> None:
        see_everything()
        with connection.cursor() as cursor:
            cursor.execute(sql, values)

    return run
