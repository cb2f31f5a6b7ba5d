"""Before the treatment: assessment, level, plan, goals, contacts about work, registration in the registry."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.web.care.models.registered import Registered


class Suitability(models.TextChoices):
    """What the assessment came to."""

    SUITABLE = "suitable", _("lämplig för programmet")
    NOT_YET = "not-yet", _("behöver utredas mer först")
    NOT_SUITABLE = "not-suitable", _("inte lämplig: åter till vårdcentralen")
    SPECIALIST = "specialist", _("behöver specialistmottagning")


class Screening(models.TextChoices):
    """Whether severe depression or anxiety was looked for, and what was seen."""

    NOT_DONE = "not-done", _("inte gjord")
    NOTHING = "nothing", _("gjord, inget svårt")
    SEVERE = "severe", _("gjord, svår depression eller ångest")


class Assessment(Registered):
    """The team's assessment, a visit of its own with its own code."""

    day = models.DateField(_("datum"))
    professions = models.JSONField(_("deltagare"), default=list)
    minutes = models.PositiveSmallIntegerField(_("minuter"), null=True, blank=True)
    diagnoses = models.JSONField(_("diagnoser"), default=list)  # normalised, main first
    pain_onset = models.DateField(_("smärtan började"), null=True, blank=True)
    investigated = models.BooleanField(_("välutredd"), null=True)
    not_yet_investigated = models.TextField(_("vad som återstår att utreda"), max_length=2000, blank=True)
    screening = models.CharField(_("screening"), max_length=10, choices=Screening.choices, default=Screening.NOT_DONE)
    suitability = models.CharField(_("bedömning"), max_length=20, choices=Suitability.choices)
    choice_signed_on = models.DateField(_("valet av behandlare undertecknat"), null=True, blank=True)
    words = models.TextField(_("sammanfattning"), max_length=4000, blank=True)


class LevelDecision(Registered):
    """Which level, by which of the guideline's criteria, and why."""

    day = models.DateField(_("datum"))
    level = models.CharField(_("nivå"), max_length=20)
    criteria = models.JSONField(_("kriterier"), default=list)  # ids of the criteria that the guideline lists
    grounds = models.TextField(_("motivering"), max_length=4000)
    professions = models.JSONField(_("deltagare"), default=list)


class Plan(Registered):
    """The rehabilitation plan, made with the patient."""

    day = models.DateField(_("datum"))
    problem = models.TextField(_("patientens egen beskrivning"), max_length=4000, blank=True)
    work_plan = models.TextField(_("arbete: vad som planeras"), max_length=2000, blank=True)
    signed_with_patient_on = models.DateField(_("undertecknad med patienten"), null=True, blank=True)
    follow_up_on = models.DateField(_("följs upp"), null=True, blank=True)


class Goal(Registered):
    """A measurable goal of the plan, with who is responsible."""

    text = models.CharField(_("mål"), max_length=500)
    measure = models.CharField(_("hur det mäts"), max_length=500)
    baseline = models.CharField(_("läget nu"), max_length=200, blank=True)
    target = models.CharField(_("målvärde"), max_length=200, blank=True)
    profession = models.CharField(_("ansvarig profession"), max_length=40)
    due_on = models.DateField(_("följs upp senast"))


class GoalResult(models.TextChoices):
    """How far the patient has come."""

    REACHED = "reached", _("uppnått")
    PARTLY = "partly", _("delvis uppnått")
    NOT_REACHED = "not-reached", _("inte uppnått")
    CHANGED = "changed", _("målet ändras")


class GoalFollowUp(Registered):
    """A look at one goal."""

    goal_thing = models.UUIDField(editable=False, db_index=True)  # `Goal.thing`
    day = models.DateField(_("datum"))
    result = models.CharField(_("resultat"), max_length=20, choices=GoalResult.choices)
    words = models.TextField(_("anteckning"), max_length=2000, blank=True)


class WorkContact(Registered):
    """A contact with the employer, the employment service or others about work; carries its own code."""

    day = models.DateField(_("datum"))
    code = models.CharField(_("åtgärdskod"), max_length=24, blank=True)  # the guideline's, where it has any
    with_whom = models.CharField(_("med vem"), max_length=200, blank=True)
    words = models.TextField(_("vad som bestämdes"), max_length=2000, blank=True)


class RegistryEntry(Registered):
    """The patient's registration in the pain registry, after information; an objection stops it."""

    informed_on = models.DateField(_("informerad"), null=True, blank=True)
    objected = models.BooleanField(_("patienten motsätter sig"), default=False)
    module = models.CharField(_("modul"), max_length=20, blank=True)  # primary, specialist
    registered_on = models.DateField(_("registrerad"), null=True, blank=True)
