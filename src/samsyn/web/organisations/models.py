"""Who gives the care and who pays for it."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from samsyn.kernel import HsaId, OrganisationNumber
from samsyn.kernel.swedish import search_key, sort_key


class Region(models.Model):
    """A region that pays by guidelines of its own; which programmes they form is data."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("namn"), max_length=100, unique=True)
    programmes = models.JSONField(_("program"), default=list)  # as the guideline files name them: ["vgr-mmr"]

    def __str__(self) -> str:
        return self.name


class Provider(models.Model):
    """An organisation that gives care (vårdgivare), or the region's own office."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, verbose_name=_("region"))
    name = models.CharField(_("namn"), max_length=200)
    organisation_number = models.CharField(_("organisationsnummer"), max_length=10, unique=True)
    internal = models.BooleanField(_("intern kund"), default=False)  # part of the region: billed as a posting

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Hold the organisation number against its check digit and keep its normal form."""
        try:
            self.organisation_number = OrganisationNumber.read(self.organisation_number).value
        except ValueError as error:
            raise ValidationError({"organisation_number": str(error)}) from error


class Unit(models.Model):
    """A place of a provider, with the code (HSA-id) under which it registers and invoices."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, verbose_name=_("vårdgivare"))
    region = models.ForeignKey(Region, on_delete=models.PROTECT, verbose_name=_("region"))
    hsa_id = models.CharField(_("HSA-id"), max_length=64)
    name = models.CharField(_("namn"), max_length=200)
    place = models.CharField(_("ort"), max_length=100, blank=True)
    is_region_office = models.BooleanField(_("regionens kontor"), default=False)
    search_key = models.CharField(max_length=300, editable=False)
    sort_key = models.CharField(max_length=400, editable=False, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(Upper("hsa_id"), name="one_unit_for_each_hsa_id")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the keys by which it is found and sorted."""
        self.search_key = search_key(f"{self.name} {self.place} {self.hsa_id}")
        self.sort_key = sort_key(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def clean(self) -> None:
        """Hold the HSA-id against its form."""
        try:
            self.hsa_id = HsaId.read(self.hsa_id).value
        except ValueError as error:
            raise ValidationError({"hsa_id": str(error)}) from error
