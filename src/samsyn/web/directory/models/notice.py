"""A notice of changed staffing: the team tells the region, the region has seen it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.web.directory.models.team import Team
from samsyn.web.organisations.owned import UnitOwned


class NoticeState(models.TextChoices):
    """Where a notice stands."""

    SENT = "sent", _("skickat")
    SEEN = "seen", _("sett av regionen")


class StaffingNotice(UnitOwned):
    """What changes in the team, from which day, and what the core says of the team with the change made."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="notices")
    state = models.CharField(_("läge"), max_length=10, choices=NoticeState.choices, default=NoticeState.SENT)
    from_day = models.DateField(_("gäller från och med"))
    words = models.TextField(_("vad som ändras"), max_length=1000)
    missing = models.JSONField(default=list)  # what the composition lacks from that day, as the core names it
    sent_on = models.DateField(null=True)
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=200)
    seen_at = models.DateTimeField(null=True)
    seen_by = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["region", "state", "sent_at"], name="notices_waiting")]
