"""The region's approval of a team: from when to when."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from samsyn.web.directory.models.notification import Notification
from samsyn.web.directory.models.team import Team
from samsyn.web.organisations.owned import UnitOwned


def in_force_on(day: date) -> Q:
    """Which accreditations hold on the day."""
    return Q(Q(last_day__isnull=True) | Q(last_day__gte=day), first_day__lte=day)


class Accreditation(UnitOwned):
    """Days on which a team is approved for its level. Withdrawn: it ends on `last_day`, with the reason."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="accreditations")
    notification = models.OneToOneField(Notification, on_delete=models.PROTECT, related_name="accreditation", null=True)
    first_day = models.DateField()
    last_day = models.DateField(null=True)  # null: until further notice
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=200, blank=True)
    withdrawal_reason = models.TextField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="accreditation_ends_after_beginning",
            )
        ]
        indexes = [models.Index(fields=["team", "first_day", "last_day"], name="accreditation_by_day")]

    @property
    def state(self) -> str:
        """“standing” until someone has ended it early, then “withdrawn”."""
        return "withdrawn" if self.withdrawn_at else "standing"
