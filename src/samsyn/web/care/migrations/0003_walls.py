"""Who sees which cases, in PostgreSQL itself: a unit its own. What is registered is never changed, only replaced."""

from django.db import migrations

from samsyn.web.audit.walls import OWN_UNIT, append_only, secured

_REGISTERED = (
    "assessment", "leveldecision", "plan", "goal", "goalfollowup", "workcontact", "registryentry", "visit",
    "conference", "pause", "hoursnote", "completion", "copysent", "ending",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("care", "0002_initial"), ("referrals", "0002_walls")]
    operations = [
        secured("care_case", seen=OWN_UNIT),
        secured("care_groupsession", seen=OWN_UNIT),
        append_only("care_groupsession"),
        *(secured(f"care_{name}", seen=OWN_UNIT) for name in _REGISTERED),
        *(append_only(f"care_{name}") for name in _REGISTERED),
    ]
