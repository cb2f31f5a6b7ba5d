"""A letter is read before the receiver has a record of the patient: the receiver's log tells whose it was."""

import pytest

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AccessEntry
from samsyn.web.care.acts.opening import open_from_referral
from samsyn.web.organisations.models import Unit
from samsyn.web.patients.models import Patient
from samsyn.web.referrals.models import Referral
from tests.web.conftest import SignIn, see_everything
from tests.web.referrals.conftest import LetterClient, fresh, page_of

FIND = "/insyn/atkomstlogg/sok-patient"


@pytest.fixture
def read(sent: Referral, desk: LetterClient) -> Referral:
    """The letter, opened by the team."""
    assert desk.get(page_of(sent)).status_code == 200
    return sent


def _last_read() -> list[object]:
    see_everything()
    newest = AccessEntry.objects.order_by("-id").values_list("patient_id", "request_id")
    return [patient for patient, request in newest if request == newest[0][1]]


def test_the_receivers_auditor_finds_whose_letter_was_read(
    read: Referral, patient: Patient, sign_in: SignIn, other_unit: Unit
) -> None:
    assert _last_read() == [patient.pk]
    auditor = sign_in(Role.AUDITOR, other_unit)
    assert f"{patient.name}, {read.number_display}" in auditor.get("/insyn/atkomstlogg").content.decode()
    found = auditor.post(FIND, {"number": read.number_display}, follow=True)
    assert patient.name in found.content.decode()
    assert "Läsa en remiss" in auditor.get(f"/insyn/utdrag/{patient.pk}/fil").content.decode()


def test_another_providers_auditor_finds_nothing(read: Referral, sign_in: SignIn, third_unit: Unit) -> None:
    assert sign_in(Role.AUDITOR, third_unit).post(FIND, {"number": read.number_display}).status_code == 422


def test_once_there_is_an_own_record_that_is_the_one_that_is_read(
    accepted: Referral, coordinator: Actor, desk: LetterClient, read: Referral, sign_in: SignIn, other_unit: Unit
) -> None:
    letter = fresh(accepted)
    told = {"referral_id": letter.pk, "version": letter.version, "opened_on": letter.sent_on}
    case = open_from_referral(by=coordinator, **told)
    desk.get(page_of(letter))
    assert _last_read() == [case.patient_id]
    body = sign_in(Role.AUDITOR, other_unit).get(f"/insyn/utdrag/{case.patient_id}/fil").content.decode()
    assert body.count("Läsa en remiss") == 2, "what was read before is in the extract too"
