"""A patient record: one person at one unit. The same person at another unit is another record (ADR 0006)."""

import uuid
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, ClassVar, NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _

from samsyn.kernel import age_on, sort_key
from samsyn.web.audit.clock import today
from samsyn.web.audit.reading import note_read
from samsyn.web.patients.models.secret import PatientOwned

LONGEST_NAME = 100
LONGEST_KEY = 400


class Protection(models.TextChoices):
    """Why a person's data must be handled with care: the tax agency's three kinds of protected identity."""

    NONE = "none", _("inga skyddade personuppgifter")
    CONFIDENTIAL = "sekretessmarkering", _("sekretessmarkering")
    PROTECTED_REGISTRATION = "skyddad_folkbokforing", _("skyddad folkbokföring")
    FICTITIOUS = "fingerade_personuppgifter", _("fingerade personuppgifter")


class SexChoice(models.TextChoices):
    """As a number tells it; unknown where none does and nobody has said."""

    UNKNOWN = "unknown", _("okänt")
    FEMALE = "female", _("kvinna")
    MALE = "male", _("man")


class NeverDeleted(models.QuerySet["Patient"]):
    """Patient records stay; what was wrong in one is corrected and stands in the trail of changes."""

    def delete(self) -> NoReturn:
        """Refused."""
        raise TypeError("A patient record is never deleted.")


class Patient(PatientOwned):
    """Who the unit treats. Its numbers are in `identities`; every record that is loaded is logged as read."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    given_name = models.CharField(_("förnamn"), max_length=LONGEST_NAME, blank=True)
    family_name = models.CharField(_("efternamn"), max_length=LONGEST_NAME)
    birth_date = models.DateField(_("födelsedag"), null=True, blank=True)  # null: unknown
    sex = models.CharField(_("kön"), max_length=10, choices=SexChoice.choices, default=SexChoice.UNKNOWN)
    protection = models.CharField(
        _("skyddade personuppgifter"), max_length=30, choices=Protection.choices, default=Protection.NONE
    )
    deceased_on = models.DateField(_("avliden"), null=True, blank=True)
    is_test = models.BooleanField(_("testperson"), default=False)  # set by hand or by a loader, never from a number
    same_as = models.ForeignKey(  # this record and that one are the same person; that one is used from now on
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="linked",
        verbose_name=_("samma person som"),
    )
    registered_at = models.DateTimeField(_("registrerad"))
    registered_year = models.PositiveSmallIntegerField(editable=False)  # the Swedish civil year, for the list
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("registrerad av"),
    )  # null: a loader
    version = models.PositiveIntegerField(default=1, editable=False)  # so that two tabs do not overwrite one another
    sort_key = models.CharField(max_length=LONGEST_KEY, editable=False)

    across_units: ClassVar[models.Manager["Patient"]] = NeverDeleted.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(same_as=models.F("id")), name="patient_is_not_linked_to_itself"),
            models.CheckConstraint(
                condition=Q(deceased_on__isnull=True)
                | Q(birth_date__isnull=True)
                | Q(deceased_on__gte=models.F("birth_date")),
                name="patient_dies_after_birth",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "sort_key", "id"], name="patients_by_name"),
            models.Index(fields=["unit", "registered_year", "sort_key", "id"], name="patients_by_year"),
            models.Index(fields=["unit", "protection", "id"], name="patients_by_protection"),
            models.Index(
                fields=["unit", "sort_key", "id"], name="patients_deceased", condition=Q(deceased_on__isnull=False)
            ),
            models.Index(fields=["unit", "sort_key", "id"], name="patients_for_test", condition=Q(is_test=True)),
        ]

    def __str__(self) -> str:
        return str(self.pk)  # what is written into a log by mistake tells nothing

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Sequence[Any]) -> Self:
        """The record as the database holds it, noted as read (reliability rule P1)."""
        record = super().from_db(db, field_names, values)
        note_read(record.pk)
        return record

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the key by which it is sorted."""
        self.sort_key = sort_key_of(self.given_name, self.family_name)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise TypeError("A patient record is never deleted.")

    @property
    def name(self) -> str:
        """As it is read aloud: given name first."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def state(self) -> str:
        """Open, or linked: a linked record can only be read and set free again."""
        return "linked" if self.same_as_id else "open"

    @property
    def state_name(self) -> Promise:
        """The state, as a reader sees it."""
        return _("kopplad till en annan post") if self.same_as_id else _("öppen")

    @property
    def is_protected(self) -> bool:
        """Whether the tax agency protects the person's data in some way."""
        return self.protection != Protection.NONE

    @cached_property
    def main_identity(self) -> Any:
        """The number that is used for the person now."""
        return next(each for each in self.identities.all() if each.is_main)

    @property
    def number_display(self) -> str:
        """The number that is used now, with its hyphen."""
        number: str = self.main_identity.display
        return number

    def age(self, day: date | None = None) -> int | None:
        """Age in whole years that day (today), for the deceased on the last; None where the birth date is unknown."""
        last = min(filter(None, (day or today(), self.deceased_on)))
        return age_on(last, self.birth_date) if self.birth_date else None


def sort_key_of(given_name: str, family_name: str) -> str:
    """Digits whose plain order is that of the names in a Swedish list, family name first."""
    return sort_key(f"{family_name} {given_name}")[:LONGEST_KEY]
