"""Who sees which rows, in PostgreSQL itself."""

from django.db import migrations

from samsyn.web.audit.walls import OWN_REGION, OWN_UNIT, own, secured

_OWN = f"({OWN_UNIT} OR {OWN_REGION})"
_OWN_MONEY = f"({own('provider', 'provider_id', 'unit')} OR {OWN_REGION})"


class Migration(migrations.Migration):
    """A unit sees its own, a region's office its region's, everyone the teams that have been approved."""

    dependencies = [("directory", "0001_initial")]
    operations = [
        secured("directory_team", seen=f"(published OR {_OWN})", written=_OWN),
        secured("directory_accreditation", seen="true", written=_OWN),
        secured("directory_contactconfirmation", seen=_OWN),
        secured("directory_teammember", seen=_OWN),
        secured("directory_registryconnection", seen=_OWN),
        secured("directory_notification", seen=_OWN),
        secured("directory_staffingnotice", seen=_OWN),
        secured("directory_volume", seen=_OWN),
        secured("directory_directive", seen=_OWN_MONEY, written=OWN_REGION),
    ]
