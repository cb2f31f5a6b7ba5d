"""Who works in a team, and which registry it has joined."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.directory.models.team import Team
from samsyn.web.organisations.owned import UnitOwned


class TeamMember(UnitOwned):
    """A person's place in a team, by date: profession and competences as the guideline counts them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="members")
    name = models.CharField(_("namn"), max_length=200)
    profession = models.CharField(_("profession"), max_length=40)  # the words of the roster file: physician, …
    competences = models.JSONField(_("kompetenser"), default=list)  # extended, short-psychotherapy
    first_day = models.DateField(_("från och med"))
    last_day = models.DateField(_("till och med"), null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")), name="member_ends_after_beginning"
            )
        ]

    def __str__(self) -> str:
        return self.name


class RegistryConnection(UnitOwned):
    """A module of the pain registry (NRS) that the team has joined, and since when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="connections")
    module = models.CharField(_("modul"), max_length=20)  # primary, specialist, both
    since = models.DateField(_("ansluten från och med"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "module"], name="a_module_is_joined_once")]
