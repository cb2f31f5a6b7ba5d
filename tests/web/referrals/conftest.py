"""A health centre that refers, a team that receives, another team, and a unit that has nothing to do with it."""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse

from samsyn.kernel import PersonIdentity
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.directory.models import Team
from samsyn.web.organisations.models import Provider, Region, Unit
from samsyn.web.patients.acts.registering import Told, register_patient
from samsyn.web.patients.models import Patient
from samsyn.web.people.models import Assignment
from samsyn.web.referrals.acts.answering import accept
from samsyn.web.referrals.acts.writing import send, write_draft
from samsyn.web.referrals.models import Referral
from tests.web.conftest import AssignmentOf, SamsynClient, see_everything
from tests.web.referrals.making import WHOLE, team_at

ASA, KENT = "198001022386", "199106162390"
INBOX, WRITTEN = "/remisser/inkorg", "/remisser/skrivna"


class LetterClient(SamsynClient):
    """Acts as a form would."""

    def send(self, address: str, **fields: Any) -> Any:
        """Send a form, with a key of its own unless one is given."""
        return self.post(address, {"act_key": str(uuid.uuid4()), **fields})

    def search(self, address: str, text: str = "", **more: str) -> str:
        """Search a list, and return its text."""
        assert self.post(address, {"text": text, **more}).status_code == 302
        return self.get(address).content.decode()


@pytest.fixture
def day(settings: Any) -> Callable[[str], date]:
    """Let the clock stand still on another day."""

    def stand(written: str) -> date:
        settings.STANDS_STILL_ON = date.fromisoformat(written)
        return settings.STANDS_STILL_ON

    return stand


@pytest.fixture
def third_unit(region: Region) -> Unit:
    provider = Provider.objects.create(region=region, name="Tredje AB", organisation_number="5562345675")
    return Unit.objects.create(provider=provider, region=region, name="Tredje enheten", hsa_id="SE5562345675-3001")


@pytest.fixture
def team(other_unit: Unit) -> Team:
    return team_at(other_unit)


@pytest.fixture
def another_team(third_unit: Unit) -> Team:
    return team_at(third_unit, "Tredje teamet")


Enter = Callable[..., LetterClient]


@pytest.fixture
def enter(assignment_of: AssignmentOf) -> Enter:
    """A client who is logged in and has been told of the access log."""

    def make(role: Role | Assignment, unit: Unit | None = None) -> LetterClient:
        assignment = role if isinstance(role, Assignment) else assignment_of(role, unit)
        client = LetterClient()
        client.force_login(assignment.user, backend=settings.AUTHENTICATION_BACKENDS[1])
        client.post(reverse("patients:notice"))
        return client

    return make


@pytest.fixture
def referrer(actor_of: Callable[[Role, Unit], Actor], unit: Unit) -> Actor:
    return actor_of(Role.REFERRER, unit)


@pytest.fixture
def coordinator(actor_of: Callable[[Role, Unit], Actor], other_unit: Unit) -> Actor:
    return actor_of(Role.COORDINATOR, other_unit)


@pytest.fixture
def centre(enter: Enter, unit: Unit) -> LetterClient:
    """The referrer's browser."""
    return enter(Role.REFERRER, unit)


@pytest.fixture
def desk(enter: Enter, other_unit: Unit) -> LetterClient:
    """The team's coordinator's browser."""
    return enter(Role.COORDINATOR, other_unit)


@pytest.fixture
def patient(referrer: Actor) -> Patient:
    return registered(referrer, ASA)


def registered(by: Actor, number: str, given: str = "Åsa", family: str = "Öberg") -> Patient:
    """A patient at the actor's unit."""
    return register_patient(by=by, identity=PersonIdentity(number), told=Told(given, family))


@pytest.fixture
def draft(referrer: Actor, patient: Patient, team: Team) -> Referral:
    return write_draft(by=referrer, patient_id=patient.pk, team_id=team.pk, **WHOLE)


@pytest.fixture
def sent(referrer: Actor, draft: Referral) -> Referral:
    return send(by=referrer, referral_id=draft.pk, version=1)


@pytest.fixture
def accepted(coordinator: Actor, sent: Referral) -> Referral:
    return accept(by=coordinator, referral_id=sent.pk, version=2)


def page_of(letter: Referral, name: str = "referral") -> str:
    """Its address, or that of an act on it."""
    return reverse(f"referrals:{name}", args=[letter.pk])


def fresh(letter: Referral) -> Referral:
    """The letter as it is now."""
    see_everything()
    return Referral.across_units.get(pk=letter.pk)
