"""Users and what each is, where, and from when to when."""

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.organisations.models import Unit
from samsyn.web.people.role_names import ROLE_NAMES


class User(AbstractUser):
    """A person who logs in. What they may do comes from an assignment, never from the person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    first_name = last_name = None  # type: ignore[assignment]
    name = models.CharField(_("namn"), max_length=200)
    hsa_id = models.CharField(_("HSA-id"), max_length=64, null=True, blank=True, unique=True)

    REQUIRED_FIELDS: ClassVar = ["email", "name"]
    objects: ClassVar[UserManager["User"]] = UserManager()

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name, as others see it."""
        return self.name

    def get_short_name(self) -> str:
        """The same: people here have one name."""
        return self.name


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Assignments, by the day."""

    def active_on(self, day: date) -> "AssignmentQuerySet":
        """Those that have begun and have not ended."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), first_day__lte=day)


class Assignment(models.Model):
    """A user's role at a unit, from a day, until a day or further notice."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="assignments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(_("roll"), max_length=30, choices=[(role.value, ROLE_NAMES[role]) for role in Role])
    first_day = models.DateField(_("från och med"))
    last_day = models.DateField(_("till och med"), null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "unit", "role"],
                condition=Q(last_day__isnull=True),
                name="one_open_assignment_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=models.F("first_day")),
                name="assignment_ends_after_it_begins",
            ),
        ]

    @property
    def actor(self) -> Actor:
        """The user acting in this assignment."""
        return Actor(
            user_id=self.user_id,
            name=self.user.name,
            assignment_id=self.id,
            role=Role(self.role),
            unit_id=self.unit_id,
            unit_name=self.unit.name,
            provider_id=self.unit.provider_id,
            region_id=self.unit.region_id,
            at_region_office=self.unit.is_region_office,
        )
