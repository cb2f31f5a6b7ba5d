"""What an auditor sees in PostgreSQL; and in both databases: a finished spot check is closed for good."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from samsyn.web.audit.walls import secured

_ROLE = "current_setting('samsyn.role', true) = 'auditor'"
_PROVIDER = "NULLIF(current_setting('samsyn.provider', true), '')::uuid"
_OWN = f"({_ROLE} AND provider_id = {_PROVIDER})"
_UNITS = f"({_ROLE} AND unit_id IN (SELECT id FROM organisations_unit WHERE provider_id = {_PROVIDER}))"
_PATIENTS = ("patients_patient", "patients_patientidentity")

CHECK, ITEM = "oversight_spotcheck", "oversight_spotcheckitem"
_CLOSED = f"(SELECT state FROM {CHECK} WHERE id = OLD.check_made_id) = 'finished'"
_GUARDS = {
    (CHECK, "update"): "OLD.state = 'finished'",
    (CHECK, "delete"): "true",
    (ITEM, "update"): _CLOSED,
    (ITEM, "delete"): "true",
}


def see_patients(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    """An auditor looks after the whole provider: the log is no use without knowing whose record was read."""
    if schema.connection.vendor == "postgresql":
        for table in _PATIENTS:
            schema.execute(f"CREATE POLICY seen_by_auditor ON {table} FOR SELECT USING {_UNITS}")


def see_no_patients(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    if schema.connection.vendor == "postgresql":
        for table in _PATIENTS:
            schema.execute(f"DROP POLICY seen_by_auditor ON {table}")


def close(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    for (table, event), when in _GUARDS.items():
        for statement in _guard(table, event, when, schema.connection.vendor):
            schema.execute(statement)


def _guard(table: str, event: str, when: str, vendor: str) -> list[str]:
    name, words = f"{table}_closed_{event}", f"{table} is closed"
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {name} BEFORE {event.upper()} ON {table} WHEN {when} "
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        ]
    kept = "NEW" if event == "update" else "OLD"
    return [
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {when} THEN RAISE EXCEPTION '{words}'; END IF; RETURN {kept}; END $$",
        f"CREATE TRIGGER {name} BEFORE {event.upper()} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]


def open_again(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    postgresql = schema.connection.vendor == "postgresql"
    for table, event in _GUARDS:
        schema.execute(f"DROP TRIGGER {table}_closed_{event}" + (f" ON {table}" if postgresql else ""))
        if postgresql:
            schema.execute(f"DROP FUNCTION {table}_closed_{event}()")


class Migration(migrations.Migration):
    dependencies = [("oversight", "0001_initial"), ("patients", "0002_walls"), ("audit", "0003_chains")]
    operations = [
        secured(CHECK, seen=_OWN),
        secured(ITEM, seen=_OWN),
        migrations.RunPython(see_patients, see_no_patients),
        migrations.RunPython(close, open_again),
    ]
