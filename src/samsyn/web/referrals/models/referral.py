"""A referral: what the referrer says of the patient, to which team, and how it has been answered."""

import uuid
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.reading import note_read, reader_unit
from samsyn.web.directory.models import Team
from samsyn.web.patients.models import Patient
from samsyn.web.referrals.models.between import BetweenUnits


class SickLeave(models.TextChoices):
    """How much of full time the patient is on sick leave, as the referrer knows."""

    UNKNOWN = "unknown", _("inte känt")
    NONE = "none", _("ingen")
    QUARTER = "25", "25 %"
    HALF = "50", "50 %"
    THREE_QUARTERS = "75", "75 %"
    FULL = "100", "100 %"


class LintonForm(models.TextChoices):
    """Which form of the Örebro screening questionnaire the sum is from."""

    SHORT = "short", _("kort form, 10 frågor (0–100)")
    FULL = "full", _("lång form, 25 frågor (0–210)")


class Referral(BetweenUnits):
    """One letter. What it says of the patient is what was known when it was sent; states: `samsyn.pathway`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", verbose_name=_("team"))
    programme = models.CharField(_("program"), max_length=40)  # as in the guideline files
    state = models.CharField(_("läge"), max_length=30, default="draft", editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="+")  # the writer's own record
    received_patient_id = models.UUIDField(null=True, editable=False)  # the receiver's own record, once there is one
    number = models.CharField(_("nummer"), max_length=12)
    given_name = models.CharField(_("förnamn"), max_length=100, blank=True)
    family_name = models.CharField(_("efternamn"), max_length=100)
    birth_date = models.DateField(_("födelsedag"), null=True, blank=True)
    protection = models.CharField(max_length=30, default="none")  # as `patients.Protection`
    phone = models.CharField(_("patientens telefon"), max_length=40, blank=True)
    interpreter = models.CharField(_("tolk, språk"), max_length=60, blank=True)
    search_key = models.CharField(max_length=300, editable=False)  # folded name

    diagnosis = models.CharField(_("preliminär diagnos"), max_length=10, blank=True)  # normalised ICD-10-SE
    pain_onset = models.DateField(_("smärtan började"), null=True, blank=True)
    investigated = models.BooleanField(_("färdigutredd"), null=True)
    not_yet_investigated = models.TextField(_("vad som återstår att utreda"), max_length=2000, blank=True)
    tried = models.TextField(_("vad som har prövats"), max_length=2000, blank=True)
    question = models.TextField(_("frågeställning"), max_length=4000, blank=True)
    sick_leave = models.CharField(
        _("sjukskrivning"), max_length=10, choices=SickLeave.choices, default=SickLeave.UNKNOWN
    )
    sick_leave_since = models.DateField(_("sjukskriven sedan"), null=True, blank=True)
    linton_sum = models.PositiveSmallIntegerField(_("Lintonsumma"), null=True, blank=True)
    linton_form = models.CharField(_("Lintonformulär"), max_length=10, choices=LintonForm.choices, blank=True)
    linton_on = models.DateField(_("Linton ifyllt"), null=True, blank=True)
    level_considered = models.TextField(_("ställningstagande till vårdnivå"), max_length=2000, blank=True)
    referral_code = models.CharField(_("remisskod"), max_length=40, blank=True)
    chosen_by_patient = models.BooleanField(_("patienten har valt teamet"), default=False)

    written_on = models.DateField(editable=False)
    written_by_id = models.UUIDField(null=True, editable=False)
    written_by_name = models.CharField(max_length=200, editable=False)
    sent_on = models.DateField(_("skickad"), null=True, editable=False)
    answered_on = models.DateField(null=True, editable=False)
    first_visit_due = models.DateField(null=True, editable=False)  # the last day in time; null: no clock, or it stands
    visit_on = models.DateField(_("första besök"), null=True, blank=True)  # booked, then made
    delay_told_on = models.DateField(  # patient and referrer know that the time is not kept
        _("meddelad att tiden inte kan hållas"), null=True, editable=False
    )
    forwarded_from = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="forwarded_to", editable=False
    )

    class Meta:
        verbose_name = _("remiss")
        constraints = [
            models.CheckConstraint(
                condition=Q(sent=True) | Q(state__in=("draft", "withdrawn")), name="only_drafts_unsent"
            ),
            models.CheckConstraint(condition=~Q(state="draft") | Q(sent=False), name="a_draft_is_not_sent"),
            models.CheckConstraint(
                condition=Q(linton_sum__isnull=True) | Q(linton_sum__lte=210), name="linton_sum_within_its_form"
            ),
            models.CheckConstraint(
                condition=Q(first_visit_due__isnull=True) | Q(first_visit_due__gte=F("sent_on")),
                name="a_clock_ends_after_it_starts",
            ),
        ]
        indexes = [
            models.Index(fields=["to_unit", "state", "first_visit_due", "id"], name="referrals_inbox"),
            models.Index(fields=["to_unit", "number"], name="referrals_by_number"),
            models.Index(fields=["from_unit", "-written_on", "id"], name="referrals_written"),
            models.Index(fields=["team", "state"], name="referrals_of_team"),
        ]

    def __str__(self) -> str:
        return str(self.pk)  # what is written into a log by mistake tells nothing

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Sequence[Any]) -> Self:
        """The letter as the database holds it, its patient noted as read (reliability rule P1).

        The receiver's reading is noted on its own record, once there is one; before that on the writer's.
        """
        letter = super().from_db(db, field_names, values)
        own = letter.received_patient_id if reader_unit() == letter.to_unit_id else None
        note_read(own or letter.patient_id)
        return letter

    @property
    def clock_from(self) -> date | None:
        """The day the team received it; that of a forwarded letter is the day it came to the new team."""
        return self.written_on if self.forwarded_from_id else self.sent_on

    @property
    def name(self) -> str:
        """As it is read aloud: given name first."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def number_display(self) -> str:
        """The number with its hyphen."""
        return f"{self.number[:8]}-{self.number[8:]}"

    @property
    def is_protected(self) -> bool:
        """Whether the patient's data were protected when the letter was sent."""
        return self.protection != "none"
