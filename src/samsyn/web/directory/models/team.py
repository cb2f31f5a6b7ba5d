"""A team: a group of professionals at a unit who treat at one level of a programme."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.kernel.swedish import search_key, sort_key
from samsyn.web.organisations.owned import UnitOwned


class CareLevel(models.TextChoices):
    """Where in health care the team works; it decides which registry module it must join."""

    PRIMARY = "primary", _("primärvård")
    HOSPITAL = "hospital", _("sjukhusvård")


class Team(UnitOwned):
    """What patients, referrers and the region need to know of a team. Its accreditations say when it is approved."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programme = models.CharField(_("program"), max_length=40)  # as in the guideline files
    level = models.CharField(_("nivå"), max_length=20)
    care_level = models.CharField(_("vårdnivå"), max_length=20, choices=CareLevel.choices)
    name = models.CharField(_("namn"), max_length=200)
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    email = models.EmailField(_("e-post"), blank=True)
    website = models.URLField(_("webbplats"), blank=True)
    address = models.CharField(_("besöksadress"), max_length=200, blank=True)
    presentation = models.TextField(_("presentation"), max_length=1000, blank=True)
    waiting_weeks = models.PositiveSmallIntegerField(_("väntetid i veckor"), null=True, blank=True)
    waiting_on = models.DateField(_("väntetiden uppgiven"), null=True, blank=True, editable=False)
    published = models.BooleanField(default=False, editable=False)  # approved at some time: open to the public page
    version = models.PositiveIntegerField(default=1, editable=False)  # so that two tabs do not overwrite one another
    search_key = models.CharField(max_length=600, editable=False)
    sort_key = models.CharField(max_length=400, editable=False, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "name", "level"], name="one_team_of_a_name_and_level")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the keys by which it is found and sorted."""
        self.search_key = search_key(f"{self.name} {self.unit.name} {self.unit.place} {self.unit.provider.name}")
        self.sort_key = sort_key(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class ContactConfirmation(UnitOwned):
    """The team has looked through what the public page says of it and found it right: once a year."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="confirmations")
    year = models.PositiveSmallIntegerField()
    confirmed_by = models.CharField(max_length=200)
    confirmed_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "year"], name="confirmed_once_a_year")]
