"""Letters about people with a protected identity: no name in lists, a reason before opening, no phone number."""

import pytest
from django.urls import reverse

from samsyn.web.audit.actor import Actor
from samsyn.web.audit.models import AccessEntry
from samsyn.web.directory.models import Team
from samsyn.web.patients.models import Patient
from samsyn.web.referrals.acts.writing import change_draft, send, write_draft
from samsyn.web.referrals.models import Referral
from tests.web.referrals.conftest import ASA, INBOX, WRITTEN, LetterClient, fresh, page_of, registered
from tests.web.referrals.making import WHOLE

WHY = "Bedömer remissen"


@pytest.fixture
def protected(patient: Patient) -> Patient:
    Patient.across_units.filter(pk=patient.pk).update(protection="sekretessmarkering")
    return Patient.across_units.get(pk=patient.pk)


@pytest.fixture
def letter(protected: Patient, referrer: Actor, team: Team) -> Referral:
    draft = write_draft(by=referrer, patient_id=protected.pk, team_id=team.pk, **WHOLE)
    return send(by=referrer, referral_id=draft.pk, version=1)


def test_a_phone_number_is_not_asked_for_and_not_kept(
    centre: LetterClient, protected: Patient, letter: Referral, team: Team
) -> None:
    assert (letter.phone, letter.search_key) == ("", "")
    write = reverse("referrals:write", args=[protected.pk, team.pk])
    centre.send(reverse("patients:open-protected", args=[protected.pk]), reason=WHY)
    text = centre.get(write).content.decode()
    assert 'name="phone"' not in text
    assert "Teamet når patienten genom er" in text


def test_a_phone_number_written_before_the_mark_is_gone_when_it_is_sent(
    referrer: Actor, patient: Patient, draft: Referral
) -> None:
    assert draft.phone
    Patient.across_units.filter(pk=patient.pk).update(protection="fingerade_personuppgifter")
    sent = send(by=referrer, referral_id=draft.pk, version=1)
    assert (sent.phone, sent.protection) == ("", "fingerade_personuppgifter")


def test_no_list_tells_the_name_or_number(centre: LetterClient, desk: LetterClient, letter: Referral) -> None:
    for client, address in ((desk, INBOX), (centre, WRITTEN)):
        text = client.get(address).content.decode()
        assert page_of(letter) in text
        assert not [word for word in ("Öberg", "2386") if word in text]
        assert page_of(letter) not in client.search(address, "Öberg")
        assert page_of(letter) in client.search(address, "800102-2386")


def test_each_side_says_why_before_it_opens(centre: LetterClient, desk: LetterClient, letter: Referral) -> None:
    for client in (desk, centre):
        for name in ("referral", "print", "accept" if client is desk else "withdraw"):
            assert client.get(page_of(letter, name))["Location"] == page_of(letter, "open-protected")
    assert not AccessEntry.objects.filter(patient_id=letter.patient_id).exists()
    for client in (desk, centre):
        answer = client.send(page_of(letter, "open-protected"), reason=WHY)
        assert answer["Location"] == page_of(letter)
        text = client.get(page_of(letter)).content.decode()
        assert "Öberg" in text
        assert "nå patienten genom remittenten" in text
        assert AccessEntry.objects.order_by("-at")[0].reason == WHY


def test_a_patient_marked_afterwards_is_protected_to_the_writer_too(
    centre: LetterClient, sent: Referral, patient: Patient
) -> None:
    assert centre.get(page_of(sent)).status_code == 200
    Patient.across_units.filter(pk=patient.pk).update(protection="sekretessmarkering")
    assert centre.get(page_of(sent))["Location"] == page_of(sent, "open-protected")


def test_a_patient_marked_afterwards_is_protected_to_the_receiver_that_has_a_record(
    desk: LetterClient, coordinator: Actor, accepted: Referral
) -> None:
    own = registered(coordinator, ASA)
    Referral.across_units.filter(pk=accepted.pk).update(state="visited", received_patient_id=own.pk)
    assert desk.get(page_of(accepted)).status_code == 200
    Patient.across_units.filter(pk=own.pk).update(protection="sekretessmarkering")
    assert desk.get(page_of(accepted))["Location"] == page_of(accepted, "open-protected")
    assert "Öberg" not in desk.search(INBOX, "", state="all")


def test_a_patient_marked_afterwards_has_no_name_in_the_list(
    centre: LetterClient, sent: Referral, patient: Patient
) -> None:
    assert "Öberg" in centre.get(WRITTEN).content.decode()
    Patient.across_units.filter(pk=patient.pk).update(protection="sekretessmarkering")
    text = centre.get(WRITTEN).content.decode()
    assert page_of(sent) in text
    assert page_of(sent) not in centre.search(WRITTEN, "Öberg")
    assert not [word for word in ("Öberg", "2386") if word in text]


def test_a_changed_draft_keeps_what_was_not_asked(
    referrer: Actor, protected: Patient, team: Team, letter: Referral
) -> None:
    draft = write_draft(by=referrer, patient_id=protected.pk, team_id=team.pk, **WHOLE)
    change_draft(by=referrer, referral_id=draft.pk, version=1, team_id=team.pk, tried="Annat")
    assert fresh(draft).question == WHOLE["question"]
