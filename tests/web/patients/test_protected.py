"""Protected identity: nothing in lists, a written reason to open, every read logged with it (reliability P10)."""

from datetime import timedelta

import pytest

from samsyn.web.audit import clock
from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AccessEntry
from samsyn.web.organisations.models import Unit
from samsyn.web.patients import opening
from samsyn.web.patients.models import Patient
from tests.web.patients.conftest import ASA, KENT, LIST, SEARCH, Client, PatientClient, fresh, page_of, registered

REASON = "Bedömning i dag kl. 10"
PAGES = ["patient", "correct", "give-number", "protect", "mark-deceased", "mark-test", "find-other", "unlink"]


@pytest.fixture
def hidden(patient: Patient) -> Patient:
    Patient.across_units.filter(pk=patient.pk).update(protection="sekretessmarkering")
    return patient


def _told(body: str) -> list[str]:
    return [word for word in ("Åsa", "Öberg", "19800102", "1980-01-02", "800102") if word in body]


@pytest.mark.parametrize("protection", ["sekretessmarkering", "skyddad_folkbokforing", "fingerade_personuppgifter"])
def test_a_list_tells_nothing_of_a_protected_person(
    clinician: PatientClient, actor: Actor, patient: Patient, protection: str
) -> None:
    Patient.across_units.filter(pk=patient.pk).update(protection=protection)
    registered(actor, KENT, "Kent", "Ärlebrand")
    everyone = clinician.get(LIST).content.decode()
    assert "Ärlebrand" in everyone
    assert "Enheten har också patienter med skyddade personuppgifter" in everyone
    assert str(patient.pk) not in everyone
    only = clinician.search(show="protected")
    assert page_of(patient) in only
    assert "Ärlebrand" not in only
    assert not _told(everyone) + _told(only)
    assert "Rehab" not in only.split('id="patienter"')[1].split("<footer")[0]


def test_a_protected_person_is_not_found_by_name(clinician: PatientClient, hidden: Patient) -> None:
    for show in ("", "protected"):
        page = clinician.search("Öberg", show=show)
        assert str(hidden.pk) not in page
        live = clinician.post(SEARCH, {"text": "öberg", "show": show}, headers={"HX-Request": "true"})
        assert str(hidden.pk) not in live.content.decode()
    assert "går inte att söka på namn" in page
    assert not AccessEntry.objects.exists()


def test_a_whole_number_points_the_record_out_and_is_logged(clinician: PatientClient, hidden: Patient) -> None:
    live = clinician.post(SEARCH, {"text": ASA}, headers={"HX-Request": "true"}).content.decode()
    assert page_of(hidden) in live
    assert not _told(live)
    assert AccessEntry.objects.get().patient_id == hidden.pk


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_opens_without_a_reason(clinician: PatientClient, hidden: Patient, name: str, method: str) -> None:
    before = Patient.across_units.filter(pk=hidden.pk).values().get()
    data = {
        "version": 1,
        "family_name": "Ny",
        "reason": REASON,
        "protection": "none",
        "day": "2019-01-01",
        "is_test": "1",
    }
    answer = getattr(clinician, method)(page_of(hidden, name), data if method == "post" else None)
    assert answer.status_code == 302
    assert answer["Location"].startswith(page_of(hidden, "open-protected"))
    asked = clinician.get(answer["Location"]).content.decode()
    assert "Varför behöver du öppna posten?" in asked
    assert not _told(asked)
    assert not AccessEntry.objects.exists()
    assert Patient.across_units.filter(pk=hidden.pk).values().get() == before


def test_a_reason_opens_the_record_and_stands_at_every_read(clinician: PatientClient, hidden: Patient) -> None:
    opened = clinician.send(page_of(hidden, "open-protected"), reason=REASON)
    assert opened["Location"] == page_of(hidden)
    for name in ("patient", "correct"):
        assert "Öberg" in clinician.get(page_of(hidden, name)).content.decode()
    assert [(row.patient_id, row.reason) for row in AccessEntry.objects.all()] == [(hidden.pk, REASON)] * 2


@pytest.mark.parametrize("reason", ["", "    ", "ja"])
def test_a_reason_is_words(clinician: PatientClient, hidden: Patient, reason: str) -> None:
    assert clinician.send(page_of(hidden, "open-protected"), reason=reason).status_code == 422
    assert clinician.get(page_of(hidden)).status_code == 302


def test_it_closes_after_a_quarter_of_an_hour(
    clinician: PatientClient, hidden: Patient, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinician.send(page_of(hidden, "open-protected"), reason=REASON)
    moment = clock.now()
    monkeypatch.setattr(opening, "now", lambda: moment + timedelta(minutes=14))
    assert clinician.get(page_of(hidden)).status_code == 200
    monkeypatch.setattr(opening, "now", lambda: moment + timedelta(minutes=16))
    assert clinician.get(page_of(hidden)).status_code == 302


def test_it_opens_that_record_for_that_person_alone(
    clinician: PatientClient, enter: Client, unit: Unit, actor: Actor, hidden: Patient
) -> None:
    other = registered(actor, KENT, "Kent", "Ärlebrand")
    Patient.across_units.filter(pk=other.pk).update(protection="fingerade_personuppgifter")
    clinician.send(page_of(hidden, "open-protected"), reason=REASON)
    assert clinician.get(page_of(other)).status_code == 302
    assert clinician.get(page_of(hidden, "link", other_id=other.pk)).status_code == 302
    assert enter(Role.CLINICIAN, unit).get(page_of(hidden)).status_code == 302


def test_marking_needs_a_reason_and_is_kept_in_the_history(clinician: PatientClient, patient: Patient) -> None:
    address = page_of(patient, "protect")
    assert clinician.send(address, version=1, protection="skyddad_folkbokforing", reason="").status_code == 422
    sent = clinician.send(address, version=1, protection="skyddad_folkbokforing", reason="Besked från Skatteverket")
    assert sent.status_code == 302
    assert fresh(patient).protection == "skyddad_folkbokforing"
    clinician.send(page_of(patient, "open-protected"), reason=REASON)
    page = clinician.get(page_of(patient)).content.decode()
    assert "Besked från Skatteverket" in page
    assert "Skyddad folkbokföring" in page


def test_a_number_already_registered_tells_no_name(clinician: PatientClient, hidden: Patient) -> None:
    answer = clinician.send("/patienter/ny", number=ASA, family_name="Annan", sex="unknown")
    assert answer.status_code == 409
    assert page_of(hidden) in answer.content.decode()
    assert not [word for word in _told(answer.content.decode()) if word in ("Åsa", "Öberg")]
