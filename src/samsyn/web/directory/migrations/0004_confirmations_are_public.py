"""When a team last confirmed its details stands on the public page, so everyone may read it."""

from django.db import migrations

_POLICY = "ALTER POLICY seen ON directory_contactconfirmation USING (true)"


def open_to_all(apps: object, schema: object) -> None:
    """Only PostgreSQL has the wall."""
    if schema.connection.vendor == "postgresql":
        schema.execute(_POLICY)


class Migration(migrations.Migration):
    """The rows hold the year, the day and the name of who confirmed; pages show the day alone."""

    dependencies = [("directory", "0003_dates_of_acts")]
    operations = [migrations.RunPython(open_to_all, migrations.RunPython.noop)]
