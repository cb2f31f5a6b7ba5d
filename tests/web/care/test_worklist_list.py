"""The list of cases: found by name, number and case, filtered, leafed, logged; and gone through one by one."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AccessEntry
from samsyn.web.care.models import Case
from samsyn.web.organisations.models import Unit
from samsyn.web.pages import leafing
from samsyn.web.patients.models import Patient
from tests.web.care.conftest import CaseClient, Enter, page_of
from tests.web.care.making import patient_at
from tests.web.care.test_worklist_cases import row_of
from tests.web.care.treating import KENT, MAN, team_at
from tests.web.conftest import see_everything

LIST = "/arenden/"


@pytest.fixture
def asa(actor: Actor) -> Patient:
    return patient_at(actor)


@pytest.fixture
def kent(actor: Actor) -> Patient:
    return patient_at(actor, KENT, "Kent", "Ärlebrand")


def found(client: CaseClient, **search: str) -> set[object]:
    """The cases that a search shows."""
    assert client.post(LIST, search).status_code == 302
    return {case.pk for case in client.get(LIST).context["page"].rows}


@pytest.mark.parametrize("text", ["19800102-2386", "8001022386", "800102-2386", "öberg", "ÅSA", "åsa öbe", "2019-0001"])
def test_found_by_number_name_and_case(
    text: str, clinician: CaseClient, actor: Actor, asa: Patient, kent: Patient
) -> None:
    case = row_of(actor, asa, "treatment")
    row_of(actor, kent, "treatment")
    assert found(clinician, text=text) == {case.pk}
    assert found(clinician, text="finns inte") == set()


def test_a_number_that_is_not_whole_is_said_so(clinician: CaseClient) -> None:
    answer = clinician.post(LIST, {"text": "198001"})
    assert answer.status_code == 422
    assert "Numret är inte helt" in answer.content.decode()


def test_what_stood_on_a_linked_record_is_found_by_the_one_that_is_kept(
    clinician: CaseClient, actor: Actor, asa: Patient, kent: Patient
) -> None:
    case = row_of(actor, kent, "treatment")
    Patient.across_units.filter(pk=kent.pk).update(same_as=asa)
    assert found(clinician, text="öberg") == {case.pk}


def test_filters_stay_until_they_are_reset(
    clinician: CaseClient, actor: Actor, asa: Patient, assignment_of: Callable[..., object]
) -> None:
    low, high = row_of(actor, asa, "treatment"), row_of(actor, asa, "paused", level="MMR2", team=team_at(actor, "MMR2"))
    over = row_of(actor, asa, "ended", responsible_id=actor.user_id)
    assert found(clinician) == {low.pk, high.pk}
    assert found(clinician, level="MMR2") == found(clinician, team=str(high.team_id)) == {high.pk}
    assert found(clinician, state="paused") == {high.pk}
    assert found(clinician, state="all") == {low.pk, high.pk, over.pk}
    assert found(clinician, state="all", whose="nobodys") == {low.pk, high.pk}
    assert found(clinician, whose="mine") == set()
    assert "Inget stämmer med filtren" in clinician.get(LIST).content.decode()
    assert found(clinician, clear="1") == {low.pk, high.pk}


def test_other_words_where_there_is_nothing(clinician: CaseClient) -> None:
    assert "Enheten har inga öppna ärenden" in clinician.get(LIST).content.decode()


def test_a_protected_identity_is_neither_shown_nor_found_by_name(
    clinician: CaseClient, actor: Actor, asa: Patient
) -> None:
    case = row_of(actor, asa, "treatment")
    Patient.across_units.filter(pk=asa.pk).update(protection="sekretessmarkering")
    text = clinician.get(LIST).content.decode()
    assert "Skyddade personuppgifter" in text
    assert f"Öppna {case.number} med skäl" in text
    assert "Öberg" not in text
    assert "19800102" not in text
    assert found(clinician, text="öberg") == set()
    assert found(clinician, text="198001022386") == {case.pk}


def test_leafing_shows_each_once_and_logs_each_patient(clinician: CaseClient, actor: Actor, asa: Patient) -> None:
    made = [row_of(actor, asa, "treatment", opened_on=date(2019, 1, 1) + timedelta(days=n % 7)) for n in range(60)]
    seen: list[Case] = []
    address = LIST
    while address:
        answer = clinician.get(address)
        seen += answer.context["page"].rows
        assert "av 60" in answer.content.decode()
        address = answer.context["page"].next and LIST + answer.context["page"].next
    assert sorted(case.pk for case in seen) == sorted(case.pk for case in made)
    assert [case.opened_on for case in seen] == sorted((case.opened_on for case in made), reverse=True)
    see_everything()
    assert Counter(AccessEntry.objects.values_list("patient_id", "action")) == {(asa.pk, "case.list"): 3}


def test_a_long_list_is_not_counted_to_its_end(
    clinician: CaseClient, actor: Actor, asa: Patient, monkeypatch: pytest.MonkeyPatch
) -> None:
    row_of(actor, asa, "treatment")
    row_of(actor, asa, "treatment")
    monkeypatch.setattr(leafing, "MOST_COUNTED", 1)
    text = clinician.get(LIST).content.decode()
    assert "Fler än" in text
    assert "Visar 2 av" not in text


def test_a_live_search_answers_with_the_rows_alone(clinician: CaseClient, actor: Actor, asa: Patient) -> None:
    row_of(actor, asa, "treatment")
    answer = clinician.post(LIST, {"text": "öbe"}, headers={"HX-Request": "true"})
    assert "Öberg" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_fixed_number_of_queries(clinician: CaseClient, actor: Actor, asa: Patient, kent: Patient) -> None:
    man = patient_at(actor, MAN)
    counts = []
    for patients in ([asa], [asa, kent, man] * 5):
        for patient in patients:
            row_of(actor, patient, "treatment")
        with CaptureQueriesContext(connection) as asked:
            clinician.get(LIST)
        counts.append(len([each for each in asked if "audit_chainhead" not in each["sql"]]))
    assert counts[0] == counts[1] <= 20


def test_a_narrowed_list_is_gone_through_one_by_one(clinician: CaseClient, actor: Actor, asa: Patient) -> None:
    days = [date(2019, 3, 3), date(2019, 3, 1), date(2019, 3, 2), date(2019, 3, 2)]
    made = [row_of(actor, asa, "decided", opened_on=each) for each in days]
    row_of(actor, asa, "assessed")
    assert "Visa nästa i listan" not in clinician.page(made[0])
    clinician.get(LIST + "?waits=plan")
    way = sorted(made, key=lambda case: (case.opened_on, case.pk))
    at = way[0]
    text = clinician.page(at)
    assert "Visa nästa i listan: Väntar på plan" in text
    address = re.search(r'rel="next" href="([^"]+)"', text)
    assert address
    assert address[1] == page_of(at, "next")
    Case.across_units.filter(pk=at.pk).update(state="planned")  # done, and no longer on the list
    for each in way[1:]:
        assert clinician.get(page_of(at, "next"))["Location"] == page_of(each)
        at = each
    answer = clinician.get(page_of(at, "next"), follow=True)
    assert answer.redirect_chain == [(LIST, 302)]
    assert "Det var det sista ärendet i listan" in answer.content.decode()


def test_another_unit_goes_nowhere(
    clinician: CaseClient, actor: Actor, asa: Patient, enter: Enter, other_unit: Unit
) -> None:
    case = row_of(actor, asa, "treatment")
    clinician.get(LIST + "?state=all")
    stranger = enter(Role.CLINICIAN, other_unit)
    assert stranger.get(page_of(case, "next")).status_code == 404
    assert stranger.get(LIST).context["page"].rows == []
    assert found(stranger, text="öberg") == set()
    for role in (Role.ECONOMIST, Role.AUDITOR):
        assert enter(role, other_unit).get(LIST).status_code == 403


def test_who_reads_is_told_first(sign_in: Callable[..., CaseClient], unit: Unit, actor: Actor, asa: Patient) -> None:
    case = row_of(actor, asa, "treatment")
    client = sign_in(Role.CLINICIAN, unit)
    assert client.get(LIST)["Location"].startswith(reverse("patients:notice"))
    assert client.get(page_of(case))["Location"].startswith(reverse("patients:notice"))
