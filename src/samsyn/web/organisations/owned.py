"""Rows that belong to a unit: how they are reached, and by whom."""

from typing import Any, ClassVar, Self

from django.db import models

from samsyn.web.audit.actor import Actor
from samsyn.web.organisations.models import Region, Unit


class UnitOwned(models.Model):
    """A row of one unit. There is no manager called `objects`: one says whose rows one wants.

    The region stands in the row too, so that row-level security can compare without asking another table.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", editable=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", editable=False)

    across_units: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        abstract = True

    @classmethod
    def at(cls, actor: Actor) -> "models.QuerySet[Self]":
        """The rows the actor may see: those of the unit; for a region's office those of the region."""
        if actor.at_region_office:
            return cls.across_units.filter(region_id=actor.region_id)
        return cls.across_units.filter(unit_id=actor.unit_id)
