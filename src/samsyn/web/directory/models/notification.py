"""The notification (anmälan): a provider announces a team for a year and attests its competence."""

import uuid
from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.directory.models.team import Team
from samsyn.web.organisations.owned import UnitOwned


class NotificationState(models.TextChoices):
    """Where a notification stands."""

    DRAFT = "draft", _("utkast")
    SUBMITTED = "submitted", _("inskickad")
    RETURNED = "returned", _("åter för komplettering")
    APPROVED = "approved", _("godkänd")
    REFUSED = "refused", _("avslagen")
    WITHDRAWN = "withdrawn", _("återtagen")
    ENDED = "ended", _("upphörd")  # was approved; the approval has been withdrawn or given up


OPEN = [NotificationState.DRAFT, NotificationState.SUBMITTED, NotificationState.RETURNED, NotificationState.APPROVED]


class Notification(UnitOwned):
    """One a team and year. What was judged when it was sent in and decided is kept as it was then."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="notifications")
    year = models.PositiveSmallIntegerField(_("år"))
    guideline_id = models.CharField(max_length=60)
    state = models.CharField(
        _("läge"), max_length=20, choices=NotificationState.choices, default=NotificationState.DRAFT
    )
    former_name = models.CharField(_("teamets tidigare beteckning"), max_length=200, blank=True)
    was_active = models.BooleanField(_("verksamt året innan"), null=True)
    was_paid = models.BooleanField(_("ersättning utgick året innan"), null=True)
    attested = models.BooleanField(_("kompetensen intygas"), default=False)
    submitted_on = models.DateField(null=True)  # the day, as pages show it and periods are counted from
    submitted_at = models.DateTimeField(null=True)
    submitted_by_id = models.UUIDField(null=True)
    submitted_by = models.CharField(max_length=200, blank=True)
    decided_on = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by_id = models.UUIDField(null=True)
    decided_by = models.CharField(max_length=200, blank=True)
    grounds = models.TextField(_("motivering"), max_length=2000, blank=True)
    judged = models.JSONField(default=list)  # each time it was sent in or decided: by whom, words, findings, roster
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team", "year"], condition=Q(state__in=OPEN), name="one_open_notification_a_year"
            )
        ]
        indexes = [models.Index(fields=["region", "state", "submitted_at"], name="notifications_waiting")]

    def first_possible_day(self, today: date) -> date:
        """The first day of the year on which the team can still be approved without looking back."""
        return min(max(today, date(self.year, 1, 1)), date(self.year, 12, 31))
