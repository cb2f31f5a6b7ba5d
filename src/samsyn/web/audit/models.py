"""Rows that stay: who read, who changed, which acts are done. They point at no table: they outlive what they tell."""

import uuid
from typing import ClassVar

from django.db import models


class Sealed(models.Model):
    """A row of a log: who did what, when and where.

    It is a link of one of the log's chains, see `chain.py`; the place in it is null only in rows older than chains.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(db_index=True)
    user_id = models.UUIDField(null=True)
    user_name = models.CharField(max_length=200)
    role = models.CharField(max_length=30)
    assignment_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    provider_id = models.UUIDField(null=True)
    action = models.CharField(max_length=60)
    chain = models.PositiveSmallIntegerField(null=True, editable=False)
    place = models.PositiveBigIntegerField(null=True, editable=False)
    seal = models.CharField(max_length=64, blank=True, editable=False)

    SEALED: ClassVar[tuple[str, ...]]
    """The fields whose content the seal covers, in their order. It never changes: old seals must stay readable."""

    class Meta:
        abstract = True


class ChainHead(models.Model):
    """The end of a chain: its row is locked by whoever adds the next link."""

    name = models.CharField(primary_key=True, max_length=40)  # the log and the chain: "access-3"
    place = models.PositiveBigIntegerField(default=0)
    seal = models.CharField(max_length=64, blank=True)


class AccessEntry(Sealed):
    """One patient record read by one person in one request (HSLF-FS 2016:40, ch. 4, section 9)."""

    unit_name = models.CharField(max_length=200)
    patient_id = models.UUIDField(null=True)  # null: a refusal before any patient was known
    purpose = models.CharField(max_length=30)
    reason = models.CharField(max_length=500, blank=True)  # what the reader wrote where a reason is asked for
    result = models.CharField(max_length=10)  # allowed, refused
    request_id = models.CharField(max_length=32)

    SEALED = (
        "id", "at", "user_id", "user_name", "role", "assignment_id", "unit_id", "unit_name", "provider_id",
        "patient_id", "action", "purpose", "reason", "result", "request_id",
    )  # fmt: skip

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "place"], name="access_one_link_a_place")]
        indexes = [
            models.Index(fields=["patient_id", "at"], name="access_by_patient"),
            models.Index(fields=["provider_id", "at"], name="access_by_provider"),
            models.Index(fields=["user_id", "at"], name="access_by_user"),
        ]


class AuditEvent(Sealed):
    """One change: who did what to what, and what it was before and after."""

    region_id = models.UUIDField(null=True)
    object_kind = models.CharField(max_length=60)
    object_id = models.CharField(max_length=40)
    changes = models.JSONField(default=dict)  # field -> [before, after], texts
    request_id = models.CharField(max_length=32, blank=True)

    SEALED = (
        "id", "at", "user_id", "user_name", "role", "assignment_id", "unit_id", "provider_id", "region_id", "action",
        "object_kind", "object_id", "changes", "request_id",
    )  # fmt: skip

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "place"], name="event_one_link_a_place")]
        indexes = [
            models.Index(fields=["object_kind", "object_id", "at"], name="event_by_object"),
            models.Index(fields=["provider_id", "at"], name="event_by_provider"),
            models.Index(fields=["region_id", "at"], name="event_by_region"),
        ]


class PerformedAct(models.Model):
    """A form that has been acted on: the same form sent again gets the same answer, and nothing more happens."""

    key = models.UUIDField(primary_key=True)
    user_id = models.UUIDField(null=True)
    action = models.CharField(max_length=60)
    answer = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
