"""A case: one patient's way through a programme at the unit."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.directory.models import Team
from samsyn.web.patients.models import Patient, PatientOwned
from samsyn.web.referrals.models import Referral

OVER = ("completed", "ended")


class Case(PatientOwned):
    """What is true of the whole way. What is registered on it hangs beside it, in versions; states: `samsyn.pathway`.

    The columns below the line are kept by the acts, so that work lists need not read every visit.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="cases")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", verbose_name=_("team"))
    programme = models.CharField(_("program"), max_length=40)  # as in the guideline files
    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, null=True, related_name="case")
    year = models.PositiveSmallIntegerField(editable=False)
    serial = models.PositiveIntegerField(editable=False)
    state = models.CharField(_("läge"), max_length=30, default="assessment", editable=False)
    level = models.CharField(_("nivå"), max_length=20, blank=True)  # empty until decided
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("ansvarig")
    )
    opened_on = models.DateField(_("öppnat"))
    version = models.PositiveIntegerField(default=1, editable=False)
    # ---
    started_on = models.DateField(null=True, editable=False)  # first ongoing visit
    last_visit_on = models.DateField(null=True, editable=False)
    paused_on = models.DateField(null=True, editable=False)  # since when it stands still
    closed_on = models.DateField(null=True, editable=False)
    follow_up_due = models.DateField(null=True, editable=False)  # the earliest goal that waits for its follow-up
    undiagnosed = models.PositiveSmallIntegerField(default=0, editable=False)  # visits without diagnosis
    not_met = models.PositiveSmallIntegerField(default=0, editable=False)  # binding conditions not met when last judged
    unknown = models.PositiveSmallIntegerField(default=0, editable=False)  # … whose evidence is missing
    judged_on = models.DateField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "serial"], name="one_case_for_each_number"),
            models.UniqueConstraint(
                fields=["patient", "programme"], condition=~Q(state__in=OVER), name="one_open_case_of_a_programme"
            ),
            models.CheckConstraint(
                condition=Q(state__in=OVER, closed_on__isnull=False) | (~Q(state__in=OVER) & Q(closed_on__isnull=True)),
                name="a_case_that_is_over_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="a_case_ends_after_it_opens",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "state", "opened_on", "id"], name="cases_by_state"),
            models.Index(fields=["unit", "responsible", "state"], name="cases_by_responsible"),
            models.Index(fields=["unit", "follow_up_due"], name="cases_by_follow_up"),
            models.Index(fields=["unit", "paused_on"], name="cases_paused"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def number(self) -> str:
        """As people say it: the year and the place in the unit's list."""
        return f"{self.year}-{self.serial:04d}"

    @property
    def is_over(self) -> bool:
        """Whether nothing new is registered any more; what is registered can still be corrected."""
        return self.state in OVER
