"""Spot checks of the access log: what was drawn, why, what was found (HSLF-FS 2016:40, ch. 4, section 9)."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Provider


class CheckState(models.TextChoices):
    """Where a check stands. A finished one is closed for good."""

    OPEN = "open", _("pågår")
    FINISHED = "finished", _("avslutad")


class Outcome(models.TextChoices):
    """What was found of a reading."""

    IN_ORDER = "in-order", _("i sin ordning")
    FOLLOW_UP = "follow-up", _("följs upp")
    REPORTED = "reported", _("anmäld")


class SpotCheck(models.Model):
    """One a month for each provider: a sample drawn by chance, and all that a rule points out."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="+")
    first_day = models.DateField(_("från och med"))
    last_day = models.DateField(_("till och med"))
    seed = models.CharField(_("slumpfrö"), max_length=32)  # the same seed draws the same sample from the same log
    sample_size = models.PositiveSmallIntegerField(_("antal som dras slumpvis"))
    readings = models.PositiveIntegerField(
        _("läsningar i perioden"), default=0
    )  # how many readings the month had, of which these were drawn
    state = models.CharField(_("läge"), max_length=10, choices=CheckState.choices, default=CheckState.OPEN)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    finished_at = models.DateTimeField(null=True)
    finished_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["provider", "first_day"], name="one_spot_check_a_month")]


class SpotCheckItem(models.Model):
    """A reading to be looked at: what one person read of one patient on one day, by chance or pointed out by rules."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    check_made = models.ForeignKey(SpotCheck, on_delete=models.PROTECT, related_name="items")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()
    user_id = models.UUIDField(null=True)
    user_name = models.CharField(max_length=200)
    patient_id = models.UUIDField(null=True)
    day = models.DateField()
    entries = models.JSONField(default=list)  # ids of the rows of the access log
    rules = models.JSONField(default=list)  # ids of the rules that pointed it out; none: by chance
    outcome = models.CharField(_("bedömning"), max_length=10, choices=Outcome.choices, blank=True)
    words = models.TextField(_("vad som kom fram"), max_length=2000, blank=True)
    judged_at = models.DateTimeField(null=True)
    judged_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["check_made", "place"], name="one_item_a_place")]
