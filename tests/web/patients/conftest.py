"""Patients of two units, and a client that notes every address, title and log record it causes."""

import html
import logging
import re
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse

from samsyn.kernel import PersonIdentity
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.acts.registering import Told, register_patient
from samsyn.web.patients.models import Patient
from samsyn.web.people.models import Assignment
from tests.web.conftest import AssignmentOf, SamsynClient

ASA, KENT, MAN = "198001022386", "199106162390", "200108232398"
FOREIGN = "198012042381"
SAMORDNING, UNKNOWN_AGE, RESERVE, STOCKHOLM, INTERIM = (
    "196407842399", "191500722390", "19930829X802", "991981000010", "20000101T220",
)  # fmt: skip
NAMES = ["Åsa", "Öberg", "Kent", "Ärlebrand", "Tolvan", "Främling"]
LIST, SEARCH = "/patienter/", "/patienter/sok"

_written: list[str] = []  # addresses, titles and log records of the test that runs


class PatientClient(SamsynClient):
    """Sees patients, and acts as a form would."""

    def request(self, **request: Any) -> Any:
        """Note where one goes, is sent, and what the page is called."""
        response = super().request(**request)
        _written.extend([request["PATH_INFO"], request.get("QUERY_STRING", ""), response.headers.get("Location", "")])
        page = response.content.decode()
        _written.extend(html.unescape(each) for each in re.findall("<title>(.*?)</title>", page, re.S))
        _written.extend(re.findall(r'(?:href|action|hx-post)="([^"]*)"', page))
        return response

    def send(self, address: str, **fields: Any) -> Any:
        """Send a form, with a key of its own unless one is given."""
        return self.post(address, {"act_key": str(uuid.uuid4()), **fields})

    def search(self, text: str = "", **more: str) -> str:
        """Search, and return the list's text."""
        assert self.post(SEARCH, {"text": text, **more}).status_code == 302
        return self.get(LIST).content.decode()


class _Collector(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        _written.append(f"{record.getMessage()} {record.exc_text or ''}")


@pytest.fixture(autouse=True)
def nothing_personal_outside_the_pages() -> Iterator[None]:
    """After every test here: no number and no name in an address, a redirect, a title or a log record (P16)."""
    collector, root = _Collector(), logging.getLogger()
    level = root.level
    root.addHandler(collector)
    root.setLevel(logging.INFO)
    _written.clear()
    yield
    root.removeHandler(collector)
    root.setLevel(level)
    found = [text for text in _written if personal(text)]
    assert not found


def personal(text: str) -> list[str]:
    """What in the text tells of a person: a planted name, or twelve characters that are a number."""
    plain = re.sub(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", "", text)
    numbers = re.findall(r"(?:\d{2})?\d{6}[-+ ]?[0-9A-Z]\d{3}", plain)
    return numbers + [name for name in NAMES if name.casefold() in plain.casefold()]


Client = Callable[..., PatientClient]


@pytest.fixture
def enter(assignment_of: AssignmentOf) -> Client:
    """A client who is logged in and has been told of the access log."""

    def make(role: Role | Assignment, unit: Unit | None = None, *, told: bool = True) -> PatientClient:
        assignment = role if isinstance(role, Assignment) else assignment_of(role, unit)
        client = PatientClient()
        client.force_login(assignment.user, backend=settings.AUTHENTICATION_BACKENDS[1])
        if told:
            client.post(reverse("patients:notice"))
        return client

    return make


@pytest.fixture
def clinician(enter: Client, unit: Unit) -> PatientClient:
    return enter(Role.CLINICIAN, unit)


@pytest.fixture
def actor(actor_of: Callable[[Role, Unit], Actor], unit: Unit) -> Actor:
    return actor_of(Role.CLINICIAN, unit)


def registered(by: Actor, value: str, given: str = "Åsa", family: str = "Öberg", **told: Any) -> Patient:
    """A patient at the actor's unit."""
    return register_patient(by=by, identity=PersonIdentity(value), told=Told(given, family, **told))


@pytest.fixture
def patient(actor: Actor) -> Patient:
    return registered(actor, ASA)


@pytest.fixture
def foreign(actor_of: Callable[[Role, Unit], Actor], other_unit: Unit) -> Patient:
    """Another unit's patient."""
    return registered(actor_of(Role.CLINICIAN, other_unit), FOREIGN, "Tolvan", "Främling")


def page_of(patient: Patient, name: str = "patient", **more: Any) -> str:
    return reverse(f"patients:{name}", kwargs={"patient_id": patient.pk, **more})


def fresh(patient: Patient) -> Patient:
    """The record as it is now."""
    return Patient.across_units.get(pk=patient.pk)
