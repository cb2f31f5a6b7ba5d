"""Days on which a referral's clock stands still."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.referrals.models.between import BetweenUnits
from samsyn.web.referrals.models.referral import Referral


class ClockStop(BetweenUnits):
    """Why the clock does not count, from when to when. Voluntary waiting needs its three proofs."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="stops")
    ground = models.CharField(_("grund"), max_length=30)  # as in `samsyn.pathway`
    first_day = models.DateField(_("från och med"))
    last_day = models.DateField(_("till och med"), null=True, blank=True)  # null: still
    offered_on = models.DateField(_("erbjuden tid inom gränsen"), null=True, blank=True)
    informed_on = models.DateField(_("informerad om vårdgarantin"), null=True, blank=True)
    wish_on = models.DateField(_("patientens egen önskan antecknad"), null=True, blank=True)
    words = models.TextField(_("anteckning"), max_length=1000, blank=True)
    by_name = models.CharField(max_length=200, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")), name="a_stop_ends_after_it_begins"
            ),
            models.UniqueConstraint(fields=["referral"], condition=Q(last_day__isnull=True), name="one_stop_at_a_time"),
        ]
