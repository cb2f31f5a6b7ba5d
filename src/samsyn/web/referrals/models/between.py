"""Rows that two units share: the one that wrote and the one that received. No other unit and no region's office."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from samsyn.web.audit.actor import Actor
from samsyn.web.organisations.models import Region, Unit


class BetweenUnits(models.Model):
    """A row of a letter between two units. A draft is its writer's alone: `sent` says whether the receiver sees it."""

    from_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", editable=False)
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", editable=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", editable=False)
    sent = models.BooleanField(default=False, editable=False)
    via_unit = models.ForeignKey(  # forwarded the letter here on the patient's new choice; sees it no more
        Unit, on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )

    across_units: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        abstract = True

    @classmethod
    def written_at(cls, actor: Actor) -> "models.QuerySet[Self]":
        """What the actor's unit has written, drafts too; for a region's office none."""
        return cls._own(actor, Q(from_unit_id=actor.unit_id))

    @classmethod
    def received_at(cls, actor: Actor) -> "models.QuerySet[Self]":
        """What has been sent to the actor's unit; for a region's office none."""
        return cls._own(actor, Q(to_unit_id=actor.unit_id, sent=True))

    @classmethod
    def at(cls, actor: Actor) -> "models.QuerySet[Self]":
        """What the actor's unit has written or received."""
        return cls._own(actor, Q(from_unit_id=actor.unit_id) | Q(to_unit_id=actor.unit_id, sent=True))

    @property
    def between(self) -> dict[str, Any]:
        """The columns that a row about the letter has in common with it."""
        names = ("from_unit_id", "to_unit_id", "region_id", "sent", "via_unit_id")
        return {name: getattr(self, name) for name in names}

    @classmethod
    def _own(cls, actor: Actor, which: Q) -> "models.QuerySet[Self]":
        return cls.across_units.none() if actor.at_region_office else cls.across_units.filter(which)
