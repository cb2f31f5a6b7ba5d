"""What has happened to a referral: both units read the same story."""

import uuid

from django.db import models

from samsyn.web.referrals.models.between import BetweenUnits
from samsyn.web.referrals.models.referral import Referral


class ReferralEvent(BetweenUnits):
    """One step: who did what, from which state to which, and what was said. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="events")
    moment = models.DateTimeField()
    on = models.DateField()  # the Swedish civil day
    by_unit_name = models.CharField(max_length=200)
    by_name = models.CharField(max_length=200)
    action = models.CharField(max_length=60)  # as in the table of rights
    from_state = models.CharField(max_length=30, blank=True)
    to_state = models.CharField(max_length=30)
    confirmation = models.CharField(max_length=3, blank=True)  # BEK, VID, KOM, AVB, AVV where the step sends one
    words = models.TextField(max_length=4000, blank=True)

    class Meta:
        indexes = [models.Index(fields=["referral", "moment"], name="referral_events_in_order")]
