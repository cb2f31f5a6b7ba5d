"""Users and what each is, where, and from when to when."""

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from samsyn.kernel.swedish import search_key, sort_key
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.clock import today
from samsyn.web.organisations.models import Region, Unit
from samsyn.web.people.role_names import ROLE_NAMES


class User(AbstractUser):
    """A person who logs in. What they may do comes from an assignment, never from the person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    first_name = last_name = None  # type: ignore[assignment]
    name = models.CharField(_("namn"), max_length=200)
    hsa_id = models.CharField(_("HSA-id"), max_length=64, null=True, blank=True, unique=True)
    password_is_temporary = models.BooleanField(default=False, editable=False)  # to be changed before anything else
    sessions_ended = models.PositiveIntegerField(default=0, editable=False)  # one more, and every log-in is dead
    search_key = models.CharField(max_length=500, editable=False, default="")
    sort_key = models.CharField(max_length=500, editable=False, default="", db_index=True)

    REQUIRED_FIELDS: ClassVar = ["email", "name"]
    objects: ClassVar[UserManager["User"]] = UserManager()

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the keys by which the person is found and sorted."""
        self.search_key = search_key(f"{self.name} {self.username} {self.hsa_id or ''}")[:500]
        self.sort_key = sort_key(self.name)[:500]
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """A log-in holds as long as the password is the same and no one has ended the person's log-ins."""
        salt = f"samsyn.people.session.{self.sessions_ended}"
        return salted_hmac(salt, self.password, secret=secret, algorithm="sha256").hexdigest()

    @property
    def state(self) -> str:
        """Open or closed, as an account: see `acts/users.py`."""
        return "open" if self.is_active else "closed"

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
        return self.not_ended_on(day).filter(first_day__lte=day)

    def not_ended_on(self, day: date) -> "AssignmentQuerySet":
        """Those that have not ended, begun or not."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), ended_at__isnull=True)


class Assignment(models.Model):
    """A user's role at a unit, from a day, until a day or further notice."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="assignments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(_("roll"), max_length=30, choices=[(role.value, ROLE_NAMES[role]) for role in Role])
    first_day = models.DateField(_("från och med"))
    last_day = models.DateField(_("till och med"), null=True, blank=True)
    ended_at = models.DateTimeField(null=True, editable=False)  # ended at once, whatever the days say
    from_commission = models.BooleanField(default=False, editable=False)  # given by the identity provider: see oidc/

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "unit", "role", "from_commission"],
                condition=Q(last_day__isnull=True),
                name="one_open_assignment_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=models.F("first_day")),
                name="assignment_ends_after_it_begins",
            ),
        ]

    @property
    def state(self) -> str:
        """Open, or ended: see `acts/assignments.py`."""
        ended = self.ended_at is not None or (self.last_day is not None and self.last_day < today())
        return "ended" if ended else "open"

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


class CommissionRole(models.Model):
    """One line of a region's table from commissions at its identity provider to roles here; see oidc/mapping.py."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", editable=False)
    purpose = models.CharField(_("ändamål"), max_length=100)  # commissionPurpose; compared without case
    name_contains = models.CharField(_("uppdragets namn innehåller"), max_length=100, blank=True)
    at_region_office = models.BooleanField(_("vid regionens kontor"), default=False)
    role = models.CharField(_("roll"), max_length=30, blank=True)  # empty: such commissions are let in nowhere

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "purpose", "name_contains", "at_region_office"], name="one_role_for_each_commission"
            )
        ]
