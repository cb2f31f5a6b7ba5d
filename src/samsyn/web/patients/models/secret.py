"""Rows that tell who a patient is: their own unit's alone."""

from typing import Self

from django.db import models

from samsyn.web.audit.actor import Actor
from samsyn.web.organisations.owned import UnitOwned


class PatientOwned(UnitOwned):
    """A row of one unit that no region's office sees (reliability rules P6 and P7)."""

    class Meta:
        abstract = True

    @classmethod
    def at(cls, actor: Actor) -> "models.QuerySet[Self]":
        """The rows of the actor's own unit; for a region's office none."""
        if actor.at_region_office:
            return cls.across_units.none()
        return cls.across_units.filter(unit_id=actor.unit_id)
