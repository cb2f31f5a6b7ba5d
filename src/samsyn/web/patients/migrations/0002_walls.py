"""Who sees which rows, in PostgreSQL itself: a unit its own, a region's office none. No record is ever deleted."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from samsyn.web.audit.walls import OWN_UNIT, secured


def never_deleted(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    if schema.connection.vendor == "postgresql":
        schema.execute("DROP POLICY removed ON patients_patient")


def deleted_as_others(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    if schema.connection.vendor == "postgresql":
        schema.execute(f"CREATE POLICY removed ON patients_patient FOR DELETE USING ({OWN_UNIT})")


class Migration(migrations.Migration):
    dependencies = [("patients", "0001_initial")]
    operations = [
        secured("patients_patient", seen=OWN_UNIT),
        secured("patients_patientidentity", seen=OWN_UNIT),
        secured("patients_nameword", seen=OWN_UNIT),
        migrations.RunPython(never_deleted, deleted_as_others),
    ]
