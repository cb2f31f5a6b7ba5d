"""The directive (anvisning): what opens the money to one provider."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Provider, Region


class DirectiveState(models.TextChoices):
    """Where a directive stands."""

    DRAFT = "draft", _("utkast")
    ISSUED = "issued", _("utfärdad")
    REVOKED = "revoked", _("återkallad")


class Directive(models.Model):
    """Price, product code and buyer reference for one provider and level in a period. Issued, it is never edited."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="directives")
    reference = models.CharField(_("diarienummer"), max_length=60)
    guideline_id = models.CharField(_("riktlinje"), max_length=60)
    level = models.CharField(_("nivå"), max_length=20)
    first_day = models.DateField(_("från och med"))
    last_day = models.DateField(_("till och med"))
    amount_ore = models.BigIntegerField(_("belopp per avslutad serie"), null=True)  # null: no source states one
    product_code = models.CharField(_("produktkod"), max_length=20, blank=True)
    buyer_reference = models.CharField(_("beställar-id"), max_length=40, blank=True)
    state = models.CharField(_("läge"), max_length=10, choices=DirectiveState.choices, default=DirectiveState.DRAFT)
    issued_at = models.DateTimeField(null=True)
    issued_by = models.CharField(max_length=200, blank=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.CharField(max_length=200, blank=True)
    revocation_reason = models.TextField(max_length=2000, blank=True)
    version = models.PositiveIntegerField(default=1)

    across_units = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=models.F("first_day")), name="directive_ends_after_start"),
            models.UniqueConstraint(
                fields=["provider", "guideline_id", "level"],
                condition=Q(state=DirectiveState.ISSUED),
                name="one_issued_directive_of_a_kind",
            ),
        ]
