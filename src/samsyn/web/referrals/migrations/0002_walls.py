"""Who sees which letters, in PostgreSQL itself: the unit that wrote, and, once sent, the unit that received.

A unit that forwards a letter writes the new one, with its first event, and does not see it.
"""

from django.db import migrations

from samsyn.web.audit.walls import append_only, own, secured

_WROTE = own("unit", "from_unit_id", "unit")
_RECEIVED = own("unit", "to_unit_id", "unit")
_FORWARDED = own("unit", "via_unit_id", "unit")
_EITHER = f"({_WROTE} OR (sent AND {_RECEIVED}))"
_OR_FORWARDED = f"({_EITHER} OR (sent AND {_FORWARDED}))"


class Migration(migrations.Migration):
    dependencies = [("referrals", "0001_initial")]
    operations = [
        secured("referrals_referral", seen=_EITHER, written=_OR_FORWARDED),
        secured("referrals_referralevent", seen=_EITHER, written=_OR_FORWARDED),
        secured("referrals_clockstop", seen=_EITHER),
        append_only("referrals_referralevent"),
    ]
