"""What is registered on a case: corrected by a new version, never overwritten."""

import uuid

from django.conf import settings
from django.db import models

from samsyn.web.care.models.case import Case
from samsyn.web.patients.models import PatientOwned


class Registered(PatientOwned):
    """One version of one registration. The newest counts, unless it withdraws what was registered.

    `thing` is the same for all versions of a registration; its first version has that id itself. Tables only grow.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="%(class)ss")
    thing = models.UUIDField(editable=False, db_index=True)
    place = models.PositiveSmallIntegerField(default=1, editable=False)  # first version 1, and so on
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="replaced_by", editable=False
    )
    withdrawn = models.BooleanField(default=False, editable=False)
    why = models.TextField(max_length=1000, blank=True)  # why it was corrected or withdrawn; empty for the first
    registered_at = models.DateTimeField(editable=False)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )  # null: a loader
    registered_by_name = models.CharField(max_length=200, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def current(cls, rows: "models.QuerySet[Registered]") -> "models.QuerySet[Registered]":
        """Of the rows, those that count: the newest version of each registration that is not withdrawn."""
        return rows.filter(replaced_by__isnull=True, withdrawn=False)
