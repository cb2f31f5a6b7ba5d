"""The treatment: visits, groups, conferences, pauses, completion, and the copy to the health centre."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.web.care.models.registered import Registered
from samsyn.web.patients.models import PatientOwned


class VisitKind(models.TextChoices):
    """How the patient was treated."""

    INDIVIDUAL = "individual", _("enskilt besök")
    GROUP = "group", _("gruppbesök")
    HOME = "home", _("hemträning enligt plan")
    PHONE = "phone", _("telefon")
    VIDEO = "video", _("video")


class GroupSession(PatientOwned):
    """A meeting of a group, registered once for all who were there. It names no patient: their visits do."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    day = models.DateField(_("datum"))
    title = models.CharField(_("grupp"), max_length=200)
    minutes = models.PositiveSmallIntegerField(_("minuter"))
    professions = models.JSONField(_("deltagare"), default=list)
    words = models.TextField(_("innehåll"), max_length=2000, blank=True)
    registered_at = models.DateTimeField(editable=False)
    registered_by_name = models.CharField(max_length=200, editable=False)

    def __str__(self) -> str:
        return str(self.pk)


class Visit(Registered):
    """A visit during treatment, with what is sent to the care-contact database."""

    day = models.DateField(_("datum"))
    kind = models.CharField(_("form"), max_length=20, choices=VisitKind.choices)
    professions = models.JSONField(_("deltagare"), default=list)
    minutes = models.PositiveSmallIntegerField(_("minuter"), null=True, blank=True)
    diagnoses = models.JSONField(_("diagnoser"), default=list)  # normalised, main first
    procedures = models.JSONField(_("åtgärdskoder"), default=list)  # normalised, the level's ongoing code among them
    group = models.ForeignKey(GroupSession, on_delete=models.PROTECT, null=True, related_name="visits")
    words = models.TextField(_("anteckning"), max_length=4000, blank=True)


class Conference(Registered):
    """A team conference about the patient."""

    day = models.DateField(_("datum"))
    professions = models.JSONField(_("deltagare"), default=list)
    patient_present = models.BooleanField(_("patienten var med"), default=False)
    closing = models.BooleanField(_("avslutande konferens"), default=False)
    decided = models.TextField(_("vad som bestämdes"), max_length=4000, blank=True)


class Pause(Registered):
    """The treatment is broken off for a time; resumed, it is the same series."""

    first_day = models.DateField(_("från och med"))
    last_day = models.DateField(_("till och med"), null=True, blank=True)  # null: still
    reason = models.TextField(_("skäl"), max_length=1000)


class HoursNote(Registered):
    """Why the hours lie beside the norm."""

    words = models.TextField(_("skäl till avvikelsen"), max_length=2000)


class Completion(Registered):
    """The closing act: what it was decided on is kept as it was shown."""

    day = models.DateField(_("datum"))
    professions = models.JSONField(_("deltagare"), default=list)
    minutes = models.PositiveSmallIntegerField(_("minuter"), null=True, blank=True)
    diagnoses = models.JSONField(_("diagnoser"), default=list)
    procedures = models.JSONField(_("åtgärdskoder"), default=list)  # the level's completion code among them
    words = models.TextField(_("slutbedömning"), max_length=4000, blank=True)
    findings = models.JSONField(default=list, editable=False)  # the checks as they stood


class CopySent(Registered):
    """The copy of the record to the patient's health centre, with the patient's consent."""

    consent = models.BooleanField(_("patienten medger"), default=False)
    sent_on = models.DateField(_("skickad"), null=True, blank=True)
    to_whom = models.CharField(_("till"), max_length=200, blank=True)


class Ending(Registered):
    """The case ends without completion: back to the health centre, or given up."""

    day = models.DateField(_("datum"))
    kind = models.CharField(max_length=30)  # as in `samsyn.pathway`
    reason = models.TextField(_("skäl"), max_length=2000)
