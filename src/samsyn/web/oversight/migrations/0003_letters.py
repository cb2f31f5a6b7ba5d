"""In PostgreSQL an auditor sees the letters that units of the own provider have received: the log tells of their reading."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_PROVIDER = "NULLIF(current_setting('samsyn.provider', true), '')::uuid"
_RECEIVED = (
    "(current_setting('samsyn.role', true) = 'auditor' AND sent AND "
    f"to_unit_id IN (SELECT id FROM organisations_unit WHERE provider_id = {_PROVIDER}))"
)


def see_letters(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    if schema.connection.vendor == "postgresql":
        schema.execute(f"CREATE POLICY seen_by_auditor ON referrals_referral FOR SELECT USING {_RECEIVED}")


def see_no_letters(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    if schema.connection.vendor == "postgresql":
        schema.execute("DROP POLICY seen_by_auditor ON referrals_referral")


class Migration(migrations.Migration):
    dependencies = [("oversight", "0002_walls"), ("referrals", "0002_walls")]
    operations = [migrations.RunPython(see_letters, see_no_letters)]
