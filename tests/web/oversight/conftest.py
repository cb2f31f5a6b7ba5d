"""A provider with two units, patients, and a log of what was read."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from samsyn.kernel import PersonIdentity
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.chain import add
from samsyn.web.audit.clock import now
from samsyn.web.audit.models import AccessEntry
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.acts.registering import Told, register_patient
from samsyn.web.patients.models import Patient
from tests.web.conftest import AssignmentOf, see_everything

ASA, KALLE, VERA = "198001022386", "198012042381", "199007112387"


@pytest.fixture
def second_unit(unit: Unit) -> Unit:
    """Another unit of the same provider."""
    return Unit.objects.create(
        provider=unit.provider, region=unit.region, name="Rehab Ängen", place="Ängen", hsa_id="SE5560360793-1002"
    )


RegisterAt = Callable[..., Patient]


@pytest.fixture
def register(actor_of: Callable[[Role, Unit], Actor]) -> RegisterAt:
    """Register a patient at a unit."""

    def make(unit: Unit, number: str, given: str, family: str, **more: Any) -> Patient:
        see_everything()
        by = actor_of(Role.COORDINATOR, unit)
        patient = register_patient(by=by, identity=PersonIdentity(number), told=Told(given, family))
        if more:
            Patient.across_units.filter(pk=patient.pk).update(**more)
        return patient

    return make


@pytest.fixture
def asa(register: RegisterAt, unit: Unit) -> Patient:
    return register(unit, ASA, "Åsa", "Öberg")


@pytest.fixture
def auditor(assignment_of: AssignmentOf, unit: Unit) -> Any:
    return assignment_of(Role.AUDITOR, unit, "Lo Granskare")


def read(by: Actor, patient: uuid.UUID | None, at: datetime, **more: Any) -> AccessEntry:
    """A row of the log, at a time of one's own choice."""
    given: dict[str, Any] = {"action": "patient.see", "purpose": "care", "result": "allowed", **more}
    given.setdefault("request_id", uuid.uuid4().hex)
    row = AccessEntry(
        at=at, user_id=by.user_id, user_name=by.name, role=by.role, assignment_id=by.assignment_id,
        unit_id=by.unit_id, unit_name=by.unit_name, provider_id=by.provider_id, patient_id=patient, **given,
    )  # fmt: skip
    add([row])
    return row


def named(by: Actor, name: str) -> Actor:
    return replace(by, name=name, user_id=uuid.uuid4())


def at(day: int, hour: int = 12, minute: int = 0, month: int = 9) -> datetime:
    """A moment in 2026, UTC: two hours after it on a Swedish clock in September."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def now_read(by: Actor, patient: uuid.UUID) -> AccessEntry:
    """A row of this moment."""
    return read(by, patient, now())
