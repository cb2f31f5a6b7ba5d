"""The access log: every patient record loaded during a request, one row each, in the request's own transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.chain import add
from samsyn.web.audit.clock import now
from samsyn.web.audit.models import AccessEntry


@dataclass
class Reads:
    """The patients whose records this request has loaded, at which unit, and the reason given, if one was asked for."""

    unit_id: UUID | None = None
    patients: dict[UUID, None] = field(default_factory=dict)
    reason: str = ""


_current: ContextVar[Reads | None] = ContextVar("reads", default=None)


@contextmanager
def reading() -> Iterator[Reads]:
    """Collect what is read until the block ends."""
    reads = Reads()
    token = _current.set(reads)
    try:
        yield reads
    finally:
        _current.reset(token)


def note_read(patient_id: UUID) -> None:
    """A patient record was loaded from the database. Commands outside of any request leave no row."""
    reads = _current.get()
    if reads is not None:
        reads.patients[patient_id] = None


def reader_unit() -> UUID | None:
    """The unit at which the current request reads; None outside of any."""
    reads = _current.get()
    return reads.unit_id if reads else None


def give_reason(reason: str) -> None:
    """Why this request reads what it reads; kept with its rows."""
    reads = _current.get()
    if reads is not None:
        reads.reason = reason


def log_access(reads: Reads, *, by: Actor, action: str, purpose: str, request_id: str, result: str = "allowed") -> None:
    """One row for each patient read; for a refusal one row though no patient was shown."""
    patients: list[UUID | None] = list(reads.patients)
    if result == "refused":
        patients = patients or [None]
    at = now()
    add(
        AccessEntry(
            at=at,
            **by.columns,
            unit_name=by.unit_name,
            patient_id=patient,
            action=action,
            purpose=purpose,
            reason=reads.reason,
            result=result,
            request_id=request_id,
        )
        for patient in patients
    )
