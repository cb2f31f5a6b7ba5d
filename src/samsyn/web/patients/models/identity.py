"""The numbers of a patient, each with when it was used."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.kernel import IdentityKind, PersonIdentity
from samsyn.web.patients.models.patient import Patient
from samsyn.web.patients.models.secret import PatientOwned

KIND_NAMES: dict[IdentityKind, Promise] = {
    IdentityKind.PERSONNUMMER: _("personnummer"),
    IdentityKind.SAMORDNINGSNUMMER: _("samordningsnummer"),
    IdentityKind.VGR_RESERVE: _("reservnummer (Västra Götaland)"),
    IdentityKind.STOCKHOLM_RESERVE: _("reservnummer (Stockholm)"),
    IdentityKind.INTERIM: _("tillfälligt nummer"),
}


class PatientIdentity(PatientOwned):
    """A number in its normal form. At a unit it belongs to one record, also after it is no longer used."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="identities", editable=False)
    kind = models.CharField(_("slag"), max_length=30, choices=[(kind.value, KIND_NAMES[kind]) for kind in IdentityKind])
    value = models.CharField(_("nummer"), max_length=12)
    is_main = models.BooleanField(default=False)  # the one that is shown beside the name
    valid_from = models.DateField(_("används från"))
    valid_to = models.DateField(_("används till"), null=True, blank=True)  # the last day; null: still

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "value"], name="one_record_for_each_number_at_a_unit"),
            models.UniqueConstraint(fields=["patient"], condition=Q(is_main=True), name="one_main_number"),
            models.CheckConstraint(condition=Q(is_main=False) | Q(valid_to__isnull=True), name="main_number_is_in_use"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=models.F("valid_from")),
                name="number_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def identity(self) -> PersonIdentity:
        """What the number tells of its person."""
        return PersonIdentity(self.value)

    @property
    def display(self) -> str:
        """The number with its hyphen."""
        return f"{self.value[:8]}-{self.value[8:]}"
