"""A referral through the pages alone, from the patient's page to the first visit, as both sides see it."""

from django.urls import reverse

from samsyn.pathway import REFERRAL
from samsyn.web.audit.actor import Actor
from samsyn.web.audit.models import AuditEvent
from samsyn.web.directory.models import Team
from samsyn.web.patients.models import Patient
from samsyn.web.referrals.models import Referral, ReferralEvent
from tests.web.referrals.conftest import INBOX, WRITTEN, LetterClient, fresh, page_of
from tests.web.referrals.making import fields, letter_in


def _text(client: LetterClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def _written(centre: LetterClient, patient: Patient, team: Team, **more: str) -> Referral:
    answer = centre.send(reverse("referrals:write", args=[patient.pk, team.pk]), **fields(team, **more))
    assert answer.status_code == 302, answer.context["form"].errors
    return Referral.across_units.get(patient=patient)


def test_from_the_patients_page_to_a_draft_with_its_checks(centre: LetterClient, patient: Patient, team: Team) -> None:
    choose = reverse("referrals:choose", args=[patient.pk])
    assert choose in _text(centre, reverse("patients:patient", args=[patient.pk]))
    write = reverse("referrals:write", args=[patient.pk, team.pk])
    assert write in _text(centre, choose)
    assert f'value="{team.pk}" selected' in _text(centre, write)
    letter = _written(centre, patient, team, chosen_by_patient="", pain_onset="2019-09-01")
    page = centre.get(page_of(letter))
    found = {each.condition: each.outcome for each in page.context["judged"].findings}
    assert found["diagnosis-listed"] == "met"
    assert found["pain-duration"] == found["chosen-by-patient"] == "not_met"
    text = page.content.decode()
    assert "2 av riktlinjens villkor är inte uppfyllda" in text
    assert "ges möjlighet att välja utförare" in text
    assert "M54.5" in text


def test_a_draft_is_nobody_elses(centre: LetterClient, desk: LetterClient, patient: Patient, team: Team) -> None:
    letter = _written(centre, patient, team)
    assert "utkast" in _text(centre, WRITTEN).casefold()
    assert desk.get(page_of(letter)).status_code == 404
    assert "Öberg" not in desk.search(INBOX, state="all")


def test_sent_although_conditions_are_not_met_and_answered_to_the_first_visit(
    centre: LetterClient, desk: LetterClient, patient: Patient, team: Team
) -> None:
    letter = _written(centre, patient, team, diagnosis="S72.0", tried="")
    assert centre.send(page_of(letter, "send"), version=1).status_code == 302
    assert "Öberg" in _text(desk, INBOX)
    assert "90 dagar kvar" in _text(desk, INBOX)
    assert desk.send(page_of(letter, "ask"), version=2, words="Vad visar röntgen?").status_code == 302
    assert "Vad visar röntgen?" in _text(centre, page_of(letter))
    assert centre.send(page_of(letter, "complete"), version=3, words="Inget avvikande.").status_code == 302
    assert "Inget avvikande." in _text(desk, page_of(letter))
    assert desk.send(page_of(letter, "accept"), version=4).status_code == 302
    assert desk.send(page_of(letter, "book"), version=5, visit_on="2019-11-20").status_code == 302
    assert "2019-11-20" in _text(centre, page_of(letter))
    now = fresh(letter)
    assert (now.state, now.version, now.visit_on.isoformat()) == ("booked", 6, "2019-11-20")


def test_the_story_follows_the_table_and_is_the_same_for_both(
    centre: LetterClient, desk: LetterClient, coordinator: Actor, accepted: Referral
) -> None:
    events = ReferralEvent.across_units.filter(referral=accepted).exclude(from_state="").order_by("moment")
    assert REFERRAL.is_path(events.values_list("action", "from_state", "to_state"))
    assert [each.confirmation for each in events] == ["", "BEK"]
    for client in (centre, desk):
        text = _text(client, page_of(accepted))
        assert "Remissen bekräftad" in text
        assert "Remiss skickad" in text
    assert "Utkast skrivet" in _text(centre, page_of(accepted))
    assert "Utkast skrivet" not in _text(desk, page_of(accepted))


def test_confirm_and_go_to_the_next(desk: LetterClient, sent: Referral, patient: Patient, team: Team) -> None:
    later = letter_in("sent", patient, team, first_visit_due="2020-03-01")
    first = letter_in("sent", patient, team, first_visit_due="2019-11-01")
    letter_in("asked", patient, team, first_visit_due="2019-10-31")
    answer = desk.send(page_of(sent, "accept"), version=2, show_next="1")
    assert answer["Location"] == page_of(first)
    answer = desk.send(page_of(first, "accept"), version=1, show_next="1")
    assert answer["Location"] == page_of(later)
    assert desk.send(page_of(later, "accept"), version=1, show_next="1")["Location"] == INBOX


def test_returned_with_the_reason(centre: LetterClient, desk: LetterClient, sent: Referral) -> None:
    assert desk.send(page_of(sent, "reject"), version=2, words="").status_code == 422
    assert desk.send(page_of(sent, "reject"), version=2, words="Behöver utredas först.").status_code == 302
    text = _text(centre, page_of(sent))
    assert "Behöver utredas först." in text
    assert "Svarskod AVV" in text


def test_taken_back(centre: LetterClient, desk: LetterClient, draft: Referral, sent: Referral) -> None:
    assert centre.send(page_of(sent, "withdraw"), version=2, words="").status_code == 422
    assert centre.send(page_of(sent, "withdraw"), version=2, words="Har flyttat.").status_code == 302
    assert "Har flyttat." in _text(desk, page_of(sent))
    assert desk.send(page_of(sent, "accept"), version=3).status_code == 409


def test_a_draft_is_thrown_away_without_a_reason(centre: LetterClient, draft: Referral) -> None:
    assert centre.send(page_of(draft, "withdraw"), version=1).status_code == 302
    assert (fresh(draft).state, fresh(draft).sent) == ("withdrawn", False)


def test_a_draft_is_changed_and_the_trail_tells_what(centre: LetterClient, draft: Referral, team: Team) -> None:
    answer = centre.send(page_of(draft, "change"), **fields(team, version="1", diagnosis="R52 9"))
    assert answer.status_code == 302
    assert fresh(draft).diagnosis == "R529"
    event = AuditEvent.objects.get(action="referral.change")
    assert event.changes["diagnosis"] == ["M545", "R529"]
    assert event.region_id is None


def test_a_draft_saved_as_it_was_is_the_same(centre: LetterClient, draft: Referral) -> None:
    page = centre.get(page_of(draft, "change"))
    form = page.context["form"]
    data = {name: form[name].value() for name in form.fields}
    data = {name: "on" if value is True else value for name, value in data.items() if value not in (None, False)}
    assert centre.send(page_of(draft, "change"), **data).status_code == 302
    assert fresh(draft).version == 1
    assert not AuditEvent.objects.filter(action="referral.change").exists()


def test_the_print_page_has_the_letter_and_no_buttons(desk: LetterClient, sent: Referral) -> None:
    text = _text(desk, page_of(sent, "print"))
    assert "Är patienten lämplig?" in text
    assert page_of(sent, "accept") not in text


def test_two_letters_about_the_same_patient_are_not_sent_to_the_same_team(
    centre: LetterClient, patient: Patient, team: Team, sent: Referral
) -> None:
    answer = centre.send(reverse("referrals:write", args=[patient.pk, team.pk]), **fields(team))
    second = answer["Location"]
    refused = centre.send(f"{second}/skicka", version=1)
    assert refused.status_code == 409
    assert "har redan en remiss om patienten" in refused.content.decode()
