"""The inbox and the written letters: found by number in any form and by name, filtered, leafed, and logged."""

from collections import Counter
from datetime import date

import pytest

from samsyn.web.audit.actor import Actor, Role
from samsyn.web.audit.models import AccessEntry
from samsyn.web.directory.models import Team
from samsyn.web.organisations.models import Unit
from samsyn.web.pages import leafing
from samsyn.web.patients.models import Patient
from samsyn.web.people.models import Assignment
from samsyn.web.referrals.models import Referral
from tests.web.referrals.conftest import INBOX, KENT, WRITTEN, Enter, LetterClient, page_of, registered
from tests.web.referrals.making import letter_in, team_at


@pytest.mark.parametrize("text", ["19800102-2386", "8001022386", "800102-2386", "öberg", "ÅSA", "åsa öb", "oberg"])
@pytest.mark.parametrize("address", [INBOX, WRITTEN])
def test_found_by_number_in_any_form_and_by_name(
    address: str, text: str, centre: LetterClient, desk: LetterClient, sent: Referral, referrer: Actor, team: Team
) -> None:
    other = letter_in("sent", registered(referrer, KENT, "Kent", "Ärlebrand"), team)
    found = (desk if address == INBOX else centre).search(address, text)
    assert (page_of(sent) in found) == (text != "oberg")
    assert page_of(other) not in found


def test_a_number_that_is_not_whole_is_said_so(desk: LetterClient, sent: Referral) -> None:
    answer = desk.post(INBOX, {"text": "198001"})
    assert answer.status_code == 422
    assert "Numret är inte helt" in answer.content.decode()


def test_the_filters_stay_until_they_are_reset(desk: LetterClient, sent: Referral, patient: Patient) -> None:
    other = letter_in("rejected", patient, team_at(sent.to_unit, "Andra teamet"))
    assert page_of(other) not in desk.get(INBOX).content.decode()
    assert page_of(other) in desk.search(INBOX, state="rejected")
    assert page_of(sent) not in desk.get(INBOX).content.decode()
    assert page_of(sent) not in desk.search(INBOX, state="all", team=str(other.team_id))
    assert desk.post(INBOX, {"clear": "1"}).status_code == 302
    assert page_of(sent) in desk.get(INBOX).content.decode()


def test_other_words_for_nothing_here_than_for_no_match(desk: LetterClient, sent: Referral, enter: Enter) -> None:
    assert "Inget stämmer med filtren" in desk.search(INBOX, "finns inte")
    assert "Inga remisser väntar" in enter(Role.COORDINATOR, sent.from_unit).get(INBOX).content.decode()


def test_ones_own_among_the_units(
    enter: Enter, assignment_of: object, unit: Unit, sent: Referral, referrer: Actor, patient: Patient, team: Team
) -> None:
    other = letter_in("draft", patient, team)
    client = enter(Assignment.objects.get(pk=referrer.assignment_id))
    assert page_of(other) in client.get(WRITTEN).content.decode()
    mine = client.search(WRITTEN, mine="1")
    assert page_of(sent) in mine
    assert page_of(other) not in mine


def test_leafing_shows_each_once_and_logs_each_patient(
    desk: LetterClient, referrer: Actor, team: Team, patient: Patient
) -> None:
    days = [date(2019, 11, 1 + number % 5) if number % 4 else None for number in range(60)]
    letters = [letter_in("sent", patient, team, first_visit_due=each) for each in days]
    seen: list[object] = []
    address = INBOX
    while address:
        answer = desk.get(address)
        seen += [row.letter.pk for row in answer.context["rows"]]
        assert "av 60" in answer.content.decode()
        address = answer.context["page"].next and INBOX + answer.context["page"].next
    assert len(seen) == 60
    assert set(seen) == {letter.pk for letter in letters}
    shown = {letter.pk: letter.first_visit_due or date.max for letter in letters}
    assert [shown[each] for each in seen] == sorted(shown.values())  # type: ignore[index]
    assert Counter(AccessEntry.objects.values_list("patient_id", flat=True)) == Counter({patient.pk: 3})


def test_a_long_list_is_not_counted_to_its_end(
    desk: LetterClient, sent: Referral, patient: Patient, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter_in("sent", patient, team)
    monkeypatch.setattr(leafing, "MOST_COUNTED", 1)
    text = desk.get(INBOX).content.decode()
    assert "Fler än" in text
    assert "Visar 2" in text
    assert "Visar 2 av" not in text


def test_a_live_search_answers_with_the_rows_alone(desk: LetterClient, sent: Referral) -> None:
    answer = desk.post(INBOX, {"text": "öbe"}, headers={"HX-Request": "true"})
    assert "Öberg" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_fixed_number_of_queries(
    desk: LetterClient, referrer: Actor, team: Team, patient: Patient, django_assert_num_queries: object
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for _ in range(2):
        for _ in range(8):
            letter_in("sent", patient, team)
        with CaptureQueriesContext(connection) as queries:
            desk.get(INBOX)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_who_reads_is_told_first_and_each_letter_leaves_one_row(
    enter: Enter, sign_in: object, other_unit: Unit, sent: Referral, desk: LetterClient
) -> None:
    stranger = sign_in(Role.COORDINATOR, other_unit)  # type: ignore[operator]
    for address in (INBOX, WRITTEN, page_of(sent), page_of(sent, "accept")):
        assert stranger.get(address)["Location"].startswith("/patienter/logg?next=")
    assert not AccessEntry.objects.exists()
    for name in ("referral", "print", "accept", "book", "reject"):
        before = AccessEntry.objects.count()
        assert desk.get(page_of(sent, name)).status_code == 200
        row = AccessEntry.objects.order_by("-at")[0]
        assert AccessEntry.objects.count() == before + 1
        assert (row.patient_id, row.unit_id, row.purpose) == (sent.patient_id, other_unit.pk, "care")


def test_each_starts_where_they_work(centre: LetterClient, desk: LetterClient) -> None:
    assert centre.get("/remisser/")["Location"] == WRITTEN
    assert desk.get("/remisser/")["Location"] == INBOX
    assert centre.get(INBOX).status_code == 403
