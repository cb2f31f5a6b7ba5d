"""Migrations' building blocks: tables that only grow, and row-level security in PostgreSQL."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SYSTEM = "current_setting('samsyn.reach', true) = 'system'"
PUBLIC = "true"


def own(setting: str, column: str, reach: str) -> str:
    """SQL: the row's column is what this request's setting says, and the request has that reach."""
    value = f"NULLIF(current_setting('samsyn.{setting}', true), '')::uuid"
    return f"(current_setting('samsyn.reach', true) = '{reach}' AND {column} = {value})"


OWN_UNIT = own("unit", "unit_id", "unit")
OWN_REGION = own("region", "region_id", "region")


def append_only(table: str) -> migrations.RunPython:
    """Rows of the table can be added; changing or removing one is an error in the database itself."""

    def forwards(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
        for statement in _guards(table, schema.connection.vendor):
            schema.execute(statement)

    def backwards(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
        for event in ("update", "delete", "truncate"):
            on = f" ON {table}" if schema.connection.vendor == "postgresql" else ""
            schema.execute(f"DROP TRIGGER IF EXISTS {table}_no_{event}{on}")

    return migrations.RunPython(forwards, backwards)


def guards_off(table: str) -> migrations.RunPython:
    """Before a migration that alters the table; `append_only` again after it (SQLite makes an altered table anew)."""
    guarded = append_only(table)
    return migrations.RunPython(guarded.reverse_code, guarded.code)


def _guards(table: str, vendor: str) -> list[str]:
    words = f"{table} only grows"
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {table}_no_{event} BEFORE {event.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
            for event in ("update", "delete")
        ]
    function = (
        f"CREATE OR REPLACE FUNCTION {table}_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{words}'; END $$"
    )
    triggers = [
        f"CREATE TRIGGER {table}_no_{event} BEFORE {event.upper()} ON {table} "
        f"FOR EACH {'STATEMENT' if event == 'truncate' else 'ROW'} EXECUTE FUNCTION {table}_only_grows()"
        for event in ("update", "delete", "truncate")
    ]
    return [function, *triggers]


def secured(table: str, seen: str, written: str | None = None) -> migrations.RunPython:
    """In PostgreSQL: rows are seen where the SQL condition `seen` holds, written where `written` does.

    System reach sees and writes all. Also the owner of the table is held to it. SQLite has no such wall.
    """
    written = written or seen

    def forwards(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
        if schema.connection.vendor == "postgresql":
            schema.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            schema.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            schema.execute(f"CREATE POLICY seen ON {table} FOR SELECT USING ({SYSTEM} OR {seen})")
            schema.execute(f"CREATE POLICY added ON {table} FOR INSERT WITH CHECK ({SYSTEM} OR {written})")
            schema.execute(f"CREATE POLICY changed ON {table} FOR UPDATE USING ({SYSTEM} OR {written})")
            schema.execute(f"CREATE POLICY removed ON {table} FOR DELETE USING ({SYSTEM} OR {written})")

    def backwards(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
        if schema.connection.vendor == "postgresql":
            for policy in ("seen", "added", "changed", "removed"):
                schema.execute(f"DROP POLICY {policy} ON {table}")
            schema.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
            schema.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")

    return migrations.RunPython(forwards, backwards)
