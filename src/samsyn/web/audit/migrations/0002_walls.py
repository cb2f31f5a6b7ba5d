"""The logs only grow; each provider reads its own."""

from django.db import migrations

from samsyn.web.audit.walls import append_only, secured

_OWN_PROVIDER = "provider_id = NULLIF(current_setting('samsyn.provider', true), '')::uuid"
_REGIONS = (
    "(current_setting('samsyn.reach', true) = 'region'"
    " AND region_id = NULLIF(current_setting('samsyn.region', true), '')::uuid)"
)


class Migration(migrations.Migration):
    """Anyone may add a row; no one may change one."""

    dependencies = [("audit", "0001_initial")]
    operations = [
        append_only("audit_accessentry"),
        append_only("audit_auditevent"),
        secured("audit_accessentry", seen=_OWN_PROVIDER, written="true"),
        secured("audit_auditevent", seen=f"({_OWN_PROVIDER} OR {_REGIONS})", written="true"),
    ]
